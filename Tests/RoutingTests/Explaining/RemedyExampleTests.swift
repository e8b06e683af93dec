import Logistics
import Routing
import Testing
import Travel

/// Small days on one straight road, where every figure can be worked out in the head.
@Suite struct RemedyExampleTests {
  /// Places at these kilometres; a kilometre takes a minute. The depot is the first.
  private static func road(_ kilometres: [Int]) throws -> TravelMatrix {
    let ways = kilometres.map { from in kilometres.map { abs(from - $0) } }
    return try TravelMatrix(metres: ways.map { $0.map { 1000 * $0 } }, seconds: ways.map { $0.map { 60 * $0 } })
  }

  private static func minutes(_ from: Int, _ to: Int) -> TimeWindow {
    TimeWindow(opens: Instant(secondsSince1970: 60 * from), closes: Instant(secondsSince1970: 60 * to))!
  }

  /// The remedies by what they change.
  private static func remedies(_ problem: RoutingProblem, _ routes: [Route], _ job: Int) throws -> [RuleChange.Rule?:
    LeftOutRemedy]
  {
    let limit = ExplanationLimit(replanning: Replanning(iterations: 100))
    let left = try #require(try problem.explainLeftOut(of: routes, limit: limit).first { $0.jobs == [job] })
    #expect(left.depth == .complete)
    return Dictionary(uniqueKeysWithValues: left.remedies.map { ($0.change?.rule, $0) })
  }

  @Test func `a window that closes too soon names the seconds that are lacking, for the job and for the shift`() throws {
    // Ten minutes away and back; the door closes at 8, the shift begins at 0.
    let job = Job(id: "a", place: 1, delivery: [1], window: Self.minutes(5, 8))
    let van = VehicleType(id: "van", count: 1, start: 0, capacity: [5], shift: Self.minutes(0, 60), costPerMetre: 1)
    let problem = try RoutingProblem(travel: Self.road([0, 10]), jobs: [job], vehicles: [van])
    let left = try #require(try problem.explainLeftOut(of: []).first)
    #expect(left.obstacles.map(\.route) == [nil])
    let breach = try #require(left.obstacles[0].breaches.first)
    #expect(left.obstacles[0].breaches.count == 1 && breach.rule == .timeWindow && breach.amount == 120 && breach.job == 0)
    let found = try Self.remedies(problem, [], 0)
    #expect(Set(found.keys) == [.closing(job: 0, window: 0), .shiftStart(vehicle: 0)])
    #expect(found.values.allSatisfy { $0.change?.amount == 120 && $0.extraCost == 20_000 && $0.isInserted && $0.route == nil })
  }

  @Test func `what a vehicle lacks is told in its own unit, and what one more would cost`() throws {
    let jobs = [
      Job(id: "heavy", place: 1, delivery: [900, 1]), Job(id: "left", place: 2, delivery: [150, 1], skills: []),
    ]
    let van = VehicleType(
      id: "van", count: 1, start: 0, capacity: [1_000, 1], fixedCost: 7, costPerMetre: 1, maximumDistance: .kilometres(20),
      maximumStops: 1)
    let large = VehicleType(id: "large", count: 0, start: 0, capacity: [5_000, 9], fixedCost: 9, costPerMetre: 2)
    let problem = try RoutingProblem(travel: Self.road([0, 4, 6]), jobs: jobs, vehicles: [van, large])
    let routes = [Route(vehicle: 0, jobs: [0])]
    // Two dimensions and the number of stops are in the way together, so that no single one of them helps.
    let left = try #require(try problem.explainLeftOut(of: routes).first)
    #expect(left.obstacles.first { $0.route == 0 }?.isJoint == true)
    #expect(left.obstacles.first { $0.route == 0 }?.breaches.map(\.rule) == [.capacity, .maximumStops])
    let found = try Self.remedies(problem, routes, 1)
    // A van more costs 7 and 12 km, which is less than the large one.
    #expect(Set(found.keys) == [.count(vehicle: 0)])
    #expect(found[.count(vehicle: 0)]?.extraCost == 12_007)
  }

