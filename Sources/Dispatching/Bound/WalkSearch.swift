import Dispatch

/// Finds the walks of least reduced cost: the pricing problem.
///
/// Walks are labelled from the morning and from the evening up to the middle of the day, or of the load, on a thread each, and
/// put together over the one way of each walk that crosses it (G. Righini and M. Salani, "Symmetry helps: bounded bi-directional
/// dynamic programming for the elementary shortest path problem with resource constraints", 2006). The middle moves to where both
/// have as many labels.
final class WalkSearch {
  /// How thorough a search is.
  struct Effort {
    /// Only so many of the cheapest ways out of a job are taken.
    var width = Int.max
    /// The most labels of a job in a bucket.
    var labels = Int.max
    /// Whether labels are compared by cost and resources alone.
    var isLoose = false
    /// How many walks are wanted for each type.
    var walks = 40
    var deadline: ContinuousClock.Instant?
    /// How many labels either side may make.
    var mostLabels = 6_000_000
  }

  /// A walk that was found.
  struct Find {
    /// Its reduced cost in scaled units, that of the vehicle included; the least that any walk can have which labels that were
    /// made one stand for.
    let reducedCost: Int
    /// Jobs as places in the network's jobs.
    let jobs: [Int]
  }

  /// What a search found.
  struct Finds {
    /// For each type walks of negative reduced cost, cheapest first; unless the search left some out, the first is the cheapest
    /// of all.
    var walks: [[Find]]
    /// Whether labels were made one.
    var isRelaxed = false
  }

  let network: WalkNetwork
  let morning: LabelSide
  let evening: LabelSide
  let scale: Int
  private let threads: Int
  private var middle: Int
  private let range: ClosedRange<Int>

  init(_ network: WalkNetwork, scale: Int, buckets: Int, threads: Int = 1) {
    self.network = network
    self.threads = threads
    self.scale = scale
    morning = LabelSide(network.morning, network, scale: scale, buckets: buckets)
    evening = LabelSide(network.evening, network, scale: scale, buckets: buckets)
    let last = morning.origin + morning.bucketCount << morning.shift
    range = morning.origin...last
    middle = morning.origin + (last - morning.origin) / 2
  }

  var labelCount: Int { morning.labelCount + evening.labelCount }

  /// Searches the walks under prices.
  ///
  /// - Parameter prices: For each job of the network what serving it earns, in scaled units.
  /// - Returns: `nil` if a limit came first.
  func search(prices: [Int], _ cuts: PricedCuts, _ effort: Effort) -> Finds? {
    price(prices, cuts)
    var settings = LabelSide.Settings()
    settings.threshold = -(network.fixedCosts.min() ?? 0) * scale
    settings.width = effort.width
    settings.labels = effort.labels
    settings.isLoose = effort.isLoose
    settings.deadline = effort.deadline
    settings.mostLabels = effort.mostLabels
    settings.most = middle
    settings.dropsBeyond = true
    var other = settings
    switch morning.resource {
    case .time: other.most = network.slack - middle - 1
    case .load:
      other.most = network.capacity - middle - 1
      other.dropsBeyond = false
    }
    guard run(settings, other) else { return nil }
    balance()
    return Finds(walks: joined(effort.walks, isLoose: effort.isLoose), isRelaxed: morning.isRelaxed || evening.isRelaxed)
  }

  func price(_ prices: [Int], _ cuts: PricedCuts) {
    let visits = zip(network.visitCosts, prices).map { $0 * scale - $1 }
    morning.price(visits: visits, cuts)
    evening.price(visits: visits, cuts)
  }

  /// Both sides, each on a thread of its own.
  func run(_ first: LabelSide.Settings, _ second: LabelSide.Settings) -> Bool {
    guard threads > 1 else { return morning.run(first) && evening.run(second) }
    nonisolated(unsafe) let sides = [(morning, first), (evening, second)]
    nonisolated(unsafe) let done = UnsafeMutablePointer<Bool>.allocate(capacity: 2)
    defer { done.deallocate() }
    DispatchQueue.concurrentPerform(iterations: 2) { index in done[index] = sides[index].0.run(sides[index].1) }
    return done[0] && done[1]
  }

  /// Moves the middle towards the side with more labels.
  private func balance() {
    let (one, other) = (Double(morning.labelCount), Double(evening.labelCount))
    let step = max(1, (range.upperBound - range.lowerBound) / 24)
    if one > 1.3 * other { middle = max(range.lowerBound, middle - step) }
    if other > 1.3 * one { middle = min(range.upperBound, middle + step) }
  }

  // MARK: Putting together

  private struct Join {
    var cost: Int
    var morning: Int32
    var evening: Int32
  }

  /// For each type the cheapest walk so far of those that cross the middle behind one job.
  private struct Joins {
    let fixed: [Int]
    let capacities: [Int]
    var best: [Join]
    /// Walks that cost as much without a vehicle are of no use to any type.
    var limit = 0

    init(_ network: WalkNetwork, scale: Int) {
      fixed = network.fixedCosts.map { $0 * scale }
      capacities = network.typeCapacities
      best = []
      clear()
    }

