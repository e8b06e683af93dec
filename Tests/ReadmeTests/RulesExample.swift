import Logistics
import Routing
import Travel

/// A morning with a swap at a door, a parcel for a locker or a neighbour, and a second trip.
func morning(_ minutes: [[Int]]) throws -> Answer {
  func clock(_ hour: Int, _ minute: Int = 0) -> Instant { Instant(secondsSince1970: 3600 * hour + 60 * minute) }
  func window(_ from: Int, _ to: Int) -> TimeWindow { TimeWindow(opens: clock(from), closes: clock(to))! }
  let travel = try TravelMatrix(metres: minutes.map { $0.map { 500 * $0 } }, seconds: minutes.map { $0.map { 60 * $0 } })
  let jobs = [
    // The old machine goes back as the new one comes: one visit, load both ways, at home before ten or after four.
    Job(
      id: "swap", place: 1, delivery: [1], pickup: [1], service: .minutes(20), setup: .minutes(5),
      windows: [window(8, 10), window(16, 18)]),
    Job(id: "locker", place: 2, delivery: [1]),
    Job(id: "neighbour", place: 3, delivery: [1], service: .minutes(3)),
    // Ready at the depot at nine; half an hour late at most, at 2 a second.
    Job(
      id: "cake", place: 4, delivery: [2], window: window(9, 11),
      lateness: Lateness(costPerSecond: 2, most: .minutes(30)), release: clock(9)),
    // From one shop to another, not to the depot.
    Job(id: "take", place: 2, delivery: [0], pickup: [1]),
    Job(id: "bring", place: 4, delivery: [1]),
    // Worth 400: left out if it costs more than that.
    Job(id: "leaflets", place: 3, delivery: [1], dropCost: 400),
  ]
  let van = VehicleType(
    id: "van", count: 2, start: 0, capacity: [3], shift: window(7, 18), fixedCost: 1_000, costPerMetre: 1, costPerSecond: 1,
    maximumDuration: .hours(8), overtime: Overtime(most: .hours(1), costPerSecond: 1), maximumStops: 12,
    breaks: [Break(windows: [window(11, 14)], duration: .minutes(30), isPaid: false)], reload: Reload(places: [0]))
  let problem = try RoutingProblem(
    travel: travel, jobs: jobs, vehicles: [van],
    relations: Relations(
      shipments: [Shipment(pickup: 4, delivery: 5, mostTimeOnBoard: .hours(1))],
      alternatives: [Alternatives(jobs: [1, 2])]),
    traffic: Traffic([.init(at: clock(8), percent: 60), .init(at: clock(9, 30), percent: 100)]),
    // Two vans of four hours rather than one of eight, and each in its own quarter.
    preferences: Preferences(balance: .time(usual: .hours(4), costPerSecond: 1), costPerMetreOfSpread: 1))
  let answer = try problem.solve(SearchLimit(iterations: 4_000))
  for route in answer.verdict.routes {
    for stop in route.stops { print(jobs[stop.job].id, "at", stop.begin, "on board after it:", stop.load) }
  }
  return answer
}
