package import Logistics
package import Routing
import Travel

/// Random days of a fleet in a town: deliveries with and without windows, returns to take back, vans with a shift; and what goes wrong on
/// them. Moments are seconds of the day.
package enum RandomDays {
  /// How many places there are for orders that come later.
  package static let sparePlaces = 4

  /// A day of so many stops; in the last places of its matrix nobody orders yet.
  package static func make(seed: UInt64, stops: Int) throws -> RoutingProblem {
    var random = RandomProblems.Generator(state: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
    // A depot at the edge, and houses in some quarters.
    let quarters = (0..<6).map { _ in (number(2_000...18_000), number(2_000...18_000)) }
    let points =
      [(1_000, 9_000)]
      + (0..<stops + sparePlaces).map { _ in
        let quarter = quarters[number(0...5)]
        return (quarter.0 + number(-2_500...2_500), quarter.1 + number(-2_500...2_500))
      }
    let metres = points.map { from in points.map { to in abs(from.0 - to.0) + abs(from.1 - to.1) } }
    let seconds = metres.map { row in row.map { $0 == 0 ? 0 : 30 + $0 / 8 } }
    let jobs = (1...stops).map { index -> Job in
      let isPickup = chance(8)
      let opens = 3600 * number(8...15)
      return Job(
        id: ID("order \(index)"), place: index, delivery: [isPickup ? 0 : number(1...5)],
        pickup: [isPickup || chance(8) ? number(1...3) : 0], service: .seconds(number(120...420)),
        window: chance(30) ? RandomProblems.window(opens, opens + 3600 * number(2...3)) : nil)
    }
    let van = VehicleType(
      id: "van", count: stops / 18 + 2, start: 0, capacity: [80], shift: RandomProblems.window(8 * 3600, 18 * 3600),
      fixedCost: 40_000, costPerMetre: 1, costPerSecond: 2)
    return try RoutingProblem(travel: TravelMatrix(metres: metres, seconds: seconds), jobs: jobs, vehicles: [van])
  }

  /// What goes wrong on a day that is planned, and when: one kind of news after the other, by the seed.
  package static func disruption(seed: UInt64, _ problem: RoutingProblem, _ plan: Verdict) -> (at: Instant, events: [DayEvent]) {
    var random = RandomProblems.Generator(state: seed &+ 5_555)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let ends = plan.routes.map { ($0.departure.secondsSince1970, $0.arrival.secondsSince1970) }
    let (first, last) = (ends.map(\.0).min() ?? 0, ends.map(\.1).max() ?? 0)
    let now = first + (last - first) * number(10...65) / 100
    let out = plan.routes.indices.filter { ends[$0].0 < now && now < ends[$0].1 - 1800 }
    let route = out.randomElement(using: &random) ?? 0
    let open = plan.routes.flatMap { $0.stops.filter { $0.arrival.secondsSince1970 > now + 1800 }.map(\.job) }
    let events: [DayEvent] =
      switch seed % 5 {
      case 0: [.vehicleDown(route: route)]
      case 1: open.shuffled(using: &random).prefix(number(1...3)).map { .cancelled(job: $0) }
      case 2:
        (0..<number(1...3)).map { index in
          .added(
            Job(
              id: ID("new \(index)"), place: problem.travel.count - 1 - index, delivery: [index == 0 ? 0 : 2],
              pickup: [index == 0 ? 2 : 0],
              service: .minutes(5)))
        }
      case 3:
        [.slower(percent: number(15...40), from: nil, until: RandomProblems.instant(now + 3600 * number(1...2)))]
      default: [.behind(route: route, by: .minutes(number(15...45)))]
      }
    return (RandomProblems.instant(now), events)
  }
}
