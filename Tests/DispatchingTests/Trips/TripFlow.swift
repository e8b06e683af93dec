import Dispatching
import LinearProgramming
import Logistics

/// The same problem as one program without chains, for GLPK's own branch and bound: units of a class flow along a line of time, a trip
/// takes one out when it begins and gives it back when it ends. Where a unit may drive so many trips only, each turn has its line.
struct TripFlow {
  private(set) var program = LinearProgram(.minimize)

  init(_ problem: TripProblem) {
    let cover = problem.trips.map { _ in program.addRow("", .equal(1), [:]) }
    for (trip, row) in zip(problem.trips, cover) {
      // A trip that must be driven costs more to leave out than all others together.
      program.addColumn(cost: trip.dropCost.map { Double($0) } ?? Self.missing, in: .unit, [row: 1])
    }
    for vehicle in problem.vehicles { add(vehicle, problem, cover) }
  }

  static let missing = 1e9

  private mutating func add(_ vehicle: VehicleClass, _ problem: TripProblem, _ cover: [Row]) {
    let trips = problem.trips.indices.filter { vehicle.fits(problem.trips[$0]) }
    let turns = min(vehicle.maximumTrips ?? .max, trips.count)
    guard turns > 0 else { return }
    let isLoop = vehicle.maximumTrips == nil
    let units = program.addColumn(cost: Double(vehicle.fixedCost), in: .between(0, Double(vehicle.count)), integral: true)
    // For each turn and trip whether a unit drives it then.
    let driven = (0..<(isLoop ? 1 : turns)).map { _ in
      trips.map { trip -> Column in
        let length = Double((problem.trips[trip].end - problem.trips[trip].start).seconds)
        let cost = length * vehicle.costPerSecond + Double(problem.trips[trip].distance.metres) * vehicle.costPerMetre
        return program.addColumn(cost: cost.rounded(), in: .unit, integral: true, [cover[trip]: 1])
      }
    }
    for turn in driven.indices {
      let source = isLoop ? 0 : turn - 1
      // Before anything leaves at an instant, everything that is free by then has arrived; of trips without length the one listed first
      // arrives for those behind it, as chains run in that order.
      let order = trips.indices.sorted { key(problem.trips[trips[$0]], $0) < key(problem.trips[trips[$1]], $1) }
      for (place, index) in order.enumerated() {
        let trip = problem.trips[trips[index]]
        // Units that have left by then, this trip included, are no more than those that were there.
        var terms = order[...place].map { (driven[turn][$0], 1.0) }
        if turn == 0 { terms.append((units, -1)) }
        if source >= 0 {
          terms += order[..<place].filter { problem.trips[trips[$0]].end + problem.turnaround <= trip.start }.map {
            (driven[source][$0], -1.0)
          }
        }
        program.addRow("", .atMost(0), terms)
      }
    }
  }

  private func key(_ trip: Trip, _ index: Int) -> (Int, Int, Int) {
    (trip.start.secondsSince1970, trip.end.secondsSince1970, index)
  }
}
