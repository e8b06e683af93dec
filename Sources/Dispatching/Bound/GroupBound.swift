import LinearProgramming
import Logistics
import Routing
import Travel

/// Column generation for one group of jobs, and the bound that it proves.
///
/// **The bound.** Let π be any price for each job, λ(r) = c(r) − Σ π over the jobs of walk r its reduced cost, and ρ(t) the least
/// λ over the walks of type t. A plan is a choice of walks x and of jobs left out y with Σ x = 1 − y for each job and at most
/// n(t) walks of type t. Because each job's row holds with equality, π times it may be taken off the cost and added as a
/// constant:
///
///     cost = Σ π + Σ λ(r) x(r) + Σ (d − π) y  ≥  Σ min(π, d) + Σ n(t) min(0, ρ(t)),
///
/// where d is the drop cost, and the minimum with it is left away for a job that must be served. No price of the vehicles stands
/// there: the rows of the types are not relaxed, so the best price for every π, −min(0, ρ(t)), is in it already. n(t) need not be
/// more than the number of jobs that the type can serve, as no vehicle drives for nothing. (L. Lasdon, "Optimization Theory for
/// Large Systems", 1970.)
///
/// It holds for any π, so it matters not what GLPK's floating-point prices are worth: they are rounded to whole numbers of a
/// finer unit, and the search, the sum and the bound are integers from there on. The plan's cost being whole, the bound is
/// rounded up.
///
/// **The prices** are a mean of those of the linear program and those of the best bound so far (P. Wentges, "Weighted
/// Dantzig-Wolfe decomposition for linear mixed-integer programming", 1997); where they lead to no new walk, the weight moves to
/// the former.
struct GroupBound {
  let problem: RoutingProblem
  let group: Group
  /// For each job of the group its drop cost, or `nil`.
  let dropCosts: [Int?]
  let counts: [Int]
  let searches: [WalkSearch]
  let scale: Int
  let largestPrice: Int
  var generation: ColumnGeneration<Walk>
  /// For each network its jobs as places in the group's jobs, its types as places in the group's types.
  let places: [(jobs: [Int], types: [Int])]
  /// The place of each job and of each type in the group.
  let jobPlaces: [Int: Int]
  let typePlaces: [Int: Int]

  /// The cuts in force, a row of the master each, behind those of jobs and types.
  var cuts: [SubsetRow] = []
  /// How many labels of a job a bucket holds in an exact search, until that turns out to be too few.
  var labels: Int
  let thoroughness: Thoroughness
  /// Whether prices are held to a box, where an exact search need not go to the end.
  var isBoxed = false
  /// How many exact searches there were.
  var exactSearches = 0
  /// Whether a limit came first in a search.
  var isCutShort = false
  /// The gap at which the routes that are left were too many to look through.
  var widestLook = Int.max
  /// How long the last exact search took, in seconds.
  var searchTime = 0.0

  /// What is proved so far, in the unit of the objective.
  private(set) var value = 0
  private(set) var scaledValue = Int.min
  /// The prices that prove it, in scaled units: of jobs, and what each cut costs.
  private(set) var center: [Int]
  private(set) var centerPenalties: [Int] = []
  /// The cuts as they were in force when it was proved.
  private(set) var centerCuts: [SubsetRow] = []
  var rounds = 0
  var isConverged = false
  /// The routes of a plan that is cheaper than the incumbent, and what it costs, if one was met.
  var better: (routes: [Route], cost: Int)?

  /// More ways than this would be gigabytes of memory.
  private static let mostWays = 1 << 22

