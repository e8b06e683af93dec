import Dispatching
import Interchange
import Logistics
import Testing

@Suite struct TripFileTests {
  private func file(_ text: String) throws -> TripFile { try TripFile(AssignmentFile(Array(text.utf8), source: "trips.json")) }

  private func one(fixed: String = "5", second: String = "1", metre: String = "1", drop: String = "null", load: String = "1")
    -> String
  {
    """
    {"turnaround":0.5,"vehicles":[{"id":"v","depot":"D","count":2,"start":0,"end":100.25,"capacity":[9.5],"fixedCost":\(fixed),
     "costPerSecond":\(second),"costPerMetre":\(metre)}],
     "trips":[{"id":"a","depot":"D","start":10,"end":20.5,"distance":5.125,"load":[\(load)],"dropCost":\(drop)},
              {"id":"b","depot":"D","start":21,"end":31.5,"distance":5.125,"load":[\(load)],"dropCost":\(drop)}]}
    """
  }

  @Test func `decimals of times, distances, loads and costs are all kept`() throws {
    let file = try file(one(fixed: "0.35", second: "0.9", metre: "0.25", load: "9.5"))
    let answer = try file.problem.assign()
    #expect(file.isExact && answer.termination == .optimal)
    // One unit: the turnaround of half a second just fits.
    #expect(answer.chains.map(\.trips) == [[0, 1]])
    #expect(abs(file.cost(of: answer.verdict) - (0.35 + 2 * (10.5 * 0.9 + 5.125 * 0.25))) <= 1e-9)
    #expect(abs(file.bound(answer.bound) - file.cost(of: answer.verdict)) <= 1e-4)
    #expect(try self.file(one(load: "9.500001")).problem.assign().termination == .infeasible)
  }

  @Test(arguments: ["1e-12", "1e-3", "0.1234567890123456", "7e11", "1e15", "1e200", "1e300"])
  func `costs of any size are told apart to twelve digits`(_ cost: String) throws {
    let value = Double(cost)!
    let file = try file(one(fixed: cost, second: "0", metre: "0"))
    let answer = try file.problem.assign()
    #expect(answer.chains.count == 1)
    #expect(file.cost(of: answer.verdict) == value)
    #expect(file.bound(answer.bound) <= value * (1 + 1e-12) && file.bound(answer.bound) >= value * (1 - 1e-9))
  }

  @Test func `numbers that mean no limit cost those beside them no digit`() throws {
    let text = one(load: "9.25").replacing("\"capacity\":[9.5]", with: "\"capacity\":[9007199254740991]")
      .replacing(
        "\"vehicles\":[",
        with: """
          "vehicles":[{"id":"w","depot":"D","count":1,"start":0,"end":100000000000,"capacity":[9.2],"fixedCost":1,"costPerSecond":0,
          "costPerMetre":0},
          """)
    let file = try file(text)
    let answer = try file.problem.assign()
    // The cheap one is too small by a twentieth.
    #expect(answer.chains.map(\.vehicle) == [1] && file.problem.obstacles(to: 0).isEmpty)
    #expect(abs(file.cost(of: answer.verdict) - (5 + 2 * (10.5 + 5.125))) <= 1e-9)
    #expect(file.hour == .seconds(360_000) || file.hour == .seconds(36_000))
    let pause = try self.file(one().replacing("\"turnaround\":0.5", with: "\"turnaround\":9007199254740991"))
    #expect(try pause.problem.assign().chains.count == 2)
  }

  @Test func `costs that are nothing cost nothing`() throws {
    let file = try file(one(fixed: "0", second: "0", metre: "0", drop: "0"))
    let answer = try file.problem.assign()
    #expect(file.cost(of: answer.verdict) == 0 && file.bound(answer.bound) == 0)
  }

  @Test(arguments: [
    ("\"depot\":\"D\",\"start\":10", "\"depot\":\"E\",\"start\":10", "$.trips[0].depot"),
    ("\"id\":\"b\"", "\"id\":\"a\"", "$.trips[1].id"), ("[9.5]", "[9.5,1]", "$.trips[0].load"),
    ("\"end\":20.5", "\"end\":2", "$.trips[0].end"), ("100.25", "-1", "$.vehicles[0].end"),
    ("\"count\":2", "\"count\":-2", "$.vehicles[0].count"), ("\"start\":21", "\"start\":\"x\"", "$.trips[1].start"),
  ])
  func `a fault is named by its place`(_ good: String, _ bad: String, _ place: String) throws {
    let text = one().replacing(good, with: bad)
    let error = #expect(throws: InvalidInput.self) { try file(text) }
    #expect(error?.faults.map(\.place).contains(place) == true, "\(error?.description ?? "")")
    #expect(error?.advice.isEmpty == false)
  }
}