  @Test(arguments: [(150, 50), (101, 1), (600, 500)])
  func `grams that are lacking are told to the gram`(grams: Int, lacking: Int) throws {
    let jobs = [Job(id: "heavy", place: 1, delivery: [900]), Job(id: "left", place: 2, delivery: [grams])]
    let van = VehicleType(id: "van", count: 1, start: 0, capacity: [1_000], costPerMetre: 1)
    let problem = try RoutingProblem(travel: Self.road([0, 4, 6]), jobs: jobs, vehicles: [van])
    let found = try Self.remedies(problem, [Route(vehicle: 0, jobs: [0])], 1)
    #expect(found[.capacity(vehicle: 0, dimension: 0)]?.change?.amount == lacking)
    #expect(found[.capacity(vehicle: 0, dimension: 0)]?.extraCost == 4_000)
    #expect(found[.capacity(vehicle: 0, dimension: 0)]?.route == 0)
  }

  @Test func `metres, stops, minutes out and skills are each told alone where they are the only thing in the way`() throws {
    let jobs = [Job(id: "near", place: 1, delivery: [1]), Job(id: "left", place: 2, delivery: [1], skills: [])]
    func problem(_ van: VehicleType, skills: Set<Skill> = []) throws -> RoutingProblem {
      let left = Job(id: "left", place: 2, delivery: [1], skills: skills)
      return try RoutingProblem(travel: Self.road([0, 4, 6]), jobs: [jobs[0], left], vehicles: [van])
    }
    let routes = [Route(vehicle: 0, jobs: [0])]
    let short = VehicleType(id: "van", count: 1, start: 0, capacity: [9], maximumDistance: .metres(11_500))
    #expect(try Self.remedies(problem(short), routes, 1)[.distance(vehicle: 0)]?.change?.amount == 500)
    let few = VehicleType(id: "van", count: 1, start: 0, capacity: [9], maximumStops: 1)
    #expect(try Self.remedies(problem(few), routes, 1)[.stops(vehicle: 0)]?.change?.amount == 1)
    let brief = VehicleType(id: "van", count: 1, start: 0, capacity: [9], maximumDuration: .seconds(700))
    #expect(try Self.remedies(problem(brief), routes, 1)[.duration(vehicle: 0)]?.change?.amount == 20)
    let plain = VehicleType(id: "van", count: 1, start: 0, capacity: [9])
    let cold = try Self.remedies(problem(plain, skills: ["cold", "lift"]), routes, 1)
    #expect(cold[.skills(vehicle: 0, ["cold", "lift"])]?.change?.amount == 2)
  }

  @Test func `goods that come too late, and goods that may not be long on board, say by how much`() throws {
    // Ready at minute 30; there at 40, where the door closes at 35.
    let late = Job(
      id: "late", place: 1, delivery: [1], window: Self.minutes(0, 35), release: Instant(secondsSince1970: 1800))
    let van = VehicleType(id: "van", count: 1, start: 0, capacity: [5])
    let waiting = try RoutingProblem(travel: Self.road([0, 10]), jobs: [late], vehicles: [van])
    #expect(try Self.remedies(waiting, [], 0)[.release(job: 0)]?.change?.amount == 300)

    let ends = [Job(id: "from", place: 1, delivery: [0], pickup: [1]), Job(id: "to", place: 2, delivery: [1])]
    let riding = try RoutingProblem(
      travel: Self.road([0, 10, 30]), jobs: ends, vehicles: [van],
      relations: Relations(shipments: [Shipment(pickup: 0, delivery: 1, mostTimeOnBoard: .minutes(15))]))
    let left = try #require(try riding.explainLeftOut(of: []).first)
    #expect(left.demand == .shipment(0) && left.jobs == [0, 1])
    #expect(left.remedies.map(\.change) == [RuleChange(.timeOnBoard(shipment: 0), by: 300)])
  }

