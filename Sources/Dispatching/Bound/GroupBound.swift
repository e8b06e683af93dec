import LinearProgramming
import Logistics
import Routing
import Travel

/// Column generation for one group of jobs, and the bound that it proves.
///
/// **The bound.** Let π be any price for each job, λ(r) = c(r) − Σ π over the jobs of walk r its reduced cost, and ρ(t) the least λ over the
/// walks of type t. A plan is a choice of walks x and of jobs left out y with Σ x = 1 − y for each job and at most n(t) walks
/// of type t. Because each job's row holds with equality, π times it may be taken off the cost and added as a constant:
///
///     cost = Σ π + Σ λ(r) x(r) + Σ (d − π) y  ≥  Σ min(π, d) + Σ n(t) min(0, ρ(t)),
///
/// where d is the drop cost, and the minimum with it is left away for a job that must be served. No price of the vehicles stands there:
/// the rows of the types are not relaxed, so the best price for every π, −min(0, ρ(t)), is in it already. n(t) need not be more than
/// the number of jobs that the type can serve, as no vehicle drives for nothing. (L. Lasdon, "Optimization Theory for
/// Large Systems", 1970.)
///
/// It holds for any π, so it matters not what GLPK's floating-point prices are worth: they are rounded to whole numbers of a finer unit, and
/// the search, the sum and the bound are integers from there on. The plan's cost being whole, the bound is rounded up.
///
/// **The prices** are a mean of those of the linear program and those of the best bound so far (P. Wentges, "Weighted Dantzig-Wolfe
/// decomposition for linear mixed-integer programming", 1997); where they lead to no new walk, the weight moves to the former.
struct GroupBound {
  private let problem: RoutingProblem
  private let group: Group
  /// For each job of the group its drop cost, or `nil`.
  private let dropCosts: [Int?]
  private let counts: [Int]
  private let networks: [WalkNetwork]
  private var searches: [[WalkSearch]]
  private let scale: Int
  private let largestPrice: Int
  private var generation: ColumnGeneration<Walk>
  /// For each network its jobs as places in the group's jobs, its types as places in the group's types.
  private let places: [(jobs: [Int], types: [Int])]
  /// The master's row of each job and of each type of the group.
  private let jobRows: [Int: Int]
  private let typeRows: [Int: Int]

  /// What is proved so far, in the unit of the objective.
  private(set) var value = 0
  private var scaledValue = Int.min
  /// The prices that prove it, in scaled units.
  private var center: [Int]
  private(set) var rounds = 0
  private(set) var isConverged = false

  /// More ways or labels than this would be gigabytes of memory.
  private static let mostWays = 1 << 22
  private static let mostLabels = 1 << 24
  private static let quick = WalkSearch.Effort(width: 16, labels: 4, walks: 12)
  private static let exact = WalkSearch.Effort(walks: 20)

  /// How fine the buckets of a search are and how many labels their states hold: what a round of some tenths of a second allows.
  private static func buckets(_ jobs: Int) -> (count: Int, labels: Int) {
    jobs <= 60 ? (128, 12) : jobs <= 150 ? (128, 12) : jobs <= 500 ? (64, 6) : (48, 3)
  }

