import Foundation
import Testing

/// `lastmile promise`.
@Suite struct PromiseCommandTests {
  private let santiago = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "datasets/santiago").path

  private func promise(_ cart: String, _ arguments: [String] = ["--json"]) throws -> Command.Outcome {
    try TemporaryFolder.with(["cart.json": cart]) { folder in
      try Command.run(
        ["promise", santiago, folder.appendingPathComponent("cart.json").path, "--at", "2026-12-07T13:05:00-03:00"] + arguments)
    }
  }

  private let door = #""latitude": -33.44, "longitude": -70.62"#
  private let lines = #""lines": [{"sku": "hog-041", "quantity": 1}, {"sku": "rop-015", "quantity": 2}]"#

  @Test func `promise prints one JSON object with the keys of the contract, cheapest first, none worse than another`() throws {
    let outcome = try promise("{\"cart\": \"c-1\", \(lines), \(door), \"pickups\": 2}")
    #expect(outcome.status == 0 && outcome.errors.isEmpty && outcome.output.split(separator: "\n").count == 1)
    let json = try #require(outcome.json)
    let options = try #require(json["options"] as? [[String: Any]])
    let pickups = try #require(json["pickups"] as? [[String: Any]])
    #expect(!options.isEmpty && pickups.count == 2)
    for list in [options] + pickups.compactMap({ $0["options"] as? [[String: Any]] }) {
      for option in list {
        for key in [
          "service", "promisedDate", "window", "probability", "cost", "currency", "parcels", "reasons", "quote", "expires",
        ] { #expect(option.keys.contains(key), "\(key)") }
        #expect(option["currency"] as? String == "CLP")
        #expect(try #require(option["promisedDate"] as? String) >= "2026-12-07")
        #expect(option["expires"] as? String == "2026-12-07T13:20:00-03:00")
        #expect((0.5...1).contains(try #require(option["probability"] as? Double)))
        #expect(try !#require(option["reasons"] as? [String]).isEmpty)
      }
      let fronts = try list.map { (try #require($0["cost"] as? Int), try #require($0["promisedDate"] as? String)) }
      for (one, other) in zip(fronts, fronts.dropFirst()) { #expect(one.0 < other.0 && one.1 > other.1) }
    }
    // Units add up to what was asked for.
    let units = try options.map { option in
      try #require(option["parcels"] as? [[String: Any]]).flatMap { $0["lines"] as? [[String: Any]] ?? [] }
        .reduce(0) { $0 + ($1["quantity"] as? Int ?? 0) }
    }
    #expect(units.allSatisfy { $0 == 3 })
  }

  @Test func `slots are listed apart, and those that were told can be asked for`() throws {
    func slots(_ wanted: String) throws -> [[String: Any]] {
      let json = try #require(try promise("{\"cart\": \"c-1\", \(lines), \(door), \"slots\": \(wanted)}").json)
      return try #require(json["slots"] as? [[String: Any]])
    }
    func windows(_ slots: [[String: Any]]) throws -> [[String: String]] {
      try slots.map { try #require($0["window"] as? [String: String]) }.sorted { $0["from"]! < $1["from"]! }
    }
    let soonest = try slots("3")
    #expect(soonest.count == 3 && soonest.allSatisfy { $0["kind"] as? String == "slot" && $0["isNearby"] is Bool })
    let told = try windows(soonest)
    #expect(Set(told.map { $0["from"] }).count == 3)
    let chosen = try slots(#"[{"from": "\#(told[1]["from"]!)", "until": "\#(told[1]["until"]!)"}]"#)
    #expect(try windows(chosen) == [told[1]])
    #expect(try slots("0").isEmpty)
    let table = try promise("{\"cart\": \"c-1\", \(lines), \(door), \"slots\": 1}", []).output
    #expect(table.contains("09:00-12:00") && table.contains("slot by van"))
  }

  @Test func `a locker stands among the places where it can be fetched`() throws {
    let scenario = try String(contentsOf: URL(filePath: santiago).appending(path: "scenario.json"), encoding: .utf8)
    let locker = #"""
      {"id": "box", "name": "Locker Plaza", "kind": "locker", "latitude": -33.44, "longitude": -70.62,
       "hours": {\(week)}, "closedOnHolidays": false, "compartments": [{"count": 1, "volume": 200000}], "pickupDays": 3},
      """#
      .replacing(
        #"\(week)"#,
        with: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map { "\"\($0)\": [\"00:00-24:00\"]" }
          .joined(separator: ", "))
    var files = ["cart.json": "{\"cart\": \"c-1\", \(lines), \(door), \"pickups\": 1}"]
    for name in ["products.csv", "stock.csv"] {
      files[name] = try String(contentsOf: URL(filePath: santiago).appending(path: name), encoding: .utf8)
    }
    files["scenario.json"] = scenario.replacing("\"nodes\": [", with: "\"nodes\": [" + locker, maxReplacements: 1)
    try TemporaryFolder.with(files) { folder in
      func run(_ arguments: [String]) throws -> Command.Outcome {
        try Command.run(
          ["promise", folder.path, folder.appending(path: "cart.json").path, "--at", "2026-12-07T13:05:00-03:00"] + arguments)
      }
      let outcome = try run(["--json"])
      let pickups = try #require(outcome.json?["pickups"] as? [[String: Any]], "\(outcome.errors)")
      #expect(pickups.count == 1 && pickups[0]["node"] as? String == "box")
      let options = try #require(pickups[0]["options"] as? [[String: Any]])
      #expect(!options.isEmpty && options.allSatisfy { $0["kind"] as? String == "locker" })
      let parcels = try #require(options[0]["parcels"] as? [[String: Any]])
      let arrives = try #require(parcels[0]["arrives"] as? String)
      #expect(try #require(parcels[0]["until"] as? String) > arrives)
      #expect(try run([]).output.contains("locker at box by transfer"))
    }
  }

  @Test func `for people it is a table with the reasons below`() throws {
    let outcome = try promise("{\"cart\": \"c-1\", \(lines), \(door)}", [])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("cost    promised") && outcome.output.contains("good until 2026-12-07T13:20:00-03:00"))
    #expect(outcome.output.contains("prepared at Centro de Distribución Quilicura"))
  }

  @Test func `a cart that can come in no way is status 1 with the reason`() throws {
    let outcome = try promise("{\"cart\": \"c-1\", \"lines\": [{\"sku\": \"hog-041\", \"quantity\": 100000}], \(door)}")
    #expect(outcome.status == 1)
    #expect((outcome.json?["options"] as? [Any])?.isEmpty == true)
    #expect((outcome.json?["refusal"] as? String)?.contains("hog-041") == true)
  }

  @Test func `every fault of a cart is told at once, with its place`() throws {
    let outcome = try promise(
      #"{"cart": "", "channel": "fax", "lines": [{"sku": "nothing", "quantity": 0}, {"sku": "what", "quantity": 1}], "latitude": 95, "longitude": 0, "pickups": ["cd-quilicura"], "slots": [{"from": "noon", "until": "2026-12-08T13:00:00-03:00"}, {"from": "2026-12-08T13:00:00-03:00", "until": "2026-12-08T12:00:00-03:00"}], "colour": "red"}"#
    )
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    for place in [
      "$.cart", "$.channel", "$.lines[0].quantity", "$.lines[1].sku", "latitude 95", "$.pickups[0]", "$.slots[0].from",
      "$.slots[1]", "$.colour",
    ] {
      #expect(outcome.errors.contains(place), "\(place) in \(outcome.errors)")
    }
    #expect(try promise(#"{"cart": "c", "lines": [{"sku": "hog-041", "quantity": 1}]}"#).errors.contains("neither an address"))
    #expect(try promise(#"{"cart": "c", "lines": [], "latitude": 0, "longitude": 0}"#).errors.contains("at least one line"))
  }
}
