import Foundation
import Forecasting
import Logistics
import Testing

@Suite struct ModelTests {
  private static let orders = SyntheticOrders.make(days: 60, perDay: 6, seed: 6) { region, _ in 3 + 2 * Double(region) }
  private static let model = try! Backtest(
    orders, zone: .utc, daysOff: [LocalDate("2020-04-10")!], settings: SyntheticOrders.settings
  ).model

  @Test func `a model that was saved and loaded is the same and says the same`() throws {
    let data = try Self.model.json()
    let loaded = try PromiseModel(json: data, named: "model.json")
    #expect(loaded == Self.model)
    #expect(try loaded.json() == data)
    let moment = Instant("2020-03-01T10:00:00Z")!
    for order in Self.orders.prefix(50) {
      var consignment = order.consignment
      consignment.placedAt = moment
      #expect(loaded.forecast.forecast(consignment) == Self.model.forecast.forecast(consignment))
      for policy in PromisePolicy.allCases {
        #expect(
          loaded.promise(consignment, level: 0.93, policy: policy) == Self.model.promise(consignment, level: 0.93, policy: policy)
        )
      }
    }
  }

  @Test func `the same orders make the same bytes`() throws {
    let again = try Backtest(Self.orders, zone: .utc, daysOff: [LocalDate("2020-04-10")!], settings: SyntheticOrders.settings)
    #expect(try again.model.json() == Self.model.json())
  }

  @Test(arguments: [
    (#""version" : 1"#, #""version" : 2"#, "$.version"),
    (#""lnKilometres""#, #""lnMiles""#, "$.forecast.features"),
  ])
  func `a model of another kind is refused with its place`(text: String, other: String, place: String) throws {
    let json = String(decoding: try Self.model.json(), as: UTF8.self)
    #expect(json.contains(text))
    let changed = Data(json.replacingOccurrences(of: text, with: other).utf8)
    let error = try #require(throws: InvalidInput.self) { try PromiseModel(json: changed, named: "m") }
    #expect(error.faults.map(\.place) == [place])
    #expect(throws: InvalidInput.self) { try PromiseModel(json: Data("{}".utf8), named: "m") }
    #expect(throws: InvalidInput.self) { try PromiseModel(json: Data("[1".utf8), named: "m") }
  }
}
