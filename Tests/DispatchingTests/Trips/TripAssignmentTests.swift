import Dispatching
import LinearProgramming
import Logistics
import Testing

@Suite struct TripAssignmentTests {
  @Test(arguments: 0..<300)
  func `the chains are the best of all ways to drive the trips, and proved to be`(seed: Int) throws {
    let problem = try RandomTrips.make(seed: UInt64(seed), trips: 1 + seed % 7, vehicles: 1 + seed % 3)
    let oracle = TripEnumeration(problem).best
    let answer = try problem.assign(TripLimit(time: nil))
    #expect(answer.verdict.violations.isEmpty)
    if oracle.missing == 0 {
      #expect(answer.termination == .optimal && answer.verdict.isFeasible)
      #expect(answer.verdict.cost == oracle.cost && answer.bound == oracle.cost && answer.gap == 0)
    } else {
      #expect(answer.termination == .infeasible && !answer.verdict.missing.isEmpty)
    }
  }

  @Test(arguments: 0..<60)
  func `a day in the middle costs what GLPK's own branch and bound says of another program`(seed: Int) throws {
    let problem = try RandomTrips.day(seed: UInt64(seed), trips: 15 + seed * 3 / 4, vehicles: 3 + seed % 2)
    let flow = try TripFlow(problem).program.solve()
    #expect(flow.termination == .optimal)
    let answer = try problem.assign(TripLimit(time: nil))
    guard flow.objective < TripFlow.missing else {
      #expect(answer.termination == .infeasible)
      return
    }
    #expect(answer.termination == .optimal && abs(Double(answer.verdict.cost) - flow.objective) <= 1e-2)
    // However early it ends, what it says then is true.
    for limit in [TripLimit(time: .zero), TripLimit(nodes: 1, time: nil), TripLimit(nodes: 4, time: nil)] {
      let early = try problem.assign(limit)
      #expect(Double(early.bound) <= flow.objective + 1e-2)
      #expect(early.verdict.violations.isEmpty && (!early.verdict.isFeasible || early.verdict.cost >= answer.verdict.cost))
    }
  }

