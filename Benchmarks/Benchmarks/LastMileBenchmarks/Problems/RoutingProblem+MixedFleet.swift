import Logistics
import Routing
import Travel

extension RoutingProblem {
  /// Stops of 1 to 20 parcels in a city, served by three classes of vehicles of which there are only so many; metres, minutes and the
  /// vehicle itself cost.
  static func mixedFleet(stops: Int, seed: UInt64) throws -> RoutingProblem {
    var random = SeededRandom(seed: seed)
    let depot = Coordinate(latitude: -33.45, longitude: -70.66)!
    let travel = TravelMatrix(between: [depot] + Towns.points(stops, seed: seed))
    let jobs = (1...stops).map { place in
      Job(
        id: ID("stop-\(place)"), place: place, delivery: [Int.random(in: 1...20, using: &random)], service: .minutes(3))
    }
    let vehicles = [("bike", stops / 20, 60, 5_000), ("van", stops / 15, 110, 12_000), ("truck", stops / 30, 170, 20_000)]
    return try RoutingProblem(
      travel: travel, jobs: jobs,
      vehicles: vehicles.map { name, count, capacity, fixed in
        VehicleType(
          id: ID(name), count: max(1, count), start: 0, capacity: [capacity], fixedCost: fixed, costPerMetre: 1, costPerSecond: 2)
      })
  }

  /// Routes of 5 to 15 stops as constructions of whole plans with random numbers leave them: from a stop far out, of those left, on to
  /// one of the nearest that is left, straightened by 2-opt, on the smallest class that carries it or, one time in four, the next.
  func randomRoutes(_ count: Int, seed: UInt64) -> [Route] {
    var random = SeededRandom(seed: seed)
    let near = nearest(40)
    var routes: [Route] = []
    var left: Set<Int> = []
    while routes.count < count {
      if left.isEmpty { left = Set(jobs.indices) }
      let some = (0..<4).compactMap { _ in left.sorted().randomElement(using: &random) }
      var stops = [some.max { out($0) < out($1) }!]
      left.remove(stops[0])
      let length = Int.random(in: 5...15, using: &random)
      while stops.count < length {
        // Mostly from the last one on, at times from any.
        let from = Int.random(in: 0..<4, using: &random) == 0 ? stops.randomElement(using: &random)! : stops.last!
        guard let next = near[from].filter({ left.contains($0) }).prefix(3).randomElement(using: &random) else { break }
        if load(stops + [next]) > vehicles.map({ $0.capacity.amounts[0] }).max()! { break }
        stops.append(next)
        left.remove(next)
      }
      routes.append(route(stops, &random))
    }
    return routes
  }

  /// Routes like given ones: one to three stops taken off, as many put on that lie near.
  func neighbours(of routes: [Route], _ count: Int, seed: UInt64) -> [Route] {
    var random = SeededRandom(seed: seed)
    let near = nearest(12)
    return (0..<count).map { _ in
      var stops = routes.randomElement(using: &random)!.jobs
      for _ in 0..<Int.random(in: 1...3, using: &random) where stops.count > 2 {
        stops.remove(at: Int.random(in: stops.indices, using: &random))
      }
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let left = near[stops.randomElement(using: &random)!].filter { !stops.contains($0) }
        if let next = left.prefix(4).randomElement(using: &random) { stops.append(next) }
      }
      return route(stops, &random)
    }
  }

  private func route(_ stops: [Int], _ random: inout SeededRandom) -> Route {
    var stops = stops
    let largest = vehicles.map { $0.capacity.amounts[0] }.max() ?? 0
    while load(stops) > largest { stops.removeLast() }
    let fitting = vehicles.indices.filter { vehicles[$0].capacity.amounts[0] >= load(stops) }
    let larger = Int.random(in: 0..<4, using: &random) == 0 && fitting.count > 1
    return Route(vehicle: fitting[larger ? 1 : 0], jobs: straightened(stops))
  }

  private func load(_ stops: [Int]) -> Int { stops.reduce(0) { $0 + jobs[$1].delivery.amounts[0] } }

  private func out(_ job: Int) -> Int { travel.distance(from: vehicles[0].start, to: jobs[job].place).metres }

  private func nearest(_ count: Int) -> [[Int]] {
    jobs.indices.map { job in
      Array(jobs.indices.filter { $0 != job }.sorted { metres(job, $0) < metres(job, $1) }.prefix(count))
    }
  }

  private func metres(_ a: Int, _ b: Int) -> Int { travel.distance(from: jobs[a].place, to: jobs[b].place).metres }

  /// 2-opt until nothing improves; the streets are taken to be as long both ways.
  private func straightened(_ stops: [Int]) -> [Int] {
    var places = [vehicles[0].start] + stops.map { jobs[$0].place } + [vehicles[0].start]
    var order = stops
    func way(_ a: Int, _ b: Int) -> Int { travel.distance(from: places[a], to: places[b]).metres }
    var improved = true
    while improved {
      improved = false
      for i in 1..<(places.count - 1) {
        for j in i..<(places.count - 1) where way(i - 1, j) + way(i, j + 1) < way(i - 1, i) + way(j, j + 1) {
          places[i...j].reverse()
          order[(i - 1)...(j - 1)].reverse()
          improved = true
        }
      }
    }
    return order
  }
}