  /// - Parameters:
  ///   - dropCosts: For each job of the problem what leaving it out costs, or `nil` if it must be served.
  ///   - compatible: For each type of the problem the jobs that it can carry.
  /// - Returns: `nil` for a group too large, in numbers or in memory, to prove anything for.
  init?(_ problem: RoutingProblem, _ group: Group, dropCosts: [Int?], compatible: [[Int]]) {
    self.problem = problem
    self.group = group
    self.dropCosts = group.jobs.map { dropCosts[$0] }
    counts = group.types.map { min(problem.vehicles[$0].count, compatible[$0].count) }
    var size = 0
    let classes = Self.classes(problem, group.types.filter { problem.vehicles[$0].count > 0 }, compatible)
    for types in classes {
      size = size.addingClamped(compatible[types[0]].count.multipliedClamped(by: compatible[types[0]].count))
    }
    guard size <= Self.mostWays else { return nil }
    let networks = classes.map { WalkNetwork(problem, types: $0, jobs: compatible[$0[0]]) }
    self.networks = networks

    let largestCost = networks.map(\.largestCost).max() ?? 0
    largestPrice = (20 * largestCost).addingClamped(self.dropCosts.reduce(1) { max($0, $1 ?? 0) })
    let vehicles = counts.reduce(1, +) + group.jobs.count
    let effort = Self.buckets(group.jobs.count)
    let longestWalk = networks.map { effort.count + $0.longest + 4 }.max() ?? 1
    let greatest = largestPrice.addingClamped(2 * largestCost).multipliedClamped(by: longestWalk).multipliedClamped(by: vehicles)
    var scale = 1024
    while scale > 1 && greatest.multipliedClamped(by: scale) > 1 << 61 { scale /= 2 }
    let labels = networks.reduce(0) { $0.addingClamped(WalkSearch.size($1, buckets: effort.count, labels: effort.labels)) }
    guard greatest.multipliedClamped(by: scale) <= 1 << 61, labels <= Self.mostLabels else { return nil }
    self.scale = scale
    searches = networks.map { network in
      [.time, .load].map { WalkSearch(network, by: $0, scale: scale, buckets: effort.count, labels: effort.labels) }
    }
    let jobPlaces = Dictionary(uniqueKeysWithValues: group.jobs.enumerated().map { ($0.element, $0.offset) })
    let typePlaces = Dictionary(uniqueKeysWithValues: group.types.enumerated().map { ($0.element, $0.offset) })
    jobRows = jobPlaces
    typeRows = typePlaces.mapValues { group.jobs.count + $0 }
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
          && vehicle.shift?.opens == other.shift?.opens && compatible[type] == compatible[others[0]]
      }
      if let place { classes[place].append(type) } else { classes.append([type]) }
    }
    return classes
  }

  /// Each job exactly once on walks or left out, of each type no more walks than vehicles.
  private static func master(leavingOut: [Int], counts: [Int]) -> LinearProgram {
    var program = LinearProgram(.minimize)
    for _ in leavingOut { program.addRow("", .equal(1), [:]) }
    for count in counts { program.addRow("", .atMost(Double(count)), [:]) }
    for (row, cost) in leavingOut.enumerated() { program.addColumn(cost: Double(cost), [(Row(row), 1)]) }
    return program
  }

  /// Adds a route that keeps every rule, as the walk that it is.
  mutating func add(_ route: Route) { add(walk(type: route.vehicle, jobs: route.jobs)) }

  private mutating func add(_ walk: Walk) { generation.add(column(walk)) }

  private func column(_ walk: Walk) -> GeneratedColumn<Walk> {
    let rows = walk.jobs.compactMap { jobRows[$0] } + [typeRows[walk.type]].compactMap(\.self)
    return GeneratedColumn(cost: Double(walk.cost), rows.map { (Row($0), 1) }, meaning: walk)
  }

  /// Begins with prices that share out what a plan costs: each job pays what the plan saves without it, and its part of the rest of its
  /// route, the vehicle above all. The linear program's own first prices are a corner far from any bound. Prices that are all a little
  /// too high let many walks gain, so parts of them are tried.
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
      if share == 0.5 { for find in search(under: lowered, Self.quick).finds where find.reducedCost < 0 { add(find.walk) } }
      let before = scaledValue
      let (finds, bound) = search(under: lowered, Self.exact)
      for find in finds where find.reducedCost < 0 { add(find.walk) }
      keep(bound, lowered)
      if scaledValue == before { break }
    }
    guard scaledValue > .min else { return }
    generation.begin(
      at: Vector(center.map { Double($0) / Double(scale) } + counts.map { _ in 0 }), bound: Double(value))
  }

  /// Keeps prices that prove more than all before them.
  private mutating func keep(_ bound: Int, _ prices: [Int]) {
    guard bound > scaledValue else { return }
    scaledValue = bound
    center = prices
    value = bound <= 0 ? 0 : (bound - 1) / scale + 1
  }

  private func walk(type: Int, jobs: [Int]) -> Walk {
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

  /// Prices of the job rows in scaled units, held to what leaves room for every sum.
  private func scaled(_ prices: some Sequence<Double>) -> [Int] {
    prices.map { price in
      let whole = Int(clamping: (price * Double(scale)).rounded())
      return max(-largestPrice * scale, min(largestPrice * scale, whole))
    }
  }

  /// For each job of the group the price under which the bound was proved, in the unit of the objective.
  var jobPrices: [Int] {
    zip(center, dropCosts).map { price, drop in
      let price = Int(clamping: (Double(price) / Double(scale)).rounded())
      return drop.map { min($0, price) } ?? price
    }
  }

  /// Generates columns until the bound cannot rise, reaches the incumbent's cost, or a limit comes.
  ///
  /// - Parameter afterRound: Told after each round; says whether to go on.
  mutating func run(
    rounds: Int, until deadline: ContinuousClock.Instant?, incumbent: Int?, afterRound: (GroupBound) -> Bool
  ) {
    var limit = ColumnGenerationLimit()
    limit.rounds = rounds
    limit.deadline = deadline
    limit.target = incumbent.map { Double($0) }
    limit.quickRounds = 20
    limit.tolerance = 1e-7 * Double(largestPrice) + 1e-6
    // What a step of the simplex method costs grows with all columns.
    limit.mostColumns = 6 * group.jobs.count + 500
    var generation = generation
    var work = self
    let end: ColumnGeneration<Walk>.End
    do {
      end = try generation.run(
        limit,
        afterRound: { generation in
          work.rounds = generation.rounds
          return afterRound(work)
        }
      ) { prices, effort in work.price(prices, effort) }
    } catch {
      preconditionFailure("a program of valid costs is refused: \(error)")
    }
    work.generation = generation
    work.isConverged = end == .converged || end == .reachedTarget
    self = work
  }

  /// Searches walks for the linear program, and keeps what an exact search proves.
  private mutating func price(_ prices: Vector<Row>, _ effort: PricingEffort) -> PricedColumns<Walk> {
    let scaled = scaled(prices.elements.prefix(group.jobs.count))
    let (finds, bound) = search(under: scaled, effort == .quick ? Self.quick : Self.exact)
    let columns = finds.map { column($0.walk) }
    guard effort == .exact else { return PricedColumns(columns) }
    keep(bound, scaled)
    return PricedColumns(columns, bound: bound <= 0 ? Double(bound) / Double(scale) : Double((bound - 1) / scale + 1))
  }

  /// Searches walks under prices in scaled units.
  ///
  /// - Returns: The walks, and, of an exact search, the bound in scaled units.
  private mutating func search(
    under prices: [Int], _ effort: WalkSearch.Effort
  ) -> (finds: [(walk: Walk, reducedCost: Int)], bound: Int) {
    var bound = zip(prices, dropCosts).reduce(0) { $0 + min($1.0, $1.1.map { $0 * scale } ?? .max) }
    var finds: [(walk: Walk, reducedCost: Int)] = []
    for index in networks.indices {
      let local = places[index].jobs.map { prices[$0] }
      for (type, found) in search(index, local, effort).enumerated() {
        bound += counts[places[index].types[type]] * min(0, found.first?.reducedCost ?? 0)
        finds += found.map { find in
          (walk(type: networks[index].types[type], jobs: find.jobs.map { networks[index].jobs[$0] }), find.reducedCost)
        }
      }
    }
    return (finds, bound)
  }

  /// The first search tries buckets of time and of load, and keeps whichever is tighter for these vehicles.
  private mutating func search(_ index: Int, _ prices: [Int], _ effort: WalkSearch.Effort) -> [[WalkSearch.Find]] {
    let found = searches[index].map { $0.search(prices: prices, effort) }
    guard found.count > 1 else { return found[0] }
    let least = found.map { $0.reduce(0) { $0 + min(0, $1.first?.reducedCost ?? 0) } }
    let better = least[1] > least[0] ? 1 : 0
    searches[index] = [searches[index][better]]
    return found[better]
  }
}
