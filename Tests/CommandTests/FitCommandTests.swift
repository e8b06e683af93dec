import Foundation
import Testing

/// Which clients still fit into a plan.
@Suite struct FitCommandTests {
  private func fit(_ instance: String, _ plan: String, _ arguments: String...) throws -> Command.Outcome {
    try TemporaryFolder.with(["square.vrp": instance, "plan.sol": plan]) { folder in
      try Command.run(["fit"] + ["square.vrp", "plan.sol"].map { folder.appendingPathComponent($0).path } + arguments)
    }
  }

  @Test func `a client that is left out fits in at the cheapest place`() throws {
    let outcome = try fit(CommandTests.square, "Route #1: 1 2\n", "--json")
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").count == 1)
    let json = try #require(outcome.json)
    #expect(Set(json.keys) == ["instance", "cost", "vehicles", "fits", "clients"])
    #expect(json["instance"] as? String == "square" && json["fits"] as? Bool == true)
    #expect(json["cost"] as? Int == 34 && json["vehicles"] as? Int == 1)
    let clients = try #require(json["clients"] as? [[String: Any]])
    #expect(clients.count == 1)
    #expect(
      Set(clients[0].keys)
        == ["client", "delivery", "fits", "moves", "route", "stops", "extraCost", "begin", "reason"])
    #expect(clients[0]["client"] as? Int == 3 && clients[0]["fits"] as? Bool == true)
    #expect(clients[0]["route"] as? Int == 1 && clients[0]["stops"] as? [Int] == [3])
    // The round of four sides is 40, the way over the diagonal 34.
    #expect(clients[0]["extraCost"] as? Int == 6)
    #expect(clients[0]["reason"] is NSNull && clients[0]["delivery"] is NSNull)
  }

  @Test func `the route has the number that it has in the plan`() throws {
    let outcome = try fit(CommandTests.square, "Route #2: 1\nRoute #7: 2\n", "--json")
    let client = try #require((outcome.json?["clients"] as? [[String: Any]])?.first)
    #expect(client["route"] as? Int == 7)
    #expect(client["extraCost"] as? Int == 6)
  }

  @Test func `what is too large for every vehicle does not fit, and the status is 1`() throws {
    let full = CommandTests.square.replacing("3 1\n", with: "3 4\n")
    let outcome = try fit(full, "Route #1: 1\n", "--json")
    #expect(outcome.status == 1)
    #expect(outcome.json?["fits"] as? Bool == false)
    let clients = try #require(outcome.json?["clients"] as? [[String: Any]])
    #expect(clients.map { $0["fits"] as? Bool } == [false, true])
    #expect(clients[0]["reason"] as? String == "load" && clients[0]["route"] is NSNull)
    let alone = try fit(full, "Route #1: 1\n", "--client", "3")
    #expect(alone.status == 0)
    #expect(alone.output.hasPrefix("square: cost 20, vehicles 1, 1 of 1 clients left out still fits, each by itself\n"))
    #expect(alone.output.contains("route 1"))
  }

  @Test func `a plan that leaves nobody out has nothing to ask about`() throws {
    let outcome = try fit(CommandTests.square, "Route #1: 1 2 3\n")
    #expect(outcome.status == 0)
    #expect(outcome.output == "square: cost 40, vehicles 1, no client is left out\n")
  }

  @Test func `a client of a group that is served is not left out, and does not fit`() throws {
    let grouped = CommandTests.square.replacing(
      "DEPOT_SECTION", with: "MUTUALLY_EXCLUSIVE_GROUP_SECTION\n1 2 3\n2 4\nDEPOT_SECTION")
    let outcome = try fit(grouped, "Route #1: 1\n", "--json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect((outcome.json?["clients"] as? [[String: Any]])?.map { $0["client"] as? Int } == [3])
    let asked = try fit(grouped, "Route #1: 1\n", "--json", "--client", "2", "--iterations", "50")
    #expect(asked.status == 1)
    #expect((asked.json?["clients"] as? [[String: Any]])?.first?["reason"] as? String == "alternatives")
  }

  @Test func `others are moved for a client if it does not fit otherwise`() throws {
    // Two vehicles with room for three: one, one and one are at hand where two and three are wanted.
    let tight = CommandTests.square.replacing("CAPACITY : 3", with: "CAPACITY : 3\nVEHICLES : 2").replacing(
      "2 1\n3 1\n4 1\n", with: "2 1\n3 1\n4 3\n")
    let plan = "Route #1: 1\nRoute #2: 2\n"
    let closed = try fit(tight, plan, "--json")
    #expect(closed.status == 1)
    let opened = try fit(tight, plan, "--json", "--iterations", "200")
    #expect(opened.status == 0)
    let client = try #require((opened.json?["clients"] as? [[String: Any]])?.first)
    #expect(client["moves"] as? Bool == true && client["reason"] as? String == "load")
    // The first route takes both, for 34, and the third client has a vehicle for 20; before it was 20 and 28.
    #expect(client["extraCost"] as? Int == 6)
  }

  @Test func `a plan that breaks rules is bad input, each fault a line in its own numbers`() throws {
    let outcome = try fit(CommandTests.square.replacing("2 1\n", with: "2 3\n"), "Route #4: 1 2\nRoute #5: 2\n")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.dropLast().allSatisfy { $0.hasPrefix("error: ") && $0.contains("plan.sol: ") && $0.contains(", expected ") })
    #expect(outcome.errors.contains("route 4") && outcome.errors.contains("capacity by 1"))
    #expect(outcome.errors.contains("route 5") && outcome.errors.contains("visitedTwice"))
    #expect(lines.last?.hasPrefix("Maybe ") == true)
  }

  @Test(arguments: [
    ["--client", "9"], ["--client", "1"], ["--client", "x"], ["--iterations", "-1"], ["--iterations", "9223372036854775807"],
    ["--seed", "-1"], ["--what"],
  ])
  func `bad arguments are status 2 and named`(_ arguments: [String]) throws {
    try TemporaryFolder.with(["square.vrp": CommandTests.square, "plan.sol": "Route #1: 1 2\n"]) { folder in
      let files = ["square.vrp", "plan.sol"].map { folder.appendingPathComponent($0).path }
      let outcome = try Command.run(["fit"] + files + arguments)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("error: arguments: "), "\(outcome.errors)")
    }
  }
}
