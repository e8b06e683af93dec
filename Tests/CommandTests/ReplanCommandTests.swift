import Foundation
import Testing

/// What scripts rely on when the day moves.
@Suite struct ReplanCommandTests {
  /// Four houses on a road, ten apart, a collection at the last one that is not in the plan, and two vans.
  private static let road = """
    NAME : road
    TYPE : VRPTW
    DIMENSION : 6
    VEHICLES : 3
    CAPACITY : 9
    SERVICE_TIME : 5
    EDGE_WEIGHT_TYPE : EUC_2D
    NODE_COORD_SECTION
    1 0 0
    2 10 0
    3 20 0
    4 30 0
    5 40 0
    6 50 0
    DEMAND_SECTION
    1 0
    2 1
    3 1
    4 1
    5 1
    6 1
    TIME_WINDOW_SECTION
    1 0 500
    2 0 400
    3 0 400
    4 0 400
    5 0 400
    6 0 400
    DEPOT_SECTION
    1
    -1
    EOF

    """
  private static let plan = "Route #1: 1 2 3\nRoute #2: 4 5\nCost 160\n"

  private func replan(_ arguments: String..., plan: String = plan) throws -> Command.Outcome {
    try TemporaryFolder.with(["road.vrp": Self.road, "road.sol": plan]) { folder in
      let files = ["road.vrp", "road.sol"].map { folder.appendingPathComponent($0).path }
      return try Command.run(["replan"] + files + ["--iterations", "300"] + arguments)
    }
  }

  @Test func `replan prints one JSON object with every key`() throws {
    let outcome = try replan("--at", "27", "--down", "1", "--handover", "2", "--json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.split(separator: "\n").count == 1 && outcome.errors.isEmpty)
    let json = try #require(outcome.json)
    #expect(
      Set(json.keys) == [
        "instance", "feasible", "at", "cost", "costBefore", "stabilityPrice", "changes", "vehicles", "unassigned", "iterations",
        "seconds", "threads", "seed",
      ])
    #expect(json["feasible"] as? Bool == true && json["at"] as? Double == 27 && json["costBefore"] as? Double == 160)
    let changes = try #require(json["changes"] as? [[String: Any]])
    // The van of route 1 served 1 at 10, is at 2 since 25; 3 was to be served at 40.
    #expect(changes.map { $0["client"] as? Int } == [3])
    let change = try #require(changes.first)
    #expect(Set(change.keys) == ["client", "outcome", "before", "after", "shift"])
    #expect(change["outcome"] as? String == "moved")
    #expect((change["before"] as? [String: Any])?["begin"] as? Double == 40)
    let vehicles = try #require(json["vehicles"] as? [[String: Any]])
    #expect(
      Set(vehicles[0].keys) == ["route", "down", "changed", "stops", "joined", "left", "endBefore", "endAfter"])
    #expect(vehicles[0]["down"] as? Bool == true && vehicles[0]["left"] as? [Int] == [3])
    let kinds = vehicles.flatMap { ($0["stops"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String } }
    #expect(kinds.count { $0 == "fetch" } == 1 && kinds.count { $0 == "done" } == 3)
  }

  @Test func `replan prints a table for people, and nothing changes where nothing happened`() throws {
    let quiet = try replan("--at", "27")
    #expect(quiet.status == 0)
    #expect(quiet.output.contains("nobody hears of it"))
    let late = try replan("--at", "27", "--behind", "1:4")
    #expect(late.status == 0)
    let row = late.output.split(separator: "\n").last { $0.contains("moved") }
    #expect(row?.split(separator: " ").map(String.init) == ["3", "moved", "1", "40.0", "1", "44.0", "4.0"])
  }

  @Test func `the same iterations give the same bytes for any number of threads`() throws {
    let texts = try ["1", "2"].map { threads in
      let json = try replan("--at", "12", "--down", "2", "--slower", "20", "--until", "60", "--threads", threads, "--json").json
      return "\(json?["changes"] ?? "")\(json?["vehicles"] ?? "")".sorted()
    }
    #expect(texts[0] == texts[1])
  }

  @Test func `who cannot be served any more is named, and the answer is no`() throws {
    // A new order whose goods are at the depot, where no van is left to leave.
    let outcome = try replan("--at", "30", "--json", plan: "Route #1: 1 2\nRoute #2: 3\nRoute #3: 4\n")
    #expect(outcome.status == 1)
    let json = try #require(outcome.json)
    #expect(json["feasible"] as? Bool == false && json["unassigned"] as? [Int] == [5])
    // It was told nothing, so nothing changes for it.
    #expect((json["changes"] as? [Any])?.isEmpty == true)
  }

  @Test func `whatever is wrong on the command line is said at once`() throws {
    let outcome = try replan(
      "--at", "12", "--down", "9", "--cancel", "77", "--behind", "x", "--slower", "100", "--time-price", "-1", "--overrun", "nan")
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("error: arguments: ") } == 6)
    #expect(lines.last?.hasPrefix("Maybe") == true)
    let begun = try replan("--at", "12", "--cancel", "1")
    #expect(begun.status == 2 && begun.errors.contains("$.events[0].job"))
    #expect(try replan("--at", "12", "--until", "30").status == 2)
  }
}
