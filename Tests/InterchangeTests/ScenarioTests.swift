import Foundation
import Interchange
import LastMile
import Logistics
import Sourcing
import Testing

/// The project's own scenario, whole and damaged.
@Suite struct ScenarioTests {
  private static let files = [
    "scenario.json", "products.csv", "stock.csv", "orders.csv", "order_lines.csv", "returns.csv",
  ]
  private static let santiago = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "datasets/santiago")

  /// Reads a copy of the scenario after a change to one file; what is wrong with it, or `nil`.
  private func faults(
    in file: String, _ change: (String) -> String?, whole: (Scenario) -> Void = { _ in }
  ) throws -> InvalidInput? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "scenario-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in Self.files {
      let text = try String(contentsOf: Self.santiago.appending(path: name), encoding: .utf8)
      guard let changed = name == file ? change(text) : text else { continue }
      try Data(changed.utf8).write(to: folder.appending(path: name))
    }
    do throws(InvalidInput) {
      whole(try Scenario(contentsOf: folder))
      return nil
    } catch {
      return error
    }
  }

  @Test func `the day in Santiago is read whole`() throws {
    let scenario = try Scenario(contentsOf: Self.santiago)
    #expect(scenario.orders.count == 1500)
    #expect(scenario.network.sites.count == 15)
    #expect(scenario.network.products.count == 800)
    #expect(scenario.returns.count == 10)
    #expect(scenario.date == LocalDate("2026-12-09"))
    #expect(zip(scenario.orders, scenario.orders.dropFirst()).allSatisfy { $0.placedAt <= $1.placedAt })
  }

  @Test(arguments: files)
  func `a missing, an empty and a cut-off file are named`(file: String) throws {
    for change in [{ _ in nil }, { _ in "" }] as [(String) -> String?] {
      #expect(try faults(in: file, change)?.source.hasSuffix(file) == true)
    }
    let cut = try faults(in: file) { String($0.prefix($0.count / 2).dropLast(3)) + "\"" }
    #expect(cut != nil)
  }

  @Test(arguments: [
    ("\"preparation\": 14400", "\"preparation\": -1", "$.nodes[0].preparation"),
    ("\"preparation\": 14400", "\"preparation\": NaN", "$"),
    ("\"preparation\": 14400", "\"preparation\": 14400, \"parcelsPerHour\": 0", "$.nodes[0].parcelsPerHour"),
    ("\"preparation\": 14400", "\"preparation\": 1.5", "$.nodes[0].preparation"),
    ("\"zone\": \"America/Santiago\"", "\"zone\": \"America/Atlantis\"", "$.zone"),
    ("\"weight\": 900000", "\"weight\": 0", "$.vehicles[0].capacity.weight"),
    ("\"id\": \"cd-02\"", "\"id\": \"cd-01\"", "$.vehicles[1].id"),
    ("\"shift\": \"08:00-13:30\"", "\"shift\": \"13:30-08:00\"", "$.vehicles[0].shift"),
    ("\"node\": \"cd-quilicura\"", "\"node\": \"nowhere\"", "$.vehicles[0].node"),
    ("\"latitude\": -33.36000", "\"latitude\": -133.36", "$.nodes[0]"),
    ("\"parcelLimit\"", "\"parcelLimt\"", "$.nodes[0].parcelLimt"), ("\"country\": \"CL\"", "\"country\": \"XX\"", "$.country"),
    ("\"kind\": \"carrier\"", "\"kind\": \"pigeon\"", "$.services[2].kind"),
    ("\"latePerDay\": 2500", "\"latePerDay\": 99999999999999999999999", "$.prices.latePerDay"),
    ("\"date\": \"2026-12-09\"", "\"date\": \"2026-02-30\"", "$.date"),
  ])
  func `a fault of the network is named by its path`(find: String, replacement: String, place: String) throws {
    let error = try faults(in: "scenario.json") { text in
      guard let range = text.range(of: find) else { return text }
      return text.replacingCharacters(in: range, with: replacement)
    }
    #expect(error?.faults.map(\.place).contains { $0.hasPrefix(place) } == true, "\(String(describing: error))")
  }

  private func ruled(_ rules: String) -> (String) -> String {
    { $0.replacing("\"currency\":", with: "\"rules\": [\(rules)], \"currency\":", maxReplacements: 1) }
  }

  @Test func `rules about what nodes ship are read`() throws {
    let text = #"""
      {"id": "a", "nodes": ["cd-quilicura"], "channels": ["web", "app"]},
      {"id": "b", "without": {"skus": ["rop-001"], "skills": ["lift"]}, "deliveriesOnly": true},
      {"id": "c", "nodes": null, "only": {"skills": ["cold"]}}, {"id": "d", "upTo": 30000}, {"id": "e", "readyWithin": 86400},
      {"id": "f", "closed": {"from": "2026-12-07T13:05:00-03:00", "until": "2026-12-08T13:05:00-03:00"}}
      """#
    var network: Network?
    #expect(try faults(in: "scenario.json", ruled(text)) { network = $0.network } == nil)
    let moment = Instant("2026-12-07T13:05:00-03:00")!
    #expect(
      network?.rules.rules == [
        EligibilityRule("a", at: ["cd-quilicura"], .channels([.web, .app])),
        EligibilityRule("b", .without(GoodsSelection(skus: ["rop-001"], skills: ["lift"])), deliveriesOnly: true),
        EligibilityRule("c", .only(GoodsSelection(skills: ["cold"]))), EligibilityRule("d", .upTo(.kilometres(30))),
        EligibilityRule("e", .readyWithin(.seconds(86_400))),
        EligibilityRule("f", .closed(TimeWindow(opens: moment, closes: moment + .seconds(86_400))!)),
      ])
  }

  @Test func `how many parcels a node prepares is read`() throws {
    let change: (String) -> String = {
      $0.replacing("\"preparation\": 14400", with: "\"preparation\": 14400, \"parcelsPerHour\": 240", maxReplacements: 1)
    }
    var sites: [Site] = []
    #expect(try faults(in: "scenario.json", change) { sites = $0.network.sites } == nil)
    #expect(sites.first?.schedule.parcelsPerHour == 240)
    #expect(sites.dropFirst().allSatisfy { $0.schedule.parcelsPerHour == nil })
  }

  @Test func `a hub is read with its work, and its faults by their path`() throws {
    func hub(_ text: String) -> (String) -> String {
      { $0.replacing("\"kind\": \"distributionCentre\",", with: "\"kind\": \"distributionCentre\", \"hub\": \(text),") }
    }
    var site: Site?
    let sound = hub(#"{"handlingPerParcel": 150, "handlingPerUnit": 20}"#)
    #expect(try faults(in: "scenario.json", sound) { site = $0.network.sites.first } == nil)
    #expect(site?.hub == HubWork(handlingPerParcel: 150, handlingPerUnit: 20))
    #expect(
      try faults(in: "scenario.json", hub(#"{"handlingPerParcel": -1, "perUnit": 20}"#))?.faults.map(\.place)
        == ["$.nodes[0].hub.handlingPerParcel", "$.nodes[0].hub.handlingPerUnit", "$.nodes[0].hub.perUnit"])
  }

  @Test func `collections are read node by node, and their faults by their path`() throws {
    func collecting(_ rows: String) -> (String) -> String {
      { $0.replacing("\"departs\": \"17:00\",", with: "\"departs\": \"17:00\", \"collections\": [\(rows)],", maxReplacements: 1) }
    }
    var services: [ShippingService] = []
    let sound = #"""
      {"nodes": ["cd-quilicura"], "times": {"mon": ["17:00", "11:00"], "sat": ["12:00"]}},
      {"nodes": null, "times": {"fri": ["09:30"]}}
      """#
    #expect(try faults(in: "scenario.json", collecting(sound)) { services = $0.network.services } == nil)
    let post = try #require(services.first { $0.delivery?.collections.isEmpty == false })
    let collections = try #require(post.delivery).collections
    #expect(Set(collections.keys) == post.nodes)
    #expect(
      collections["cd-quilicura"]
        == [.monday: [LocalTime("11:00")!, LocalTime("17:00")!], .saturday: [LocalTime("12:00")!]])
    #expect(collections.values.count { $0 == [.friday: [LocalTime("09:30")!]] } == post.nodes.count - 1)
    let place = "$.services[2].collections"
    for (rows, path, found) in [
      (#"{"nodes": ["cd-quilicura"], "times": {"mon": ["24:00"]}}"#, "\(place)[0].times.mon[0]", "24:00"),
      (#"{"nodes": ["cd-quilicura"], "times": {"mo": ["11:00"], "tue": ["11:00"]}}"#, "\(place)[0].times.mo", "the key mo"),
      (#"{"nodes": ["cd-quilicura"], "times": {"mon": []}}"#, "\(place)[0].times", "no time"),
      (#"{"nodes": ["nowhere"], "times": {"mon": ["11:00"]}}"#, "\(place)[0].nodes[0]", "nowhere"),
      (#"{"nodes": null, "times": {"mon": ["11:00"]}}, {"times": {"mon": ["11:00"]}}"#, "\(place)[1].nodes", "nothing"),
      (#"{"nodes": ["cd-quilicura", "cd-quilicura"], "times": {"mon": ["11:00"]}}"#, "\(place)[0].nodes[1]", "cd-quilicura"),
      (#"{"node": null, "times": {"mon": ["11:00"]}}"#, "\(place)[0].node", "an unknown key"),
    ] {
      let fault = try #require(try faults(in: "scenario.json", collecting(rows))?.faults.first)
      #expect(fault.place == path && fault.found.contains(found), "\(fault)")
    }
  }

  @Test func `substitutes are read, with the customers who take them`() throws {
    let text = #""substitutes": {"rop-001": [{"sku": "rop-002", "goodwill": 900}]}, "currency":"#
    var network: Network?
    let change: (String) -> String = { $0.replacing("\"currency\":", with: text, maxReplacements: 1) }
    #expect(try faults(in: "scenario.json", change) { network = $0.network } == nil)
    #expect(network?.substitutes == ["rop-001": [ProductSubstitute("rop-002", goodwill: 900)]])
    let slip = try faults(in: "scenario.json") { change($0).replacing("\"goodwill\": 900", with: "\"goodwil\": 900") }
    #expect(slip?.faults.map(\.place) == ["$.substitutes.rop-001[0].goodwill", "$.substitutes.rop-001[0].goodwil"])
    func column(_ value: String) -> (String) -> String {
      { text in
        let lines = text.split(separator: "\n")
        return ([lines[0] + ",substitutes"] + lines.dropFirst().map { $0 + "," + value }).joined(separator: "\n") + "\n"
      }
    }
    var orders: [Order] = []
    #expect(try faults(in: "orders.csv", column("1")) { orders = $0.orders } == nil)
    #expect(orders.count == 1500 && orders.allSatisfy(\.allowsSubstitutes))
    #expect(try faults(in: "orders.csv", column("2"))?.faults.first?.place == "line 2, substitutes")
  }

  @Test(arguments: [
    (#"{"id": "a", "nodes": ["moon"], "upTo": 3}"#, ["$.rules[0].nodes"]),
    (#"{"id": "a", "nodes": [], "channels": []}"#, ["$.rules[0].nodes", "$.rules[0].channels"]),
    (#"{"id": "a", "upTo": 3}, {"id": "a", "upTo": 3}"#, ["$.rules[1].id"]),
    (#"{"id": "a"}, {"upTo": 3, "readyWithin": -4}"#, ["$.rules[0]", "$.rules[1].id", "$.rules[1]"]),
    (
      #"{"id": "a", "channels": ["fax"]}, {"id": "b", "uptwo": 3}"#, ["$.rules[0].channels[0]", "$.rules[1]", "$.rules[1].uptwo"]
    ),
    (
      #"{"id": "a", "without": {"skus": ["moon"], "skills": ["fly"]}}"#, ["$.rules[0].without.skus", "$.rules[0].without.skills"]
    ),
    (
      #"{"id": "a", "closed": {"from": "2026-12-07T13:05:00-03:00", "until": "2026-12-06T13:05:00-03:00"}}"#,
      ["$.rules[0].closed"]
    ),
  ])
  func `a fault of a rule is named by its path`(rules: String, places: [String]) throws {
    #expect(try faults(in: "scenario.json", ruled(rules))?.faults.map(\.place) == places)
  }

  @Test(arguments: [
    ("orders.csv", "web", "fax", "line 2, channel"), ("orders.csv", "2026-12-07T", "2026-13-07T", "line 2, placed"),
    ("order_lines.csv", ",1\n", ",-1\n", "line 2, quantity"), ("order_lines.csv", ",1\n", ",1e9\n", "line 2, quantity"),
    ("order_lines.csv", "order,sku,quantity", "order,sku,amount", "line 1"),
    ("stock.csv", "cd-quilicura", "nowhere", "stock of rop-001 at nowhere"),
    ("products.csv", "rop-002", "rop-001", "line 3, sku"),
    ("returns.csv", "changedMind", "bored", "line 2, reason"), ("returns.csv", ",-33.", ",NaN", "line 2, latitude"),
    ("orders.csv", "o-00002", "o-00001", "line 3, order"), ("stock.csv", ",1\n", "\n", "line 2"),
  ])
  func `a fault of a table is named by its line`(file: String, find: String, replacement: String, place: String) throws {
    let error = try faults(in: file) { text in
      guard let range = text.range(of: find) else { return text }
      return text.replacingCharacters(in: range, with: replacement)
    }
    #expect(error?.faults.map(\.place).contains { $0.hasPrefix(place) } == true, "\(String(describing: error))")
  }

  @Test func `all faults of a file come at once`() throws {
    let error = try faults(in: "stock.csv") { $0.replacingOccurrences(of: "tienda-santiago,", with: ",") }
    #expect((error?.faults.count ?? 0) > 100)
    #expect(error?.description.split(separator: "\n").count == 21)
  }

  @Test func `damaged files are refused or read, and never stop the process`() throws {
    var random = SystemRandomNumberGenerator()
    for round in 0..<24 {
      let file = Self.files[round % Self.files.count]
      _ = try faults(in: file) { text in
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...20, using: &random) {
          let index = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
          case 1: bytes.remove(at: index)
          default: bytes.insert(contentsOf: Array("\"],9e99-{,\n".utf8).shuffled(using: &random).prefix(3), at: index)
          }
        }
        return String(decoding: bytes, as: UTF8.self)
      }
    }
  }
}