  @Test func `what planning again serves needs no change, and is said to`() throws {
    // The far stop must be first: between the others there is no place for it, and no other vehicle.
    let jobs = [
      Job(id: "b", place: 2, delivery: [1], window: Self.minutes(0, 22)),
      Job(id: "c", place: 1, delivery: [1], window: Self.minutes(0, 12)),
      Job(id: "a", place: 3, delivery: [1], window: Self.minutes(0, 35)),
    ]
    let van = VehicleType(
      id: "van", count: 1, start: 0, capacity: [5], shift: Self.minutes(0, 90), maximumDistance: .kilometres(60))
    let problem = try RoutingProblem(travel: Self.road([0, 10, 20, 30]), jobs: jobs, vehicles: [van])
    let found = try Self.remedies(problem, [Route(vehicle: 0, jobs: [1, 0])], 2)
    #expect(found.count == 1 && found[nil]?.extraCost == 20_000)

    // Two vans took the long way about: each has no room for the third, together they have.
    let parcels = [3, 3, 2, 2].enumerated().map { index, size in
      Job(id: ID("\(index)"), place: 1, delivery: [size])
    }
    let pair = VehicleType(id: "van", count: 2, start: 0, capacity: [5])
    let packing = try RoutingProblem(travel: Self.road([0, 10]), jobs: parcels, vehicles: [pair])
    let again = try Self.remedies(packing, [Route(vehicle: 0, jobs: [2, 3]), Route(vehicle: 0, jobs: [0])], 1)
    #expect(again.count == 1)
    #expect(again[nil]?.isInserted == false && again[nil]?.extraCost == 0)
  }

  @Test func `where stops can be moved, less is needed than for a place among them`() throws {
    // Of 4, 4, 4 and 3 in two vans of 7, one 4 is left out: beside 4 and 3 there is room for none, but with 1 more the 4 beside the other 4.
    let sizes = [4, 3, 4, 4]
    let jobs = sizes.enumerated().map { index, size in Job(id: ID("\(index)"), place: 1, delivery: [size]) }
    let vans = VehicleType(id: "van", count: 2, start: 0, capacity: [7])
    let problem = try RoutingProblem(travel: Self.road([0, 10]), jobs: jobs, vehicles: [vans])
    // 3 and 4 together, and the other 4 alone: joining it lacks 1.
    let packed = try Self.remedies(problem, [Route(vehicle: 0, jobs: [0, 1]), Route(vehicle: 0, jobs: [2])], 3)
    #expect(packed[.capacity(vehicle: 0, dimension: 0)]?.change?.amount == 1)
    // Of 2, 3, 5 and 5 in vans of 7: as they stand 2 and 3 together and 5 alone, the other 5 lacks 3; with the 2 beside a 5 and the
    // 3 beside the other, 1.
    let other = [2, 3, 5, 5].enumerated().map { index, size in Job(id: ID("\(index)"), place: 1, delivery: [size]) }
    let moving = try RoutingProblem(travel: Self.road([0, 10]), jobs: other, vehicles: [vans])
    let moved = try Self.remedies(moving, [Route(vehicle: 0, jobs: [0, 1]), Route(vehicle: 0, jobs: [2])], 3)
    let remedy = try #require(moved[.capacity(vehicle: 0, dimension: 0)])
    #expect(remedy.change?.amount == 1 && !remedy.isInserted)
  }

  @Test func `a stop that is not worth its way names the price from which it is`() throws {
    let job = Job(id: "far", place: 1, delivery: [1], dropCost: 15_000)
    let van = VehicleType(id: "van", count: 1, start: 0, capacity: [1], costPerMetre: 1)
    let problem = try RoutingProblem(travel: Self.road([0, 10]), jobs: [job], vehicles: [van])
    let found = try Self.remedies(problem, [], 0)
    #expect(found.count == 1)
    #expect(found[.dropCost(.job(0))]?.change?.amount == 5_000 && found[.dropCost(.job(0))]?.extraCost == 20_000)
  }

  @Test func `a plan that breaks a rule, and a demand that is not there, are refused with their places`() throws {
    let jobs = [Job(id: "a", place: 1, delivery: [9]), Job(id: "b", place: 1, delivery: [1])]
    let van = VehicleType(id: "van", count: 1, start: 0, capacity: [5])
    let problem = try RoutingProblem(travel: Self.road([0, 10]), jobs: jobs, vehicles: [van])
    let refused = #expect(throws: InvalidInput.self) { try problem.explainLeftOut(of: [Route(vehicle: 0, jobs: [0])]) }
    #expect(refused?.faults.first?.place == "route 0")
    #expect(throws: InvalidInput.self) { try problem.explainLeftOut(of: [], [.job(2), .shipment(0), .alternatives(-1)]) }
    #expect(throws: InvalidInput.self) { try problem.conflictingDemands(missedBy: [Route(vehicle: 7, jobs: [0])]) }
    #expect(try problem.explainLeftOut(of: [Route(vehicle: 0, jobs: [1])], [.job(1)]).isEmpty)
  }
}