    mutating func clear() {
      best = fixed.map { _ in Join(cost: 0, morning: -1, evening: -1) }
      limit = -(fixed.min() ?? 0)
    }

    mutating func offer(_ cost: Int, load: Int, _ morning: Int32, _ evening: Int32) {
      for type in best.indices where load <= capacities[type] && cost + fixed[type] < best[type].cost {
        best[type] = Join(cost: cost + fixed[type], morning: morning, evening: evening)
      }
      limit = best.indices.reduce(Int.min) { max($0, best[$1].cost - fixed[$1]) }
    }
  }

  /// For each type the cheapest walks, one for each job on whose way on the middle is crossed, or, if it is to be quick, one for
  /// each way.
  private func joined(_ most: Int, isLoose: Bool) -> [[Find]] {
    var joins = Joins(network, scale: scale)
    var found = network.types.map { _ in [Join]() }
    func take() {
      for type in found.indices where joins.best[type].cost < 0 { found[type].append(joins.best[type]) }
      joins.clear()
    }
    for job in 0..<morning.jobCount {
      joinAlone(job, &joins)
      if isLoose { take() }
      for index in morning.wayStarts[job]..<morning.wayStarts[job + 1] {
        joinAll(job, by: morning.ways + index, &joins)
        if isLoose { take() }
      }
      take()
    }
    return found.map { list in
      list.sorted { ($0.cost, $0.morning, $0.evening) < ($1.cost, $1.morning, $1.evening) }.prefix(most).map { join in
        Find(
          reducedCost: join.cost,
          jobs: (join.morning < 0 ? [] : morning.trace(join.morning))
            + (join.evening < 0 ? [] : evening.trace(join.evening).reversed()))
      }
    }
  }

  /// Whether a walk of a type exists that serves jobs in this order, by time, load and memory: of labels that were made one it
  /// need not.
  func exists(_ jobs: [Int], type: Int) -> Bool {
    guard let first = jobs.first, jobs.reduce(0, { $0 + network.demand[$1] }) <= network.typeCapacities[type] else {
      return false
    }
    var at = first
    var time = network.morning.first[at].begin
    var memory = network.bits[at]
    for next in jobs.dropFirst() {
      guard let way = network.morning.ways[at].first(where: { Int($0.job) == next }), memory & way.forbids == 0 else {
        return false
      }
      time = max(time + way.step, network.morning.opens[next])
      if time > network.morning.closes[next] { return false }
      memory = (memory & way.keeps) | network.bits[next]
      at = next
    }
    return time <= network.morning.last[at].limit
  }

  /// All walks that are over with a job before the middle, or begin with it after.
  private func joinAlone(_ job: Int, _ joins: inout Joins) {
    for bucket in 0..<evening.bucketCount {
      let list = evening.list(job, bucket)
      for slot in 0..<list.count {
        let label = list[slot]
        let cost = label.cost + evening.lastCost[job]
        if cost >= joins.limit { break }
        if label.time <= evening.lastLimit[job] { joins.offer(cost, load: label.load, -1, label.id) }
      }
    }
    for bucket in 0..<morning.bucketCount {
      let list = morning.list(job, bucket)
      for slot in 0..<list.count {
        let label = list[slot]
        let cost = label.cost + morning.lastCost[job]
        if cost >= joins.limit { break }
        if label.time <= morning.lastLimit[job] { joins.offer(cost, load: label.load, label.id, -1) }
      }
    }
  }

  /// All walks that cross the middle on a way.
  private func joinAll(_ job: Int, by way: UnsafeMutablePointer<LabelSide.Way>, _ joins: inout Joins) {
    let rest = evening.leastCost(Int(way.pointee.job), upTo: evening.bucketCount - 1)
    for bucket in 0..<morning.bucketCount where morning.leastCost(job, in: bucket) + way.pointee.cost + rest < joins.limit {
      let list = morning.list(job, bucket)
      for slot in 0..<list.count {
        if list[slot].cost + way.pointee.cost + rest >= joins.limit { break }
        join(list[slot], way, &joins)
      }
    }
  }

  @inline(__always)
  private func join(_ label: Label, _ way: UnsafeMutablePointer<LabelSide.Way>, _ joins: inout Joins) {
    let next = Int(way.pointee.job)
    let base = label.cost + way.pointee.cost
    let latest = network.slack - label.time - way.pointee.step
    let room = network.capacity - label.load
    let last = evening.bucket(ofKey: evening.resource == .time ? latest : room)
    if base + evening.leastCost(next, upTo: last) >= joins.limit { return }
    for bucket in 0...last where base + evening.leastCost(next, in: bucket) < joins.limit {
      let list = evening.list(next, bucket)
      for slot in 0..<list.count {
        let other = list[slot]
        var cost = base + other.cost
        if cost >= joins.limit { break }
        if other.time > latest || other.load > room || label.memory & other.memory & way.pointee.keeps != 0 { continue }
        let both = label.parity & other.parity
        if !both.isEmpty {
          cost += both.sum(morning.penalties)
          if cost >= joins.limit { continue }
        }
        joins.offer(cost, load: label.load + other.load, label.id, other.id)
      }
    }
  }
}