  @Test(arguments: 0..<60)
  func `whatever the limit, the bound is no higher than the optimum and the plan keeps the rules`(seed: Int) throws {
    let problem = try RandomTrips.make(seed: UInt64(7000 + seed), trips: 7, vehicles: 3)
    let oracle = TripEnumeration(problem).best
    for nodes in [0, 1, 3] {
      let answer = try problem.assign(TripLimit(nodes: nodes, time: nil))
      #expect(answer.verdict.violations.isEmpty)
      if oracle.missing == 0 { #expect(answer.bound <= oracle.cost) }
      if answer.verdict.isFeasible { #expect(answer.verdict.cost >= oracle.cost) }
    }
    let late = try problem.assign(TripLimit(time: .zero))
    #expect(late.verdict.violations.isEmpty && (oracle.missing > 0 || late.bound <= oracle.cost))
  }

  @Test(arguments: 0..<60)
  func `prices are what the relaxation of another program says of one unit more and one trip less`(seed: Int) throws {
    let problem =
      seed % 2 == 0
      ? try RandomTrips.make(seed: UInt64(400 + seed), trips: 6, vehicles: 2)
      : try RandomTrips.day(seed: UInt64(400 + seed), trips: 25, vehicles: 3)
    func relaxed(_ problem: TripProblem) throws -> Double { try TripFlow(problem).program.relaxed.solve().objective }
    let cost = try relaxed(problem)
    guard cost < TripFlow.missing else { return }
    let answer = try problem.assign(TripLimit(time: nil))
    guard answer.termination == .optimal else { return }
    let near = 1e-6 * max(1, cost) + 0.1
    #expect(abs(answer.relaxation - cost) <= near)
    for (index, price) in answer.vehiclePrices.enumerated() where problem.vehicles[index].count > 0 {
      #expect(abs(cost - (try relaxed(problem.changed(by: .oneMore(vehicle: index)))) - price) <= near, "\(index)")
    }
    for (index, price) in answer.tripPrices.enumerated() {
      // A price is a slope: taking all of the trip away saves no more than it says.
      #expect(cost - (try relaxed(problem.changed(by: .without(trip: index)))) <= price + near, "\(index)")
      #expect(price <= Double(problem.trips[index].dropCost ?? .max) + near)
    }
  }

  @Test(arguments: 0..<40)
  func `a change is worth what solving the changed problem by hand says`(seed: Int) throws {
    let problem = try RandomTrips.make(seed: UInt64(1200 + seed), trips: 6, vehicles: 2)
    let before = TripEnumeration(problem).best
    guard before.missing == 0 else { return }
    let answer = try problem.assign(TripLimit(time: nil))
    let changes =
      problem.vehicles.indices.flatMap { [TripChange.oneMore(vehicle: $0), .longerShift(vehicle: $0, by: .seconds(4))] }
      + problem.trips.indices.map { .without(trip: $0) }
    for change in changes {
      let after = TripEnumeration(try problem.changed(by: change)).best
      let counterfactual = try problem.explain(change, of: answer, TripLimit(time: nil))
      #expect(counterfactual.isProved && counterfactual.saving == before.cost - after.cost, "\(change)")
      if case .oneMore = change, let price = counterfactual.price {
        // A whole vehicle may save more than the linear program says by what the tree has proved beyond it.
        #expect(Double(counterfactual.saving) <= price + Double(before.cost) - answer.relaxation + 1e-2, "\(change)")
      }
    }
  }

  @Test(arguments: 0..<10)
  func `the answer does not depend on the number of threads, the order of the trips changes no cost`(seed: Int) throws {
    let problem = try RandomTrips.make(seed: UInt64(90 + seed), trips: 40, vehicles: 5, mayDrop: seed % 2 == 0)
    let one = try problem.assign(TripLimit(nodes: 200, time: nil), threads: 1)
    let two = try problem.assign(TripLimit(nodes: 200, time: nil), threads: 2)
    #expect(one.verdict == two.verdict && one.bound == two.bound && one.tripPrices == two.tripPrices)
    let turned = try TripProblem(trips: problem.trips.reversed(), vehicles: problem.vehicles, turnaround: problem.turnaround)
    let third = try turned.assign(TripLimit(time: nil))
    if one.termination == .optimal && third.termination == .optimal { #expect(one.verdict.cost == third.verdict.cost) }
  }

  @Test func `a limit of trips that leaves one trip too many is proved, though half of it would fit`() throws {
    func trip(_ name: String, _ start: Int, _ end: Int, _ depot: ID<Node> = "D", drop: Int? = nil) -> Trip {
      Trip(
        id: ID(name), depot: depot, start: Instant(secondsSince1970: start), end: Instant(secondsSince1970: end), dropCost: drop)
    }
    let day = RandomTrips.window(0, 100)
    let problem = try TripProblem(
      trips: [trip("a", 0, 10), trip("b", 20, 30), trip("c", 40, 50), trip("d", 0, 100), trip("e", 0, 5, "E", drop: 1000)],
      vehicles: [
        VehicleClass(id: "d", depot: "D", count: 2, shift: day, fixedCost: 10, maximumTrips: 2),
        VehicleClass(id: "e", depot: "E", count: 1, shift: day),
      ])
    let answer = try problem.assign(TripLimit(nodes: 1000, time: nil))
    #expect(answer.termination == .infeasible && answer.verdict.missing.count == 1 && answer.nodes < 100)
  }

  @Test func `a unit that one more would not relieve has no price, though prices between would do`() throws {
    let van = VehicleClass(id: "van", depot: "D", count: 1, shift: RandomTrips.window(0, 100), fixedCost: 1000)
    let trip = Trip(
      id: "t", depot: "D", start: Instant(secondsSince1970: 5), end: Instant(secondsSince1970: 9), dropCost: 5000)
    let answer = try TripProblem(trips: [trip], vehicles: [van]).assign()
    #expect(answer.verdict.cost == 1000 && abs(answer.vehiclePrices[0]) < 1e-2 && answer.tripPrices[0] >= 1000 - 1e-2)
  }

  @Test func `a plan to begin with is never made worse`() throws {
    let problem = try RandomTrips.make(seed: 77, trips: 60, vehicles: 4)
    let good = try problem.assign(TripLimit(nodes: 500, time: nil))
    let again = try problem.assign(TripLimit(nodes: 0, time: nil), start: good.chains)
    #expect(again.verdict.cost <= good.verdict.cost)
  }

  @Test func `a search that is called off hands out what it has`() throws {
    let problem = try RandomTrips.make(seed: 5, trips: 30, vehicles: 3)
    let answer = try problem.assign(isCancelled: { true })
    #expect(answer.termination == .cancelled && answer.verdict.violations.isEmpty)
  }

  @Test func `without trips or vehicles nothing is driven and nothing is wrong`() throws {
    let nothing = try TripProblem(trips: [], vehicles: [])
    let answer = try nothing.assign()
    #expect(answer.termination == .optimal && answer.verdict.cost == 0 && answer.chains.isEmpty && answer.bound == 0)
    let van = VehicleClass(id: "van", depot: "D", count: 2, shift: RandomTrips.window(0, 9), fixedCost: 4)
    #expect(try TripProblem(trips: [], vehicles: [van]).assign().vehiclePrices == [0])
  }
}
