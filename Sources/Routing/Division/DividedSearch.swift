import Logistics

/// Searches a large problem part by part: each worker anneals the routes of a part that lie together, then all are divided anew.
///
/// What two workers do to different parts adds up, where two searches of the whole would each have to find everything; and tables of every
/// way are needed only within a part, so that memory grows with the jobs and not with their square (`docs/decisions/0017-parts.md`).
/// It is one annealing of one plan: a worker goes on from the current routes of a part, not from its best ones. The best routes of
/// different parts make a plan together, even if they were not met at the same time.
final class DividedSearch: SearchTeam {
  private let problem: RoutingProblem
  private let units: FlatUnits
  private let begun: [Route]
  private let mostInPart: Int
  private let verifies: Bool
  private let workers = [PartWorker(), PartWorker()]
  private var random: RandomSource
  private var edgeCost = 1.0
  /// Whether the second worker searches its parts by the penalised descent: with windows that is better, without it is not.
  private let mayDescend: Bool
  private(set) var best = Incumbent()

  /// The parts of this round: where each is now, and its best, in the numbers of the whole.
  private var tasks: [PartWorker.Task] = []
  private var current: [[Route]] = []
  private var bests: [Incumbent] = []
  /// The first part that is being searched; those before are done.
  private var turn = 0

  var members: [any SearchEngine] { workers }

  init(_ problem: RoutingProblem, seed: UInt64, start: [Route], begun: [Route], _ shape: SearchShape, verifies: Bool) {
    self.problem = problem
    self.begun = begun
    mostInPart = shape.mostInPart
    self.verifies = verifies
    units = FlatUnits(problem)
    random = RandomSource(seed: seed, stream: 2)
    mayDescend = problem.jobs.contains { !$0.windows.isEmpty } && LocalProblem.canSearch(problem)
    divide(firstPlan(start))
  }

  // MARK: The first plan

  /// A plan made part by part; sets the scale of the temperature.
  private func firstPlan(_ start: [Route]) -> [Route] {
    let count = (problem.jobs.count + mostInPart - 1) / mostInPart
    var (routes, price, edges): ([Route], Double, Int) = ([], 0, 0)
    for (part, start) in parts(of: start, count: count) {
      let searcher = Searcher(FlatProblem(part.problem), seed: random.next(), stream: 0, start: start)
      price += searcher.edgeCost * Double(part.problem.jobs.count)
      edges += part.problem.jobs.count
      routes += searcher.best.routes.map(part.outward)
    }
    edgeCost = max(1, price / Double(max(1, edges)))
    return routes
  }

  // MARK: Parts

  /// Divides the jobs, those on a route together, into parts of about the same size.
  private func parts(of routes: [Route], count: Int) -> [(part: ProblemPart, start: [Route])] {
    let groups = Partition(problem: problem).groups(clusters(of: routes), count: count, &random)
    var group = [Int](repeating: 0, count: problem.jobs.count)
    for (index, members) in groups.enumerated() {
      for cluster in members { for job in cluster.jobs { group[job] = index } }
    }
    var inside = [[Route]](repeating: [], count: groups.count)
    for route in routes { inside[group[route.jobs[0]]].append(route) }
    var underway = [[Route]](repeating: [], count: groups.count)
    for route in begun { underway[group[route.jobs[0]]].append(route) }
    let fleets = fleets(inside, groups.map { $0.reduce(0) { $0 + $1.jobs.count } })
    return groups.indices.map { index in
      let part = ProblemPart(
        of: problem, jobs: groups[index].flatMap(\.jobs).sorted(), fleet: fleets[index], begun: underway[index])
      return (part, inside[index].map(part.inward))
    }
  }

