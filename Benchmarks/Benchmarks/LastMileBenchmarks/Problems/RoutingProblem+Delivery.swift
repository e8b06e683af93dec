import Logistics
import Routing
import Travel

extension RoutingProblem {
  /// A day's deliveries in a city from a depot in its middle: stops of 1 to 20 parcels, vans of 120, three minutes at each door.
  ///
  /// - Parameter windows: Whether each customer is only there for one to three hours of the ten-hour day.
  static func delivery(stops: Int, windows: Bool, seed: UInt64) throws -> RoutingProblem {
    var random = SeededRandom(seed: seed)
    let depot = Coordinate(latitude: -33.45, longitude: -70.66)!
    let travel = TravelMatrix(between: [depot] + Towns.points(stops, seed: seed))
    let opens = Instant("2026-11-23T09:00:00-03:00")!
    let jobs = (1...stops).map { place in
      // The latest window opens so that a van can still be back in time from anywhere.
      let from = opens + .minutes(15 * Int.random(in: 4...24, using: &random))
      return Job(
        id: ID("stop-\(place)"), place: place, delivery: [Int.random(in: 1...20, using: &random)], service: .minutes(3),
        window: windows ? TimeWindow(opens: from, closes: from + .hours(Int.random(in: 1...3, using: &random))) : nil)
    }
    let van = VehicleType(
      id: "van", count: stops, start: 0, capacity: [120],
      shift: windows ? TimeWindow(opens: opens, closes: opens + .hours(11)) : nil)
    return try RoutingProblem(travel: travel, jobs: jobs, vehicles: [van])
  }
}
