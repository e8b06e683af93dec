import Logistics
import Travel

extension RouteChecker {
  /// What the work of a route costs by ``Balance``.
  func balancePrice(of route: Route, duration: TimeSpan, distance: Distance) -> Int {
    guard let balance = problem.preferences.balance else { return 0 }
    var work = ClampedSum()
    switch balance.work {
    case .time: work.add(duration.seconds)
    case .distance: work.add(distance.metres)
    case .stops: work.add(route.jobs.count)
    case .load(let dimension):
      for job in route.jobs {
        work.add(problem.jobs[job].delivery[dimension])
        work.add(problem.jobs[job].pickup[dimension])
      }
    }
    // A larger work costs the most that is asked, whatever the price, unless that is zero.
    let wide = Int128(min(work.total, Distance.limit))
    return Int(min(Int128(RoutingProblem.largestCost), Int128(balance.costPerUnit) * wide * wide / Int128(balance.usual)))
  }

  /// What the spread of a route costs: the least, over its stops, of all ways from there.
  func spreadPrice(of route: Route) -> Int {
    guard problem.preferences.costPerMetreOfSpread > 0 else { return 0 }
    let travel = problem.profiles[problem.vehicles[route.vehicle].profile]
    let places = route.jobs.map { problem.jobs[$0].place }
    let spreads = places.map { centre in places.reduce(0) { $0 + travel.distance(from: centre, to: $1).metres } }
    var price = ClampedSum()
    price.add(spreads.min() ?? 0, times: problem.preferences.costPerMetreOfSpread)
    return min(price.total, RoutingProblem.largestCost)
  }

  /// What it costs that a service begins when it does, on the vehicle that it does, by what its customer was told.
  func announcementPrice(of job: Int, begin: Instant, vehicle: Int) -> Int {
    guard let announced = problem.jobs[job].announced else { return 0 }
    var time = ClampedSum()
    time.add(max(begin - announced.begin, announced.begin - begin).seconds, times: announced.costPerSecond)
    let isAnother = announced.vehicle.map { $0 != vehicle } ?? false
    return min(time.total, RoutingProblem.largestCost) + (isAnother ? announced.costOfAnotherVehicle : 0)
  }
}
