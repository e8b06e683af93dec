import Foundation
import Testing

/// Routes of files whose vehicles differ, and of other formats, as scripts see them.
@Suite struct FamilyCommandTests {
  /// A square of 10 by 10. Only the second vehicle has room for all; the others cost more.
  static let fleet = """
    NAME : fleet
    TYPE : HFVRP
    DIMENSION : 4
    VEHICLES : 3
    EDGE_WEIGHT_TYPE : EUC_2D
    NODE_COORD_SECTION
    1 0 0
    2 0 10
    3 10 10
    4 10 0
    DEMAND_SECTION
    1 0
    2 1
    3 1
    4 1
    CAPACITY_SECTION
    1 1
    2 3
    3 1
    VEHICLES_UNIT_DISTANCE_COST_SECTION
    1 150
    2 100
    3 200
    EOF

    """

  static let depots = """
    2 1 3 2
    0 5
    0 5
    1 0 10 0 1 1 2 1 2
    2 10 10 0 1 1 2 1 2
    3 10 0 0 1 1 2 1 2
    4 0 0 0 0 0 0
    5 20 0 0 0 0 0
    """

  static let vroom = """
    {"vehicles":[{"id":1,"start_index":0,"end_index":0}],"jobs":[{"id":31,"location_index":1},{"id":12,"location_index":2}],
     "matrices":{"car":{"durations":[[0,10,20],[10,0,5],[20,5,0]]}}}
    """

  private func run(_ command: String, _ files: KeyValuePairs<String, String>, _ arguments: String...) throws -> Command.Outcome {
    try TemporaryFolder.with(Dictionary(uniqueKeysWithValues: files.map { ($0, $1) })) { folder in
      try Command.run([command] + files.map { folder.appendingPathComponent($0.key).path } + arguments)
    }
  }

  @Test func `vehicles that stay at home have an empty route where vehicles differ`() throws {
    try TemporaryFolder.with(["fleet.vrp": Self.fleet]) { folder in
      let (file, out) = (folder.appendingPathComponent("fleet.vrp").path, folder.appendingPathComponent("out.sol").path)
      let outcome = try Command.run(["route", file, "--iterations", "300", "--json", "--out", out])
      let routes = try #require(outcome.json?["routes"] as? [[Int]])
      #expect(routes.map(\.isEmpty) == [true, false, true])
      #expect(outcome.json?["vehicles"] as? Int == 1)
      // 40 of way at 100: files of mixed fleets carry costs times 100.
      #expect(outcome.json?["cost"] as? Int == 40)
      let text = try String(contentsOfFile: out, encoding: .utf8)
      #expect(text.hasPrefix("Route #1: \nRoute #2: ") && text.hasSuffix("\nRoute #3: \nCost 40.000\n"))
      let check = try Command.run(["check", file, out, "--json"])
      #expect(check.status == 0 && check.json?["cost"] as? Int == 40)
      let again = try Command.run(["route", file, "--iterations", "0", "--start", out, "--json"])
      #expect(again.json?["routes"] as? [[Int]] == routes)
      let table = try Command.run(["route", file, "--iterations", "0", "--start", out])
      #expect(table.output.contains("\n  2  40.000  "), "under the number of the vehicle")
    }
  }

  @Test func `a route is judged by the vehicle of its number`() throws {
    let outcome = try run("check", ["fleet.vrp": Self.fleet, "bad.sol": "Route #1: 1 2\nRoute #2: 3\nRoute #4:\n"], "--json")
    #expect(outcome.status == 1)
    let violations = try #require(outcome.json?["violations"] as? [[String: Any]])
    #expect(violations.allSatisfy { $0["kind"] as? String == "capacity" && $0["route"] as? Int == 1 })
    #expect(!violations.isEmpty)
  }

  @Test func `Cordeau's files and solutions are judged and solved`() throws {
    let check = try run("check", ["p01": Self.depots, "p01.res": "40.0\n1 1 40 3 0 1 2 3 0\n"], "--json")
    #expect(check.status == 0 && check.json?["cost"] as? Int == 40)
    let route = try run("route", ["p01": Self.depots], "--iterations", "100", "--json")
    #expect(route.json?["instance"] as? String == "p01")
    #expect((route.json?["routes"] as? [[Int]])?.count == 2, "a list for the vehicle of each depot")
  }

  @Test func `VROOM's jobs are named by their ids`() throws {
    let route = try run("route", ["v.json": Self.vroom], "--iterations", "100", "--json", "--bound")
    #expect(route.status == 0)
    #expect(route.json?["cost"] as? Int == 35)
    #expect([[[31, 12]], [[12, 31]]].contains(route.json?["routes"] as? [[Int]]))
    let check = try run("check", ["v.json": Self.vroom, "r.json": #"{"routes":[[12]]}"#], "--json")
    #expect(check.status == 0 && check.json?["cost"] as? Int == 40, "who is left out has no part in the cost")
  }

  @Test func `a fault of VROOM's file is named by its path`() throws {
    let outcome = try run("route", ["v.json": Self.vroom.replacing("\"id\":31", with: "\"id\":\"31\"")])
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("v.json: $.jobs[0].id: \"31\", expected a whole number"))
    #expect(outcome.errors.split(separator: "\n").last?.hasPrefix("Maybe ") == true)
  }

  @Test func `no bound is printed where none is known`() throws {
    let text = CommandTests.square.replacing("TYPE : CVRP", with: "TYPE : GVRP").replacing(
      "DEPOT_SECTION", with: "MUTUALLY_EXCLUSIVE_GROUP_SECTION\n1 2 3\nDEPOT_SECTION")
    let outcome = try run("route", ["g.vrp": text], "--iterations", "50", "--json", "--bound")
    #expect(outcome.json?["bound"] is NSNull && outcome.json?["gap"] is NSNull)
  }
}