  /// The jobs that must be in one part: those of a route, of a unit, and of a list of jobs on one route.
  private func clusters(of routes: [Route]) -> [Cluster] {
    var leader = Array(problem.jobs.indices)
    func find(_ job: Int) -> Int {
      var job = job
      while leader[job] != job {
        leader[job] = leader[leader[job]]
        job = leader[job]
      }
      return job
    }
    func unite(_ jobs: [Int]) {
      for job in jobs.dropFirst() {
        let (one, other) = (find(jobs[0]), find(job))
        leader[max(one, other)] = min(one, other)
      }
    }
    for route in routes { unite(route.jobs) }
    units.members.forEach(unite)
    problem.relations.sameRoute.forEach(unite)
    var indexOfLeader: [Int: Int] = [:]
    var clusters: [Cluster] = []
    for job in problem.jobs.indices {
      let leader = find(job)
      if let index = indexOfLeader[leader] {
        clusters[index].jobs.append(job)
      } else {
        indexOfLeader[leader] = clusters.count
        clusters.append(Cluster(jobs: [job]))
      }
    }
    return clusters
  }

  /// The vehicles of each part by type: those in use, and of the free ones a share by its jobs, the odd ones where most are left out.
  private func fleets(_ routes: [[Route]], _ jobs: [Int]) -> [[Int]] {
    var fleets = routes.map { used in problem.vehicles.indices.map { type in used.count { $0.vehicle == type } } }
    let waiting = routes.indices.map { part in jobs[part] - routes[part].reduce(0) { $0 + $1.jobs.count } }
    let byNeed = routes.indices.sorted { (-waiting[$0], $0) < (-waiting[$1], $1) }
    let all = max(1, jobs.reduce(0, +))
    for (type, vehicle) in problem.vehicles.enumerated() {
      let free = max(0, vehicle.count - fleets.reduce(0) { $0 + $1[type] })
      var left = free
      for part in fleets.indices {
        let share = Int(Double(free) * Double(jobs[part]) / Double(all))
        fleets[part][type] += share
        left -= share
      }
      for part in byNeed where left > 0 {
        fleets[part][type] += 1
        left -= 1
      }
      if let first = byNeed.first { fleets[first][type] += max(0, left) }
    }
    return fleets
  }

  // MARK: Rounds

  /// Begins a round: parts of the routes, an even number, of which each worker takes one after another.
  private func divide(_ routes: [Route]) {
    let count = 2 * max(1, (problem.jobs.count + 2 * mostInPart - 1) / (2 * mostInPart))
    let parts = parts(of: routes, count: count)
    tasks = parts.enumerated().map { index, part in
      PartWorker.Task(
        part: part.part, start: part.start, seed: random.next(), descends: mayDescend && index % 2 == 1, edgeCost: edgeCost,
        verifies: verifies)
    }
    current = parts.map { part in part.start.map(part.part.outward) }
    bests = zip(parts, current).map { part, routes in
      Incumbent(
        missing: FlatUnits(part.part.problem).missing(from: part.start), cost: part.part.problem.check(part.start).cost,
        routes: routes)
    }
    turn = 0
    takeTurn()
    gather()
  }

  private func takeTurn() {
    for (index, worker) in workers.enumerated() {
      worker.begin(turn + index < tasks.count ? tasks[turn + index] : nil)
    }
  }

  /// Whoever worked on a part hands over what it found.
  func gather() {
    var (missing, cost) = (0, 0)
    for (index, known) in bests.enumerated() {
      let worker = index - turn
      let found = workers.indices.contains(worker) ? workers[worker].partCost : nil
      missing += found?.missing ?? known.missing
      cost += found?.cost ?? known.cost
    }
    guard (missing, cost) < (best.missing, best.cost) else { return }
    noteBests()
    best = Incumbent(missing: missing, cost: cost, routes: bests.flatMap(\.routes))
  }

  private func noteBests() {
    for (index, worker) in workers.enumerated() {
      if let found = worker.partBest { bests[turn + index] = found }
    }
  }

  func exchange() {
    gather()
    noteBests()
    for (index, worker) in workers.enumerated() where turn + index < tasks.count { current[turn + index] = worker.leave() }
    turn += workers.count
    if turn < tasks.count { takeTurn() } else { divide(current.flatMap { $0 }) }
  }

  func adopt(_ incumbent: Incumbent) {
    guard incumbent.isBetter(than: best) else { return }
    best = incumbent
    divide(incumbent.routes)
  }

  func keepPace(_ ratio: Double) {
    let factor = min(2, max(0.5, ratio))
    workers[1].pace = min(8, max(0.125, workers[1].pace / factor))
  }

  func penalty(of routes: [Route]) -> (missing: Int, price: Int) { (units.missing(from: routes), 0) }
}
