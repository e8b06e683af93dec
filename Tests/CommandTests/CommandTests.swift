import Foundation
import Testing

/// What scripts rely on: one JSON object on standard output, exit statuses, the form of the messages.
@Suite struct CommandTests {
  /// A square of 10 by 10 with the depot in a corner and a client in each of the others.
  static let square = """
    NAME : square
    TYPE : CVRP
    DIMENSION : 4
    CAPACITY : 3
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
    DEPOT_SECTION
    1
    -1
    EOF

    """

  private func route(_ text: String, _ arguments: String...) throws -> Command.Outcome {
    try TemporaryFolder.with(["square.vrp": text]) { folder in
      try Command.run(["route", folder.appendingPathComponent("square.vrp").path] + arguments)
    }
  }

  @Test func `route prints one JSON object with every key`() throws {
    let outcome = try route(Self.square, "--iterations", "200", "--json", "--bound", "--seed", "7", "--threads", "1")
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").count == 1)
    let json = try #require(outcome.json)
    #expect(
      Set(json.keys) == [
        "instance", "feasible", "cost", "vehicles", "routes", "unassigned", "bound", "boundMethod", "gap", "iterations",
        "seconds",
        "cpuSeconds", "threads", "seed", "trace",
      ])
    #expect(json["instance"] as? String == "square")
    #expect(json["feasible"] as? Bool == true)
    #expect(json["cost"] as? Int == 40)
    #expect([[[1, 2, 3]], [[3, 2, 1]]].contains(json["routes"] as? [[Int]]))
    // No plan is cheaper than the optimum, 40, and a bound that is printed is worth two thirds of it.
    let bound = try #require(json["bound"] as? Int)
    #expect((27...40).contains(bound))
    #expect(abs(try #require(json["gap"] as? Double) - Double(40 - bound) / Double(bound)) < 1e-9)
    #expect(json["boundMethod"] is String)
    #expect(json["iterations"] as? Int == 200)
    #expect(json["seed"] as? Int == 7 && json["threads"] as? Int == 1)
    #expect(outcome.errors.isEmpty)
    let without = try #require(try route(Self.square, "--iterations", "200", "--json").json)
    #expect(without["bound"] is NSNull && without["gap"] is NSNull && without["boundMethod"] is NSNull)
  }

  @Test func `route prints a table for people and nothing on standard error`() throws {
    let outcome = try route(Self.square, "--iterations", "200", "--convention", "dimacs")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("square: cost 40.0, vehicles 1, distance 40.0\n"))
    #expect(outcome.errors.isEmpty)
  }

  @Test func `the same seed and iterations give the same routes for any number of threads`() throws {
    let texts = try ["1", "2", "8"].map { threads in
      try TemporaryFolder.with(["square.vrp": Self.square]) { folder in
        let out = folder.appendingPathComponent("out.sol")
        let instance = folder.appendingPathComponent("square.vrp").path
        let arguments = ["route", instance, "--iterations", "300", "--threads", threads, "--out", out.path]
        #expect(try Command.run(arguments).status == 0)
        return try String(contentsOf: out, encoding: .utf8)
      }
    }
    #expect(Set(texts).count == 1)
    #expect(texts[0].hasPrefix("Route #1: ") && texts[0].hasSuffix("\nCost 40\n"))
  }

  @Test func `a start is at least kept`() throws {
    try TemporaryFolder.with(["square.vrp": Self.square, "start.sol": "Route #1: 1 2 3\nCost 40\n"]) { folder in
      let files = ["square.vrp", "start.sol"].map { folder.appendingPathComponent($0).path }
      let outcome = try Command.run(["route", files[0], "--iterations", "0", "--start", files[1], "--json"])
      #expect(outcome.json?["routes"] as? [[Int]] == [[1, 2, 3]])
    }
  }

  @Test func `an infeasible problem is answered with status 1`() throws {
    try TemporaryFolder.with { folder in
      let out = folder.appendingPathComponent("out.sol").path
      let outcome = try route(
        Self.square.replacing("3 1\n", with: "3 9\n"), "--iterations", "100", "--json", "--out", out)
      #expect(outcome.status == 1)
      #expect(outcome.json?["feasible"] as? Bool == false)
      #expect(outcome.json?["unassigned"] as? [Int] == [2])
      #expect(!FileManager.default.fileExists(atPath: out), "a plan that leaves clients out is no solution")
    }
  }

  @Test func `Ctrl-C prints the best routes so far and succeeds`() throws {
    try TemporaryFolder.with(["square.vrp": Self.square]) { folder in
      let instance = folder.appendingPathComponent("square.vrp").path
      let arguments = ["route", instance, "--iterations", "1000000000000", "--progress", "--json"]
      let outcome = try Command.run(arguments, interruptedAfter: "cost 40")
      #expect(outcome.status == 0)
      #expect(outcome.json?["cost"] as? Int == 40)
    }
  }

  @Test(arguments: [
    ["route"], ["route", "x.vrp", "--what"], ["fly"], ["check", "x.vrp"], ["route", "x.vrp", "--convention", "metric"],
    ["route", "x.vrp", "--seconds", "-1"], ["route", "x.vrp", "--seconds", "nan"], ["route", "x.vrp", "--seconds", "1e300"],
    ["route", "x.vrp", "--seconds", "soon"], ["route", "x.vrp", "--threads", "0"], ["route", "x.vrp", "--iterations", "-5"],
    ["route", "x.vrp", "--iterations", "9223372036854775807"], ["route", "x.vrp", "--seed", "-1"],
  ])
  func `bad arguments are status 2 and named`(_ arguments: [String]) throws {
    let outcome = try Command.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("error: arguments: "), "\(outcome.errors)")
    #expect(outcome.errors.contains(", expected "))
  }

  @Test func `all bad numbers are named at once`() throws {
    let outcome = try Command.run(["route", "x.vrp", "--seconds", "-1", "--threads", "0", "--iterations", "-2"])
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.last?.hasPrefix("Maybe ") == true, "the advice comes last")
  }

  @Test func `bad files are status 2, each fault a line`() throws {
    let outcome = try route(
      Self.square.replacing("2 1\n", with: "2 x\n").replacing("3 1\n", with: "3 -1\n").replacing("2 0 10", with: "2 0 ten"))
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    let lines = outcome.errors.split(separator: "\n").dropLast()
    #expect(outcome.errors.split(separator: "\n").last?.hasPrefix("Maybe ") == true, "the advice comes last")
    #expect(lines.allSatisfy { $0.hasPrefix("error: ") && $0.contains("square.vrp: line ") && $0.contains(", expected ") })
    #expect(lines.count >= 2)
  }

  @Test(arguments: ["--out", "--start"])
  func `a file that cannot be written or read is named before the search`(_ option: String) throws {
    let outcome = try route(Self.square, "--seconds", "600", option, "/no/such/folder/x.sol")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("error: /no/such/folder/x.sol: file: "))
    #expect(outcome.errors.split(separator: "\n").last?.hasPrefix("Maybe ") == true)
  }

  @Test func `check judges a solution and says what it breaks`() throws {
    let files = ["square.vrp": Self.square, "good.sol": "Route #1: 1 2 3\nCost 40\n", "bad.sol": "Route #1: 1 2\nRoute #4: 2\n"]
    try TemporaryFolder.with(files) { folder in
      func check(_ name: String, _ arguments: String...) throws -> Command.Outcome {
        try Command.run(["check"] + ["square.vrp", name].map { folder.appendingPathComponent($0).path } + arguments)
      }
      let good = try check("good.sol", "--json")
      #expect(good.status == 0)
      #expect(good.json?["feasible"] as? Bool == true && good.json?["cost"] as? Int == 40)
      #expect((good.json?["violations"] as? [Any])?.isEmpty == true)
      #expect(try check("good.sol").output == "square: feasible, cost 40, vehicles 1\n")

      let bad = try check("bad.sol", "--json")
      #expect(bad.status == 1)
      let violations = try #require(bad.json?["violations"] as? [[String: Any]])
      #expect(violations.map { $0["kind"] as? String } == ["visitedTwice", "missing"])
      #expect(violations[0]["route"] as? Int == 4 && violations[0]["stop"] as? Int == 1 && violations[0]["amount"] as? Int == 1)
      #expect(violations[1]["route"] is NSNull && violations[1]["client"] as? Int == 3)
      #expect(try check("bad.sol").output.contains("visitedTwice by 1: route 4, stop 1, client 2"))
      #expect(try check("none.sol").status == 2)
    }
  }

  @Test func `help is no error`() throws {
    for arguments in [[], ["--help"], ["help", "route"], ["check", "--help"]] {
      let outcome = try Command.run(arguments)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("USAGE: lastmile"))
    }
  }
}
