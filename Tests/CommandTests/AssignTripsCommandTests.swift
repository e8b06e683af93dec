import Foundation
import Testing

/// `lastmile assign` in the form of trips.
@Suite struct AssignTripsCommandTests {
  private func assign(_ text: String, _ arguments: String..., interruptedAfter: String? = nil) throws -> Command.Outcome {
    try TemporaryFolder.with(["trips.json": text]) { folder in
      try Command.run(
        ["assign", folder.appendingPathComponent("trips.json").path] + arguments, interruptedAfter: interruptedAfter)
    }
  }

  /// The example of the documentation: the first van drives one trip or both that do not touch, the second what is left.
  private static let small = """
    {"turnaround":900,
     "vehicles":[{"id":"van","depot":"D1","count":2,"start":28800,"end":64800,"capacity":[900,6],"skills":["cold"],
                  "fixedCost":35000,"costPerSecond":0.9,"costPerMetre":0.25,"maxTrips":3}],
     "trips":[{"id":"t1","depot":"D1","start":30000,"end":37200,"distance":41000,"load":[640,5],"skills":[],"dropCost":90000},
              {"id":"t2","depot":"D1","start":38000,"end":40000,"distance":8000,"load":[640.5,5],"skills":["cold"],"dropCost":null},
              {"id":"t3","depot":"D1","start":40900,"end":42900,"distance":8000.5,"load":[1,1],"skills":[],"dropCost":50000}]}
    """
  /// By hand: t1 costs 7200 · 0.9 + 41000 · 0.25 = 16730 and would need a van of its own, so it is worth 90000 − 51730; t2 and t3 fit
  /// one van: 35000 + 3800 + 3800.125.
  private static let cost = 35_000 + 16_730 + 35_000 + 3_800 + 3_800.125

  @Test func `trips print one JSON object with every key`() throws {
    let outcome = try assign(Self.small, "--json")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let json = try #require(outcome.json)
    #expect(
      Set(json.keys) == [
        "status", "cost", "bound", "gap", "chains", "dropped", "missing", "tripPrices", "vehiclePrices", "nodes", "programs",
        "solver", "seconds",
      ])
    #expect(json["status"] as? String == "optimal" && json["cost"] as? Double == Self.cost)
    #expect(json["bound"] as? Double == Self.cost && json["gap"] as? Double == 0)
    let chains = try #require(json["chains"] as? [[String: Any]])
    #expect(chains.map { $0["trips"] as? [String] } == [["t1"], ["t2", "t3"]])
    #expect(chains.map { $0["unit"] as? Int } == [1, 2] && chains.allSatisfy { $0["vehicle"] as? String == "van" })
    #expect((json["tripPrices"] as? [String: Double])?.count == 3 && (json["vehiclePrices"] as? [String: Double])?.count == 1)
  }

  @Test func `trips print a table for people, and what changes would bring`() throws {
    let outcome = try assign(Self.small, "--explain", "--without", "t1")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix("optimal: cost 94330.125, proved optimal\n3 trips on 2 vehicles, 0 dropped, 0 missing; "))
    #expect(outcome.output.contains("\n   van 2  t2 t3\n") || outcome.output.contains("van 2  t2 t3\n"))
    #expect(outcome.output.contains("without t1"))
    let told = try #require(
      try assign(Self.small, "--explain", "--without", "t1", "--json").json?["counterfactuals"] as? [[String: Any]])
    #expect(told.map { $0["change"] as? String } == ["one more van", "van 3600.0 s longer", "without t1"])
    #expect(told.map { $0["saving"] as? Double } == [0, 0, 51_730] && told.allSatisfy { $0["proved"] as? Bool == true })
  }

  @Test func `trips that cannot all be driven are status 1, with what stands in the way`() throws {
    let late = Self.small.replacingOccurrences(of: "\"end\":40000", with: "\"end\":70000")
    let outcome = try assign(late, "--json")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("t2 fits no vehicle of D1 (van: it ends 5200.0 s after the shift)"))
    let json = try #require(outcome.json)
    #expect(json["status"] as? String == "infeasible" && json["missing"] as? [String] == ["t2"])
    #expect(json["cost"] is NSNull && json["bound"] is NSNull && json["gap"] is NSNull)
    let busy = Self.small.replacingOccurrences(of: "\"count\":2", with: "\"count\":0")
    #expect(try assign(busy).status == 1)
  }

  @Test func `everything that is wrong with trips is said at once, with its place`() throws {
    let outcome = try assign(
      """
      {"turnaround":-1,"vehicles":[{"id":"v","depot":"D","count":1.5,"start":9,"end":3,"capacity":["x"],"fixedCost":-2,
       "costPerSecond":1,"costPerMetre":1}],"trips":[{"id":"t","depot":"D","start":0,"end":1,"distance":0,"colour":1}],"more":0}
      """, "--json")
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    let lines = outcome.errors.split(separator: "\n")
    for place in [
      "$.turnaround", "$.vehicles[0].count", "$.vehicles[0].capacity[0]", "$.vehicles[0].fixedCost", "$.trips[0].colour",
      "$.more",
    ] {
      #expect(lines.contains { $0.contains("trips.json: \(place): ") }, "\(place)\n\(outcome.errors)")
    }
    #expect(lines.last?.hasPrefix("Maybe ") == true)
    let unknown = try assign(Self.small, "--without", "t9")
    #expect(unknown.status == 2 && unknown.errors.contains("--without: \"t9\""))
    #expect(try assign(Self.small, "--nodes", "-1").status == 2)
  }

  @Test func `with a number of nodes the bytes are the same for any number of threads`() throws {
    let text = Self.day(trips: 120)
    let outcomes = try ["1", "2"].map { threads in
      try assign(text, "--nodes", "20", "--threads", threads, "--json").output
        .replacing(/"seconds":[0-9.e-]+/, with: "")
    }
    #expect(outcomes[0] == outcomes[1] && !outcomes[0].isEmpty)
  }

  @Test func `Ctrl-C prints the best so far and is no failure`() throws {
    let outcome = try assign(
      Self.day(trips: 900), "--json", "--seconds", "600", "--progress", interruptedAfter: "nodes")
    #expect(outcome.status == 0)
    #expect(outcome.json?["status"] as? String == "timeLimit")
  }

  /// A day of so many trips that overlap, for two classes.
  private static func day(trips count: Int) -> String {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let trips = (0..<count).map { index in
      let start = next(40_000), length = 1_800 + next(9_000)
      return """
        {"id":"t\(index)","depot":"D","start":\(start),"end":\(start + length),"distance":\(length * 8),"load":[\(next(9))],"skills":[],
         "dropCost":\(20_000 + next(60_000))}
        """
    }
    let vehicles = [(4, 9_000, 2), (8, 14_000, 3)].map { room, cost, most in
      """
      {"id":"v\(room)","depot":"D","count":\(count / 8),"start":0,"end":60000,"capacity":[\(room)],"skills":[],"fixedCost":\(cost),
       "costPerSecond":0.75,"costPerMetre":0.\(room),"maxTrips":\(most)}
      """
    }
    return #"{"turnaround":600,"vehicles":[\#(vehicles.joined(separator: ","))],"trips":[\#(trips.joined(separator: ","))]}"#
  }
}
