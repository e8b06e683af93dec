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
  func `the prices are a dual solution: no chain earns more than its unit is worth, and they add up to a bound`(seed: Int) throws
  {
    // Costs in thousandths, so that a rounded price is small beside them.
    let problem = try RandomTrips.make(seed: UInt64(400 + seed), trips: 6, vehicles: 2)
    let oracle = TripEnumeration(problem).best
    guard oracle.missing == 0 else { return }
    let answer = try problem.assign(TripLimit(time: nil))
    #expect(answer.vehiclePrices.allSatisfy { $0 >= 0 })
    for (trip, price) in zip(problem.trips, answer.tripPrices) { #expect(price <= Double(trip.dropCost ?? .max) + 1e-6) }
    for (place, vehicle) in problem.vehicles.enumerated() where vehicle.count > 0 && vehicle.maximumTrips != 0 {
      for (index, trip) in problem.trips.enumerated() where vehicle.fits(trip) {
        let cost = problem.check([TripChain(vehicle: place, trips: [index])])
        let alone = cost.cost - problem.trips.indices.reduce(0) { $0 + ($1 == index ? 0 : problem.trips[$1].dropCost ?? 0) }
        #expect(answer.tripPrices[index] - answer.vehiclePrices[place] <= Double(alone) + 1e-3)
      }
    }
    let units = problem.vehicles.map { vehicle in min(vehicle.count, problem.trips.count { vehicle.fits($0) }) }
    let worth = answer.tripPrices.reduce(0, +) - zip(answer.vehiclePrices, units).reduce(0) { $0 + $1.0 * Double($1.1) }
    #expect(worth <= Double(oracle.cost) + 1e-3)
  }

  @Test(arguments: 0..<40)
  func `a change is worth what solving the changed problem by hand says`(seed: Int) throws {
    let problem = try RandomTrips.make(seed: UInt64(1200 + seed), trips: 6, vehicles: 2)
    let before = TripEnumeration(problem).best
    guard before.missing == 0 else { return }
    let answer = try problem.assign(TripLimit(time: nil))
    // What the prices themselves prove; the tree may have proved more, and then a whole vehicle may save more than its price.
    let units = problem.vehicles.map { vehicle in min(vehicle.count, problem.trips.count { vehicle.fits($0) }) }
    let worth = answer.tripPrices.reduce(0, +) - zip(answer.vehiclePrices, units).reduce(0) { $0 + $1.0 * Double($1.1) }
    let changes =
      problem.vehicles.indices.flatMap { [TripChange.oneMore(vehicle: $0), .longerShift(vehicle: $0, by: .seconds(4))] }
      + problem.trips.indices.map { .without(trip: $0) }
    for change in changes {
      let after = TripEnumeration(try problem.changed(by: change)).best
      let counterfactual = try problem.explain(change, of: answer, TripLimit(time: nil))
      #expect(counterfactual.isProved && counterfactual.saving == before.cost - after.cost, "\(change)")
      if case .oneMore = change, let price = counterfactual.price {
        #expect(Double(counterfactual.saving) <= price + Double(before.cost) - worth + 1e-3, "\(change)")
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
