import Foundation
import Interchange
import LastMile
import Testing

/// Lockers among the nodes of a scenario.
@Suite struct LockerScenarioTests {
  private static let santiago = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "datasets/santiago")

  private static let box = #"""
    {"id": "box", "name": "Locker Plaza", "kind": "locker", "latitude": -33.44, "longitude": -70.65,
     "hours": {"mon": ["00:00-24:00"], "tue": ["09:00-21:00"]}, "closedOnHolidays": false,
     "compartments": [{"count": 12, "volume": 15000}, {"count": 4, "volume": 60000, "weight": 20000}], "pickupDays": 3,
     "services": ["transfer"]},
    """#

  /// The scenario with a locker before its other nodes.
  private func network(_ locker: String = box, _ change: (String) -> String = { $0 }) throws -> Network {
    let folder = FileManager.default.temporaryDirectory.appending(path: "scenario-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["scenario.json", "products.csv", "stock.csv", "orders.csv", "order_lines.csv", "returns.csv"] {
      var text = try String(contentsOf: Self.santiago.appending(path: name), encoding: .utf8)
      if name == "scenario.json" {
        text = change(text.replacing(#""nodes": ["#, with: #""nodes": ["# + locker, maxReplacements: 1))
      }
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return try Scenario(contentsOf: folder).network
  }

  @Test func `a locker stands among the nodes and is none of the sites`() throws {
    let network = try network()
    let locker = try #require(network.locker("box"))
    #expect(network.sites.count == 15 && network.site("box") == nil && network.lockers.count == 1)
    #expect(locker.node.kind == .locker && locker.node.name == "Locker Plaza" && locker.pickupDays == 3)
    #expect(locker.services == ["transfer"])
    #expect(
      locker.compartments == [
        .init(count: 12, volume: .litres(15)), .init(count: 4, volume: .litres(60), weight: .kilograms(20)),
      ])
    #expect(locker.hours.hours(on: LocalDate("2026-12-08")!) == [OpeningHours("09:00-21:00")!])
  }

  @Test(arguments: [
    ("\"count\": 12", "\"count\": 0", "$.nodes[0].compartments[0].count"),
    ("\"volume\": 60000", "\"volume\": 0", "$.nodes[0].compartments[1].volume"),
    ("\"volume\": 60000", "\"volume\": 6000", "$.nodes[0].compartments[1]"),
    ("\"weight\": 20000", "\"wight\": 20000", "$.nodes[0].compartments[1]"),
    ("\"pickupDays\": 3", "\"pickupDays\": 31", "$.nodes[0].pickupDays"),
    ("\"pickupDays\": 3,", "", "$.nodes[0].pickupDays"),
    ("\"services\": [\"transfer\"]", "\"services\": [\"van\"]", "$.nodes[0].services"),
    ("\"closedOnHolidays\": false", "\"closedOnHolidays\": false, \"preparation\": 1", "$.nodes[0]"),
    ("\"id\": \"box\"", "\"id\": \"cd-quilicura\"", "$.nodes[0].id"),
    ("\"latitude\": -33.44", "\"latitude\": 133.44", "$.nodes[0]"),
    ("\"tue\": [\"09:00-21:00\"]", "\"tue\": [\"9-21\"]", "$.nodes[0].hours.tue[0]"),
    ("\"compartments\": [", "\"compartments\": 1, \"x\": [", "$.nodes[0].compartments"),
  ])
  func `a fault of a locker is named with its place among the nodes`(sound: String, broken: String, place: String) throws {
    try #require(Self.box.contains(sound))
    let error = #expect(throws: InvalidInput.self) { try network(Self.box.replacing(sound, with: broken)) }
    #expect(
      error?.faults.contains { $0.place == place || $0.place.hasPrefix(place + ".") } == true, "\(error?.description ?? "")")
  }

  @Test func `a fault of another node keeps its place behind a locker, and no service starts at a locker`() throws {
    let error = #expect(throws: InvalidInput.self) {
      try network { text in
        text.replacing(
          "\"kind\": \"transfer\",\n      \"nodes\": [", with: "\"kind\": \"transfer\",\n      \"nodes\": [\"box\", "
        ).replacing("\"handlingPerParcel\": 350", with: "\"handlingPerParcel\": 10000001")
      }
    }
    #expect(Set(error?.faults.map(\.place) ?? []) == ["$.nodes[1].handlingPerParcel", "$.services[4].nodes"])
    #expect(error?.faults.contains { $0.expected.contains("locker") } == true)
  }
}
