/// What is left of a network once a plan is known: the ways and routes that a cheaper one could be made of.
///
/// Under prices that prove a bound, a plan costs at least the bound and the reduced cost of any of its routes. Of plans cheaper
/// than one that is known none has a route whose reduced cost is as large as the gap (R. Baldacci, N. Christofides and A.
/// Mingozzi, "An exact algorithm for the vehicle routing problem based on the set partitioning formulation with additional cuts",
/// 2008).
extension WalkSearch {
  /// Labels all of both sides that lead to walks below a threshold.
  private func labelAll(below threshold: Int, labels: Int, most: Int, _ deadline: ContinuousClock.Instant?) -> Bool {
    var settings = LabelSide.Settings()
    settings.threshold = threshold - (network.fixedCosts.min() ?? 0) * scale
    settings.labels = labels
    settings.deadline = deadline
    settings.mostLabels = most
    return run(settings, settings)
  }

  /// Takes away the ways that no walk below a threshold goes.
  ///
  /// - Parameter most: More labels than this are too many.
  /// - Returns: How many, or `nil` if a limit came first.
  func dropWays(
    from threshold: Int, prices: [Int], _ cuts: PricedCuts, labels: Int, most: Int, _ deadline: ContinuousClock.Instant?
  ) -> Int? {
    price(prices, cuts)
    guard labelAll(below: threshold, labels: labels, most: most, deadline) else { return nil }
    let limit = threshold - (network.fixedCosts.min() ?? 0) * scale
    let count = morning.jobCount
    var isKept = [Bool](repeating: false, count: count * count)
    for job in 0..<count {
      for index in morning.wayStarts[job]..<morning.wayStarts[job + 1] {
        isKept[job * count + Int(morning.ways[index].job)] = isUsed(morning.ways + index, from: job, below: limit)
      }
      if let deadline, ContinuousClock.now >= deadline { return nil }
    }
    let before = morning.wayCount
    morning.keepWays { isKept[$0 * count + $1] }
    evening.keepWays { isKept[$1 * count + $0] }
    return before - morning.wayCount
  }

  private func isUsed(_ way: UnsafeMutablePointer<LabelSide.Way>, from job: Int, below limit: Int) -> Bool {
    for bucket in 0..<morning.bucketCount {
      let list = morning.list(job, bucket)
      for slot in 0..<list.count where connects(list[slot], way, below: limit) { return true }
    }
    return false
  }

  /// Whether some walk from the evening goes on from a label by a way, below a limit.
  @inline(__always)
  private func connects(_ label: Label, _ way: UnsafeMutablePointer<LabelSide.Way>, below limit: Int) -> Bool {
    let next = Int(way.pointee.job)
    let base = label.cost + way.pointee.cost
    let latest = network.slack - label.time - way.pointee.step
    let room = network.capacity - label.load
    let last = evening.bucket(ofKey: evening.resource == .time ? latest : room)
    if base + evening.leastCost(next, upTo: last) >= limit { return false }
    for bucket in 0...last where base + evening.leastCost(next, in: bucket) < limit {
      let list = evening.list(next, bucket)
      for slot in 0..<list.count {
        let other = list[slot]
        let cost = base + other.cost
        if cost >= limit { break }
        if other.time > latest || other.load > room || label.memory & other.memory & way.pointee.keeps != 0 { continue }
        let both = label.parity & other.parity
        if both.isEmpty || cost + both.sum(morning.penalties) < limit { return true }
      }
    }
    return false
  }

  /// A route that a cheaper plan could be made of.
  struct Candidate {
    /// Jobs as places in the network's jobs.
    let jobs: [Int]
    /// What it costs without its vehicle, in the unit of the objective, and in scaled units what that is less than its prices.
    let cost: Int
    let reducedCost: Int
    let load: Int
  }

  private struct Partial {
    var label: Label
    var served: JobSet
    var cost: Int
    var job: Int32
    var from: Int32
  }

  private struct Place: Hashable {
    let served: JobSet
    let job: Int32
  }

