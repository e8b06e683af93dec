import Logistics
import Routing

/// A day of a city that is nearly sold: vans for thirty stops each, who have promised eight windows of two hours.
struct SoldDay {
  let windows: [TimeWindow]
  private(set) var plan: TentativePlan
  /// Customers that ask for something so small that every van has room, so that every place is looked at.
  let requests: [SlotRequest]

  init(vans: Int, stops: Int, seed: UInt64) throws {
    let opens = Instant("2026-11-23T07:00:00-03:00")!
    windows = (0..<8).map { TimeWindow(opens: opens + .minutes(60 + 90 * $0), closes: opens + .minutes(180 + 90 * $0))! }
    let van = VehicleType(
      id: "van", count: vans, start: 0, capacity: [stops / vans + 1], shift: TimeWindow(opens: opens, closes: opens + .hours(15)),
      fixedCost: 50_000, costPerMetre: 18, costPerSecond: 5)
    plan = try TentativePlan(vehicles: [van], depots: [Coordinate(latitude: -33.45, longitude: -70.66)!])
    var random = SeededRandom(seed: seed)
    for (index, place) in Towns.points(8 * stops, seed: seed).enumerated() where plan.count < stops {
      let request = SlotRequest(place: place, delivery: [1], service: .minutes(4))
      try plan.insert(request, as: ID("order-\(index)"), in: windows[Int.random(in: 0..<8, using: &random)])
    }
    guard plan.count == stops else { throw WrongAnswer("a day with \(plan.count) stops") }
    requests = Towns.points(256, seed: seed + 1).map { SlotRequest(place: $0, delivery: [0], service: .minutes(4)) }
  }
}