  /// - Parameters:
  ///   - dropCosts: For each job of the problem what leaving it out costs, or `nil` if it must be served.
  ///   - compatible: For each type of the problem the jobs that it can carry.
  /// - Returns: `nil` for a group too large, in numbers or in memory, to prove anything for.
  init?(_ problem: RoutingProblem, _ group: Group, dropCosts: [Int?], compatible: [[Int]], _ limit: BoundLimit) {
    self.problem = problem
    self.group = group
    thoroughness = limit.time == nil ? .counted : .timed
    labels = thoroughness.labels
    self.dropCosts = group.jobs.map { dropCosts[$0] }
    counts = group.types.map { min(problem.vehicles[$0].count, compatible[$0].count) }
    var size = 0
    let classes = Self.classes(problem, group.types.filter { problem.vehicles[$0].count > 0 }, compatible)
    for types in classes {
      size = size.addingClamped(compatible[types[0]].count.multipliedClamped(by: compatible[types[0]].count))
    }
    guard size <= Self.mostWays else { return nil }
    let networks = classes.map { WalkNetwork(problem, types: $0, jobs: compatible[$0[0]]) }

    let largestCost = networks.map(\.largestCost).max() ?? 0
    largestPrice = (20 * largestCost).addingClamped(self.dropCosts.reduce(1) { max($0, $1 ?? 0) })
    let vehicles = counts.reduce(1, +) + group.jobs.count
    let longestWalk = networks.map(\.longestWalk).max() ?? 1
    let greatest = largestPrice.addingClamped(2 * largestCost).multipliedClamped(by: longestWalk).multipliedClamped(by: vehicles)
    var scale = 1024
    while scale > 1 && greatest.multipliedClamped(by: scale) > 1 << 60 { scale /= 2 }
    guard greatest.multipliedClamped(by: scale) <= 1 << 60 else { return nil }
    self.scale = scale
    let buckets = group.jobs.count <= 200 ? 128 : 64
    searches = networks.map { WalkSearch($0, scale: scale, buckets: buckets, threads: limit.threads) }
    let jobPlaces = Dictionary(uniqueKeysWithValues: group.jobs.enumerated().map { ($0.element, $0.offset) })
    let typePlaces = Dictionary(uniqueKeysWithValues: group.types.enumerated().map { ($0.element, $0.offset) })
    self.jobPlaces = jobPlaces
    self.typePlaces = typePlaces
    places = networks.map { network in (network.jobs.compactMap { jobPlaces[$0] }, network.types.compactMap { typePlaces[$0] }) }
    let price = largestPrice
    generation = ColumnGeneration(Self.master(leavingOut: self.dropCosts.map { $0 ?? price }, counts: counts))
    center = [Int](repeating: 0, count: group.jobs.count)
  }

  /// The types that one search can serve.
  private static func classes(_ problem: RoutingProblem, _ types: [Int], _ compatible: [[Int]]) -> [[Int]] {
    var classes: [[Int]] = []
    for type in types {
      let vehicle = problem.vehicles[type]
      let place = classes.firstIndex { others in
        let other = problem.vehicles[others[0]]
        return vehicle.start == other.start && vehicle.end == other.end
          && vehicle.costPerMetre == other.costPerMetre && vehicle.costPerSecond == other.costPerSecond
          && vehicle.shift == other.shift && compatible[type] == compatible[others[0]]
      }
      if let place { classes[place].append(type) } else { classes.append([type]) }
    }
    return classes
  }

  /// Each job exactly once on walks or left out, of each type no more walks than vehicles, of each cut one walk.
  private static func master(leavingOut: [Int], counts: [Int], cuts: Int = 0) -> LinearProgram {
    var program = LinearProgram(.minimize)
    for _ in leavingOut { program.addRow("", .equal(1), [:]) }
    for count in counts { program.addRow("", .atMost(Double(count)), [:]) }
    for _ in 0..<cuts { program.addRow("", .atMost(1), [:]) }
    for (row, cost) in leavingOut.enumerated() { program.addColumn(cost: Double(cost), [(Row(row), 1)]) }
    // Of no use but where prices are held to a box.
    for row in leavingOut.indices {
      program.addColumn(in: Bounds(0.0...0.0), [(Row(row), 1)])
      program.addColumn(in: Bounds(0.0...0.0), [(Row(row), -1)])
    }
    return program
  }

  /// Adds a route that keeps every rule, as the walk that it is.
  mutating func add(_ route: Route) { add(walk(type: route.vehicle, jobs: route.jobs)) }

  private mutating func add(_ walk: Walk) { generation.add(column(walk)) }

  func column(_ walk: Walk) -> GeneratedColumn<Walk> {
    let jobs = walk.jobs.compactMap { jobPlaces[$0] }
    var entries = jobs.map { (Row($0), 1.0) }
    if let type = typePlaces[walk.type] { entries.append((Row(group.jobs.count + type), 1)) }
    for (index, cut) in cuts.enumerated() {
      let coefficient = cut.coefficient(of: jobs)
      if coefficient > 0 { entries.append((Row(group.jobs.count + counts.count + index), Double(coefficient))) }
    }
    return GeneratedColumn(cost: Double(walk.cost), entries, meaning: walk)
  }