  /// All routes that serve each job once at most, below a threshold; of those that serve the same jobs the cheapest.
  ///
  /// - Parameters:
  ///   - most: More beginnings of routes than this are too many.
  ///   - mostRoutes: More routes than this are too many.
  /// - Returns: `nil` if a limit came first.
  func routes(
    below threshold: Int, prices: [Int], _ cuts: PricedCuts, labels: Int, most: Int, mostRoutes: Int,
    _ deadline: ContinuousClock.Instant?
  ) -> [Candidate]? {
    guard network.jobs.count <= JobSet.room else { return nil }
    price(prices, cuts)
    guard labelAll(below: threshold, labels: labels, most: 8 * most, deadline) else { return nil }
    let limit = threshold - (network.fixedCosts.min() ?? 0) * scale
    let visits = zip(network.visitCosts, prices).map { $0 * scale - $1 }
    var partials: [Partial] = []
    var best: [JobSet: (route: Int, cost: Int, reduced: Int)] = [:]
    var level = 0..<0
    for job in 0..<morning.jobCount
    where morning.firstBegin[job] <= morning.closes[job] && morning.demand[job] <= network.capacity {
      let label = Label(
        cost: morning.firstCost[job] + visits[job], time: morning.firstBegin[job], load: morning.demand[job],
        memory: network.bits[job], parity: cuts.members[job], id: 0, isDone: false)
      partials.append(
        Partial(
          label: label, served: JobSet().inserting(job), cost: network.morning.first[job].cost + network.visitCosts[job],
          job: Int32(job), from: -1))
    }
    level = 0..<partials.count
    while !level.isEmpty {
      var known: [Place: [Int32]] = [:]
      let begin = partials.count
      for index in level {
        let partial = partials[index]
        let job = Int(partial.job)
        if partial.label.time <= morning.lastLimit[job] {
          let reduced = partial.label.cost + morning.lastCost[job]
          let cost = partial.cost + network.morning.last[job].cost
          if reduced < limit, best[partial.served].map({ cost < $0.cost }) ?? true {
            best[partial.served] = (index, cost, reduced)
          }
        }
        for place in morning.wayStarts[job]..<morning.wayStarts[job + 1] {
          let way = morning.ways + place
          let next = Int(way.pointee.job)
          if partial.served.contains(next) { continue }
          let time = max(partial.label.time + way.pointee.step, morning.opens[next])
          let load = partial.label.load + morning.demand[next]
          if time > morning.closes[next] || load > network.capacity { continue }
          guard connects(partial.label, way, below: limit) else { continue }
          var label = partial.label
          label.cost += way.pointee.cost + visits[next]
          let kept = label.parity & cuts.memories[next]
          label.cost += (kept & cuts.members[next]).sum(morning.penalties)
          label.parity = kept ^ cuts.members[next]
          label.time = time
          label.load = load
          label.memory = (label.memory & way.pointee.keeps) | network.bits[next]
          let new = Partial(
            label: label, served: partial.served.inserting(next),
            cost: partial.cost + way.pointee.cost / scale + network.visitCosts[next], job: Int32(next), from: Int32(index))
          let key = Place(served: new.served, job: new.job)
          var others = known[key] ?? []
          if others.contains(where: { partials[Int($0)].cost <= new.cost && partials[Int($0)].label.time <= time }) { continue }
          // What it makes needless keeps its place and is gone over: it costs time, not truth.
          others.append(Int32(partials.count))
          known[key] = others
          partials.append(new)
        }
        if partials.count > most || best.count > mostRoutes { return nil }
        if index & 255 == 0, let deadline, ContinuousClock.now >= deadline { return nil }
      }
      level = begin..<partials.count
    }
    return best.values.sorted { $0.route < $1.route }.map { found in
      var jobs: [Int] = []
      var at = found.route
      while at >= 0 {
        jobs.append(Int(partials[at].job))
        at = Int(partials[at].from)
      }
      return Candidate(
        jobs: jobs.reversed(), cost: found.cost, reducedCost: found.reduced, load: partials[found.route].label.load)
    }
  }
}
