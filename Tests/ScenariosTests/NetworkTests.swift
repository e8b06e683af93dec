import Foundation
import Logistics
import Scenarios
import Testing

/// `scenario.json`, by Foundation's reader of JSON.
@Suite struct NetworkTests {
  struct Scenario: Decodable {
    struct Node: Decodable {
      let id: ID<Logistics.Node>
      let name: String
      let kind: Logistics.Node.Kind
      let latitude: Double
      let longitude: Double
      let hours: [String: [String]]
      let closedOnHolidays: Bool
      let cutOff: [String: LocalTime]
      let preparation: Int
      let parcelLimit: Int?
    }
    struct Service: Decodable {
      let id: String
      let kind: String
      let nodes: [ID<Logistics.Node>]
      let days: [Weekday]
      let departs: LocalTime?
      let transitDays: [String: Int]
      let tariff: [String: [[Int]]]
    }
    struct Vehicle: Decodable {
      let id: String
      let node: ID<Logistics.Node>
      let capacity: [String: Int]
      let shift: String
      let skills: [String]
      let maximumDistance: Int
    }
    struct Band: Decodable {
      let id: String
      let upTo: Int?
    }
    let date: LocalDate
    let bands: [Band]
    let nodes: [Node]
    let services: [Service]
    let vehicles: [Vehicle]

    init(_ day: SantiagoDay) throws {
      self = try JSONDecoder().decode(Scenario.self, from: Data(day.file("scenario.json").utf8))
    }
  }

  @Test func `there are a centre and fourteen stores, two of them closed on the holiday`() throws {
    let nodes = try Scenario(SantiagoDay(orders: 1500, seed: 1)).nodes
    #expect(Set(nodes.map(\.id)).count == 15)
    #expect(nodes.map(\.kind) == [.distributionCentre] + [Node.Kind](repeating: .store, count: 14))
    #expect(nodes.filter { $0.kind == .store && $0.closedOnHolidays }.count == 2)
    #expect(nodes.allSatisfy { ($0.kind == .store) == ($0.parcelLimit != nil) })
  }

  @Test func `a cut-off lies early enough that the order is prepared on the same day`() throws {
    for node in try Scenario(SantiagoDay(orders: 1500, seed: 1)).nodes {
      for (day, spans) in node.hours {
        #expect(Weekday(abbreviation: day) != nil)
        #expect(spans.isEmpty == (node.cutOff[day] == nil))
        for span in spans {
          let times = span.split(separator: "-").compactMap { LocalTime($0) }
          try #require(times.count == 2)
          let cutOff = try #require(node.cutOff[day])
          #expect(times[0] < cutOff && cutOff.secondOfDay + node.preparation <= times[1].secondOfDay, "\(node.id) on \(day)")
        }
      }
    }
  }

  @Test func `services name nodes and bands that exist, and their prices rise with the weight`() throws {
    let scenario = try Scenario(SantiagoDay(orders: 1500, seed: 1))
    let nodes = Set(scenario.nodes.map(\.id))
    let bands = Set(scenario.bands.map(\.id))
    for service in scenario.services {
      #expect(nodes.isSuperset(of: service.nodes) && !service.nodes.isEmpty)
      #expect(bands.isSuperset(of: service.transitDays.keys))
      #expect(Set(service.tariff.keys) == Set(service.transitDays.keys))
      for rows in service.tariff.values {
        for (lighter, heavier) in zip(rows, rows.dropFirst()) {
          #expect(lighter[0] < heavier[0] && lighter[1] < heavier[1])
        }
      }
    }
    let withVehicles = Set(scenario.vehicles.map(\.node))
    #expect(withVehicles == Set(scenario.services.filter { $0.kind == "ownVan" }.flatMap(\.nodes)))
  }

  @Test func `the fleet follows the orders and has every skill that a product needs`() throws {
    for (orders, seed, atCentre) in [(1, 1, 3), (1500, 1, 13), (4000, 3, 35)] {
      let day = SantiagoDay(orders: orders, seed: UInt64(seed))
      let vehicles = try Scenario(day).vehicles
      #expect(Set(vehicles.map(\.id)).count == vehicles.count)
      #expect(vehicles.filter { $0.node == "cd-quilicura" }.count == atCentre)
      let needed = Set(try Table(day, "products.csv")["skill"].filter { !$0.isEmpty })
      #expect(needed == ["cold", "lift"])
      #expect(needed.isSubset(of: vehicles.flatMap(\.skills)))
    }
  }

  @Test func `some vehicle can carry one unit of any product`() throws {
    let day = SantiagoDay(orders: 1500, seed: 1)
    let vehicles = try Scenario(day).vehicles
    for product in try Table(day, "products.csv").rows {
      let weight = try #require(product["weight_g"].flatMap(Int.init))
      let volume = try #require(product["volume_cm3"].flatMap(Int.init))
      let skill = product["skill"] ?? ""
      #expect(weight > 0 && volume > 0)
      #expect(
        vehicles.contains {
          $0.capacity["weight"]! >= weight && $0.capacity["volume"]! >= volume && (skill.isEmpty || $0.skills.contains(skill))
        }, "\(product)")
    }
  }
}
