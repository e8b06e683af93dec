import Foundation
import Logistics
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [
    (1250, "EUR", "12.50 EUR"), (5, "EUR", "0.05 EUR"), (-5, "EUR", "-0.05 EUR"), (3990, "CLP", "3990 CLP"),
    (1, "KWD", "0.001 KWD"),
  ])
  func `an amount is written with the decimals of its currency`(amount: Int, code: String, text: String) throws {
    #expect(Money(amount, try #require(Currency(code))).description == text)
  }

  @Test(arguments: ["clp", "CL", "CLPX", "", "C1P"])
  func `what is no currency code is refused`(code: String) {
    #expect(Currency(code) == nil)
  }
}

@Suite struct TimeWindowTests {
  @Test func `the intersection holds exactly the moments in both`() {
    for a in 0..<5 {
      for b in a..<5 {
        for c in 0..<5 {
          for d in c..<5 {
            let left = TimeWindow(opens: Instant(secondsSince1970: a), closes: Instant(secondsSince1970: b))!
            let right = TimeWindow(opens: Instant(secondsSince1970: c), closes: Instant(secondsSince1970: d))!
            let both = left.intersection(right)
            for second in 0..<5 {
              let instant = Instant(secondsSince1970: second)
              #expect((both?.contains(instant) ?? false) == (left.contains(instant) && right.contains(instant)))
            }
          }
        }
      }
    }
  }
}

@Suite struct DecodingTests {
  struct Order: Codable, Equatable {
    var id: ID<Order>
    var weight: Weight
    var price: Money
    var window: TimeWindow?
    var day: LocalDate
    var load: Load
  }

  @Test func `what is encoded is decoded again`() throws {
    let order = Order(
      id: "o-1", weight: .kilograms(2), price: Money(3990, .clp),
      window: TimeWindow(opens: Instant("2026-11-22T09:00:00Z")!, closes: Instant("2026-11-22T12:00:00Z")!),
      day: LocalDate("2026-11-22")!, load: [2000, 1])
    #expect(try JSONDecoder().decode(Order.self, from: JSONEncoder().encode(order)) == order)
  }

  @Test(arguments: [
    (#"[{"id":"a"}]"#, "$[0].weight"),
    (#"[{"id":"a","weight":1.5}]"#, "$[0].weight"),
    (#"[{"id":"a","weight":9000000000000}]"#, "$[0].weight"),
    (#"[{"id":"a","weight":1,"price":{"amount":1,"currency":"pesos"}}]"#, "$[0].price.currency"),
    (#"[{"id":"a","weight":1,"price":{"amount":1,"currency":"CLP"},"day":"2026-02-30"}]"#, "$[0].day"),
    (
      #"[{"id":"a","weight":1,"price":{"amount":1,"currency":"CLP"},"window":{"opens":"2026-11-22T12:00:00Z","closes":"2026-11-22T09:00:00Z"}}]"#,
      "$[0].window"
    ),
  ])
  func `a fault is named by its JSON path`(json: String, path: String) throws {
    let error = try #require(throws: DecodingError.self) {
      try JSONDecoder().decode([Order].self, from: Data(json.utf8))
    }
    #expect(InvalidInput("orders.json", decoding: error).faults[0].place == path)
  }
}

@Suite struct FaultTests {
  @Test func `at most twenty faults are printed, and the advice comes last`() {
    var faults = FaultList()
    for index in 0..<25 { faults.add(at: "line \(index)", found: "-1", expected: "a quantity") }
    let error = #expect(throws: InvalidInput.self) { try faults.throwIfAny("stock.csv", advice: "the sign is wrong.") }
    let lines = error?.description.split(separator: "\n") ?? []
    #expect(lines.count == 22)
    #expect(lines.first == "error: stock.csv: line 0: -1, expected a quantity")
    #expect(lines[20] == "error: stock.csv: and 5 more faults")
    #expect(lines.last == "Maybe the sign is wrong.")
  }
}
