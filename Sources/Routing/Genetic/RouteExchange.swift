/// Puts some neighbouring routes of one parent in the place of those of the other that serve most of the same jobs.
///
/// The selective route exchange of Y. Nagata, O. Bräysy and W. Dullaert ("A penalty-based edge assembly memetic algorithm for the vehicle
/// routing problem with time windows", 2010), with the routes next to each other found by the neighbours of a job instead of by angles.
struct RouteExchange {
  /// The chance to pass over a place where a job is put back, in 2⁶⁴: one in sixteen, the mutation of this search.
  private static let blink: UInt64 = 1 << 60

  private var slotOfJob: [Int32]
  private var otherSlotOfJob: [Int32]
  private var wasTaken: [Bool]
  private var isGiven: [Bool]

  init(_ problem: LocalProblem) {
    slotOfJob = [Int32](repeating: -1, count: problem.jobCount)
    otherSlotOfJob = slotOfJob
    wasTaken = [Bool](repeating: false, count: problem.jobCount)
    isGiven = wasTaken
  }

  /// Makes a child in `tours`, its jobs that lost a neighbour waiting in the queue.
  mutating func apply(_ parent: Individual, _ other: Individual, to descent: Descent, _ random: inout RandomSource) {
    let tours = descent.tours
    let problem = tours.problem
    note(parent, in: &slotOfJob)
    note(other, in: &otherSlotOfJob)
    let seed = random.below(problem.jobCount)
    let most = max(1, min(parent.routes.count, other.routes.count) / 2)
    let count = 1 + random.below(most)
    let given = routes(around: seed, count, slotOfJob, problem)
    for job in wasTaken.indices {
      wasTaken[job] = false
      isGiven[job] = false
    }
    for route in given { for job in parent.routes[route].jobs { isGiven[job] = true } }
    let taken = overlapping(given.count, other)
    for route in taken { for job in other.routes[route].jobs { wasTaken[job] = true } }

    // Half of the children keep the routes taken whole, the others those that stay.
    let keepsTaken = random.below(2) == 0
    var routes: [Route] = []
    var touched: [Int] = []
    let isGivenRoute = Set(given)
    for (index, route) in parent.routes.enumerated() where !isGivenRoute.contains(index) {
      routes.append(keepsTaken ? without(route, &touched) { wasTaken[$0] } : route)
    }
    for index in taken {
      routes.append(
        keepsTaken ? other.routes[index] : without(other.routes[index], &touched) { slotOfJob[$0] >= 0 && !isGiven[$0] })
    }
    tours.load(routes.filter { !$0.jobs.isEmpty })
    for job in touched { tours.enqueue(job) }
    for index in taken { for job in other.routes[index].jobs { tours.enqueue(job) } }
    var absent: [Int] = []
    for job in 0..<problem.jobCount where tours.visits[job].slot < 0 && problem.isServable[job] { absent.append(job) }
    for index in absent.indices.dropLast() { absent.swapAt(index, index + random.below(absent.count - index)) }
    // Two jobs may pay where one does not.
    let isGenerous = problem.flat.hasOptionalUnits && random.below(4) == 0
    for job in absent {
      let target = descent.bestPlace(job, generously: isGenerous, blink: Self.blink, &random)
      if target >= 0 { descent.serve(job, after: target) }
    }
  }

  private func note(_ individual: Individual, in table: inout [Int32]) {
    for job in table.indices { table[job] = -1 }
    for (index, route) in individual.routes.enumerated() { for job in route.jobs { table[job] = Int32(index) } }
  }

  /// The first routes that the neighbours of a job are on.
  private func routes(around seed: Int, _ count: Int, _ slotOfJob: [Int32], _ problem: LocalProblem) -> [Int] {
    var found: [Int] = []
    if slotOfJob[seed] >= 0 { found.append(Int(slotOfJob[seed])) }
    // A walk by neighbours, as one list may hold few routes.
    var frontier = [seed]
    var seen = Set(frontier)
    var index = 0
    while index < frontier.count, found.count < count {
      let row = problem.neighbours + frontier[index] * problem.width
      for rank in 0..<problem.width where found.count < count {
        let job = Int(row[rank])
        if seen.insert(job).inserted { frontier.append(job) }
        let route = Int(slotOfJob[job])
        if route >= 0, !found.contains(route) { found.append(route) }
      }
      index += 1
    }
    return found
  }

  /// The routes of the other parent that serve the most of the given jobs, for what they serve besides.
  private func overlapping(_ count: Int, _ other: Individual) -> [Int] {
    let ranked = other.routes.indices.map { index -> (Int, Int) in
      let common = other.routes[index].jobs.count { isGiven[$0] }
      return (-common * 1000 / max(1, other.routes[index].jobs.count), index)
    }.sorted { $0 < $1 }
    return ranked.prefix(count).filter { $0.0 < 0 }.map(\.1)
  }

  private func without(_ route: Route, _ touched: inout [Int], _ isLost: (Int) -> Bool) -> Route {
    var jobs: [Int] = []
    var hasGap = false
    for job in route.jobs {
      if isLost(job) {
        if let last = jobs.last { touched.append(last) }
        hasGap = true
      } else {
        if hasGap { touched.append(job) }
        hasGap = false
        jobs.append(job)
      }
    }
    return Route(vehicle: route.vehicle, jobs: jobs)
  }
}