  /// Puts other cuts in force. The columns stay, and what was proved, too.
  ///
  /// - Parameter penalties: What each may be expected to cost.
  mutating func change(cuts new: [SubsetRow], penalties: [Int]) {
    let walks = generation.meanings
    cuts = new
    let price = largestPrice
    generation = ColumnGeneration(Self.master(leavingOut: dropCosts.map { $0 ?? price }, counts: counts, cuts: cuts.count))
    for walk in walks { add(walk) }
    if scaledValue > .min { begin(withPenalties: penalties) }
  }

  mutating func begin(withPenalties penalties: [Int]) {
    generation.begin(
      at: Vector(
        center.map { Double($0) / Double(scale) } + counts.map { _ in 0 } + penalties.map { -Double($0) / Double(scale) }),
      bound: Double(value))
  }

  /// Begins with prices that share out what a plan costs: each job pays what the plan saves without it, and its part of the rest
  /// of its route, the vehicle above all. The linear program's own first prices are a corner far from any bound. Prices that are
  /// all a little too high let many walks gain, so parts of them are tried.
  mutating func begin(with plan: [Route], leftOut: [Int], until deadline: ContinuousClock.Instant?) {
    let place = Dictionary(uniqueKeysWithValues: group.jobs.enumerated().map { ($0.element, $0.offset) })
    var prices = [Double](repeating: 0, count: group.jobs.count)
    for job in leftOut { prices[place[job]!] = Double((problem.jobs[job].dropCost ?? 0) * scale) }
    for route in plan {
      let cost = walk(type: route.vehicle, jobs: route.jobs).cost
      let savings = route.jobs.indices.map { stop in
        var jobs = route.jobs
        jobs.remove(at: stop)
        return Double(max(0, cost - walk(type: route.vehicle, jobs: jobs).cost))
      }
      let own = min(1, Double(cost) / max(1, savings.reduce(0, +)))
      let shared = (Double(cost) - own * savings.reduce(0, +)) / Double(route.jobs.count)
      for (job, saving) in zip(route.jobs, savings) { prices[place[job]!] = (own * saving + shared) * Double(scale) }
    }
    // The lower the prices, the fewer labels can still gain, and the faster the search.
    for share in [0.5, 0.65, 0.8, 0.9, 1.0] {
      if let deadline, ContinuousClock.now >= deadline { return }
      let lowered = prices.map { Int(clamping: ($0 * share).rounded()) }
      let before = scaledValue
      guard
        let found = search(
          lowered, [], WalkSearch.Effort(labels: 8, walks: 30, deadline: deadline, mostLabels: thoroughness.searched))
      else { return }
      for find in found.walks { add(find.walk) }
      keep(found.bound, lowered, [])
      if scaledValue == before { break }
    }
    if scaledValue > .min { begin(withPenalties: []) }
  }

  /// Keeps prices that prove more than all before them.
  mutating func keep(_ bound: Int, _ prices: [Int], _ penalties: [Int]) {
    guard bound > scaledValue else { return }
    scaledValue = bound
    center = prices
    centerPenalties = penalties
    centerCuts = cuts
    value = bound <= 0 ? 0 : (bound - 1) / scale + 1
  }

  func walk(type: Int, jobs: [Int]) -> Walk {
    let vehicle = problem.vehicles[type]
    let places = [vehicle.start] + jobs.map { problem.jobs[$0].place } + [vehicle.end]
    var metres = 0
    var seconds = jobs.reduce(0) { $0 + problem.jobs[$1].service.seconds }
    for (from, to) in zip(places, places.dropFirst()) {
      metres += problem.travel.distance(from: from, to: to).metres
      seconds += problem.travel.duration(from: from, to: to).seconds
    }
    return Walk(
      type: type, jobs: jobs, cost: vehicle.fixedCost + metres * vehicle.costPerMetre + seconds * vehicle.costPerSecond)
  }

  /// For each job of the group the price under which the bound was proved, in the unit of the objective.
  var jobPrices: [Int] {
    zip(center, dropCosts).map { price, drop in
      let price = Int(clamping: (Double(price) / Double(scale)).rounded())
      return drop.map { min($0, price) } ?? price
    }
  }

  /// Takes what was proved by other means than prices.
  mutating func raise(to proved: Int) { value = max(value, proved) }

  /// Gives up what is only true of plans cheaper than one that is known.
  mutating func hold(to cost: Int) { value = min(value, cost) }
}
