import Foundation
import Testing

/// `lastmile why`: a table for people, one JSON object for programs, and refusals with their places.
@Suite struct WhyCommandTests {
  /// One vehicle for two units; clients 1 and 2 want one each, client 3 wants two.
  private static let instance = """
    tiny

    VEHICLE
    NUMBER     CAPACITY
      1         2

    CUSTOMER
    CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

        0      0         0          0          0       100          0
        1     10         0          1          0        20          0
        2     20         0          1          0        25          0
        3      0        10          2          0        90          0

    """

  private func why(plan: String = "Route #1: 1 2\nCost 40\n", _ arguments: String...) throws -> Command.Outcome {
    try TemporaryFolder.with(["tiny.txt": Self.instance, "plan.sol": plan]) { folder in
      let files = ["tiny.txt", "plan.sol"].map { folder.appendingPathComponent($0).path }
      return try Command.run(["why"] + files + arguments)
    }
  }

  @Test func `a client that is left out has its reason, what would have it served, its price and its conflict`() throws {
    let outcome = try why("--json", "--iterations", "200")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.split(separator: "\n").count == 1)
    let json = try #require(outcome.json)
    #expect(
      Set(json.keys) == [
        "instance", "feasible", "cost", "vehicles", "leftOut", "conflict", "clientPrices", "vehiclePrices", "iterations", "seed",
      ])
    #expect(json["feasible"] as? Bool == false && json["cost"] as? Double == 40)
    let left = try #require((json["leftOut"] as? [[String: Any]])?.first)
    #expect(left["clients"] as? [Int] == [3] && left["kind"] as? String == "client" && left["dropCost"] is NSNull)
    #expect(left["depth"] as? String == "complete")
    let route = try #require((left["vehicles"] as? [[String: Any]])?.first { $0["route"] as? Int == 1 })
    let rule = try #require((route["rules"] as? [[String: Any]])?.first)
    #expect(rule["kind"] as? String == "capacity" && rule["amount"] as? Int == 2)
    let changes = try #require(left["changes"] as? [[String: Any]])
    #expect(Set(changes.compactMap { $0["kind"] as? String }) == ["capacity", "count"])
    let room = try #require(changes.first { $0["kind"] as? String == "capacity" })
    #expect(room["amount"] as? Int == 2 && room["extraCost"] as? Double == 12.3 && room["route"] as? Int == 1)
    #expect(room["routes"] as? [[Int]] == [[1, 2, 3]] && room["moves"] as? Bool == false)
    #expect(changes.first { $0["kind"] as? String == "count" }?["extraCost"] as? Double == 20)
    let conflict = try #require(json["conflict"] as? [String: Any])
    #expect(conflict["proved"] as? Bool == true && conflict["irreducible"] as? Bool == true)
    #expect((conflict["clients"] as? [[Int]])?.contains([3]) == true && (conflict["clients"] as? [[Int]])?.count == 2)
    #expect((json["clientPrices"] as? [Any])?.count == 3 && (json["vehiclePrices"] as? [Any])?.count == 1)
    #expect(try why("--json", "--iterations", "200").output == outcome.output)
  }

  @Test func `the table says the same in lines`() throws {
    let outcome = try why("--iterations", "200")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "tiny: cost 40.0, vehicles 1, 1 left out")
    #expect(lines.contains { $0.hasPrefix("  -> ") && $0.contains("has room for 2 more: costs 12.3 more, on route 1") })
    #expect(lines.contains { $0.hasPrefix("in conflict: ") })
  }

  @Test func `only those asked for are explained, and who is served is not left out`() throws {
    let served = try why("--client", "1", "--no-prices")
    #expect(served.status == 0 && served.output.contains("Nobody who was asked for is left out."))
    let short = try why("--client", "3", "--most", "0", "--no-prices")
    #expect(short.status == 0 && short.output.contains("not looked for, see --most"))
  }

  @Test func `a client that is not there and a plan that breaks a rule are bad input`() throws {
    let unknown = try why("--client", "9")
    #expect(unknown.status == 2 && unknown.output.isEmpty)
    #expect(unknown.errors.contains("error: arguments: --client: 9, expected a client of tiny"))
    let full = try why(plan: "Route #1: 1 2 3\nCost 1\n")
    #expect(full.status == 2 && full.output.isEmpty)
    #expect(full.errors.contains("capacity broken by 2, expected a plan that keeps every rule"))
    #expect(full.errors.contains("Maybe `lastmile check`"))
    let strange = try why(plan: "Route #1: 7\nCost 1\n")
    #expect(strange.status == 2 && strange.errors.contains("client 7"))
    #expect(try why("--most", "-1").status == 2)
  }
}
