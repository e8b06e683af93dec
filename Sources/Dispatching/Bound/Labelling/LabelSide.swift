/// Labels every way to walk from one end of the day, up to a limit of the main resource.
///
/// Dynamic programming over labels in buckets of one resource, time or load, which no way lowers. Of two labels at one job the
/// one that is no worse in anything makes the other needless. A bucket of a job has room for some labels that wait for their ways
/// to be gone; when there are too many, the two of closest cost become one that has the least of both in every respect and
/// remembers only what both do, so that it is never worse in any respect than any walk that it stands for (state-space
/// relaxation: N. Christofides, A. Mingozzi, P. Toth, 1981). With room for all of them nothing is relaxed but the memory of the
/// walks (see `WalkNetwork.remember(most:)`).
///
/// Labels go on in the order of the resource, as far as a step takes it at least: whatever comes later cannot change them.
///
/// A label is dropped where even the cheapest way to the other end, under the main resource alone, makes no walk below the
/// threshold.
final class LabelSide {
  /// What the buckets measure.
  enum Resource {
    case time, load
  }

  struct Way {
    var job: Int32
    var step: Int
    /// What the way costs in scaled units, without the job that it leads to.
    var cost: Int
    var keeps: UInt64
    var forbids: UInt64
  }

  /// How a search goes.
  struct Settings {
    /// Walks of this reduced cost or more are of no use.
    var threshold = 0
    /// Only so many of the cheapest ways out of a job are taken.
    var width = Int.max
    /// The most labels of a job in a bucket that wait.
    var labels = 16
    /// Whether labels are compared by cost and resources alone, which loses walks.
    var isLoose = false
    /// Labels beyond this value of the main resource are kept but not gone on from.
    var most = Int.max
    /// Whether they are not even kept.
    var dropsBeyond = false
    var deadline: ContinuousClock.Instant?
    /// More labels than this are too many.
    var mostLabels = 6_000_000
  }

  let jobCount: Int
  let resource: Resource
  let capacity: Int
  let bucketCount: Int
  let origin: Int
  let shift: Int
  /// See `WalkNetwork.leastStep`.
  private let leastStep: Int

  let opens: UnsafeMutablePointer<Int>
  let closes: UnsafeMutablePointer<Int>
  let demand: UnsafeMutablePointer<Int>
  let bits: UnsafeMutablePointer<UInt64>
  /// Where a walk may begin: when, and what the way there costs in scaled units.
  let firstBegin: UnsafeMutablePointer<Int>
  let firstCost: UnsafeMutablePointer<Int>
  /// Where a walk may end: the last moment for the way to the other end, and what that costs in scaled units.
  let lastLimit: UnsafeMutablePointer<Int>
  let lastCost: UnsafeMutablePointer<Int>
  private(set) var ways: UnsafeMutablePointer<Way>
  let wayStarts: UnsafeMutablePointer<Int>

  /// What a visit costs less its price, in scaled units.
  let visitCost: UnsafeMutablePointer<Int>
  /// What each cut costs a walk that pays it.
  let penalties: UnsafeMutablePointer<Int>
  let members: UnsafeMutablePointer<CutSet>
  let memories: UnsafeMutablePointer<CutSet>
  private(set) var hasCuts = false

  /// The labels of each job and bucket, and of each what its cheapest costs, and the cheapest of it and all buckets before.
  let lists: UnsafeMutablePointer<LabelList>
  let least: UnsafeMutablePointer<Int>
  let leastBefore: UnsafeMutablePointer<Int>
  private var origins: UnsafeMutablePointer<LabelOrigin>
  private var originCapacity = 1 << 12
  private(set) var labelCount = 0
  /// Whether labels were made one: then what is found bounds from below, and need not be a walk of that cost.
  var isRelaxed = false

  let completion: CompletionTable

  static let never = Int.max / 4

  init(_ side: WalkNetwork.Side, _ network: WalkNetwork, scale: Int, buckets: Int) {
    jobCount = network.jobs.count
    resource = network.resource
    capacity = network.capacity
    leastStep = network.leastStep
    let range: ClosedRange<Int>
    switch resource {
    case .time:
      let first = side.opens.min() ?? 0
      range = first...max(first, side.closes.max() ?? first)
    case .load:
      range = 0...min(network.capacity, network.demand.reduce(0) { $0.addingClamped($1) })
    }
    origin = range.lowerBound
    var shift = 0
    while (range.upperBound - range.lowerBound) >> shift >= buckets { shift += 1 }
    self.shift = shift
    bucketCount = (range.upperBound - range.lowerBound) >> shift + 1

    func copy<T>(_ values: [T]) -> UnsafeMutablePointer<T> {
      let pointer = UnsafeMutablePointer<T>.allocate(capacity: max(1, values.count))
      pointer.initialize(from: values, count: values.count)
      return pointer
    }
    opens = copy(side.opens)
    closes = copy(side.closes)
    demand = copy(network.demand)
    bits = copy(network.bits)
    firstBegin = copy(side.first.map(\.begin))
    firstCost = copy(side.first.map { $0.cost * scale })
    lastLimit = copy(side.last.map(\.limit))
    lastCost = copy(side.last.map { $0.cost * scale })
    ways = copy(
      side.ways.flatMap {
        $0.map { Way(job: $0.job, step: $0.step, cost: $0.cost * scale, keeps: $0.keeps, forbids: $0.forbids) }
      })
    var starts = [0]
    for out in side.ways { starts.append(starts.last! + out.count) }
    wayStarts = copy(starts)
    visitCost = copy([Int](repeating: 0, count: jobCount))
    penalties = copy([Int](repeating: 0, count: CutSet.room))
    members = copy([CutSet](repeating: CutSet(), count: jobCount))
    memories = copy([CutSet](repeating: CutSet(), count: jobCount))
    let places = max(1, jobCount * bucketCount)
    lists = copy([LabelList](repeating: LabelList(), count: places))
    least = copy([Int](repeating: Self.never, count: places))
    leastBefore = copy([Int](repeating: Self.never, count: places))
    origins = .allocate(capacity: originCapacity)
    completion = CompletionTable(jobCount: jobCount)
  }

  deinit {
    for pointer in [
      opens, closes, demand, firstBegin, firstCost, lastLimit, lastCost, wayStarts, visitCost, penalties, least, leastBefore,
    ] {
      pointer.deallocate()
    }
    bits.deallocate()
    ways.deallocate()
    members.deallocate()
    memories.deallocate()
    for place in 0..<(jobCount * bucketCount) { lists[place].free() }
    lists.deallocate()
    origins.deallocate()
  }

  /// Takes away the ways that are of no use.
  func keepWays(_ isKept: (_ from: Int, _ to: Int) -> Bool) {
    var kept = 0
    var begin = 0
    for job in 0..<jobCount {
      let end = wayStarts[job + 1]
      for way in begin..<end where isKept(job, Int(ways[way].job)) {
        ways[kept] = ways[way]
        kept += 1
      }
      begin = end
      wayStarts[job + 1] = kept
    }
  }

  /// How many ways there are.
  var wayCount: Int { wayStarts[jobCount] }

  // MARK: Prices

  /// - Parameters:
  ///   - visits: For each job what a visit costs less its price, in scaled units.
  ///   - cuts: In force.
  func price(visits: [Int], _ cuts: PricedCuts) {
    for job in 0..<jobCount {
      visitCost[job] = visits[job]
      members[job] = cuts.members[job]
      memories[job] = cuts.memories[job]
    }
    for (place, penalty) in cuts.penalties.enumerated() { penalties[place] = penalty }
    hasCuts = !cuts.penalties.isEmpty
  }

  // MARK: The search

  @inline(__always)
  func key(_ label: Label) -> Int { resource == .time ? label.time : label.load }

  @inline(__always)
  func bucket(ofKey key: Int) -> Int { max(0, min(bucketCount - 1, (key - origin) >> shift)) }

  @inline(__always)
  func list(_ job: Int, _ bucket: Int) -> LabelList { lists[job * bucketCount + bucket] }

  /// The least cost of a label of the job in this bucket or before.
  @inline(__always)
  func leastCost(_ job: Int, upTo bucket: Int) -> Int { leastBefore[job * bucketCount + bucket] }

  @inline(__always)
  func leastCost(_ job: Int, in bucket: Int) -> Int { least[job * bucketCount + bucket] }

  /// Labels all walks under the prices that were set last.
  ///
  /// - Returns: Whether it came to its end, and not to a limit.
  func run(_ settings: Settings) -> Bool {
    for place in 0..<(jobCount * bucketCount) {
      lists[place].removeAll()
      least[place] = Self.never
      leastBefore[place] = Self.never
    }
    labelCount = 0
    isRelaxed = false
    completion.fill(for: self, width: settings.width)
    for job in 0..<jobCount {
      guard firstBegin[job] <= closes[job], demand[job] <= capacity else { continue }
      if settings.dropsBeyond && (resource == .time ? firstBegin[job] : demand[job]) > settings.most { continue }
      let label = Label(
        cost: firstCost[job] + visitCost[job], time: firstBegin[job], load: demand[job], memory: bits[job], parity: members[job],
        id: 0, isDone: false)
      offer(label, job, from: -1, settings)
    }
    var steps = 0
    for bucket in 0..<bucketCount {
      while let next = leastOpenKey(bucket) {
        if next > settings.most { break }
        let last = next.addingClamped(leastStep - 1)
        for job in 0..<jobCount {
          let place = job * bucketCount + bucket
          var slot = 0
          while slot < lists[place].count {
            if lists[place][slot].isDone || key(lists[place][slot]) > last {
              slot += 1
              continue
            }
            lists[place][slot].isDone = true
            let label = lists[place][slot]
            slot += 1
            if key(label) > settings.most || isDominated(label, job, before: bucket, settings) { continue }
            extend(label, job, settings)
            steps += 1
            if steps & 1023 == 0 {
              if labelCount > settings.mostLabels { return false }
              if let deadline = settings.deadline, ContinuousClock.now >= deadline { return false }
            }
          }
        }
      }
    }
    return true
  }

  /// The least of the resource that a label in a bucket has which waits.
  private func leastOpenKey(_ bucket: Int) -> Int? {
    var least = Int.max
    for job in 0..<jobCount {
      let list = lists[job * bucketCount + bucket]
      for slot in 0..<list.count where !list[slot].isDone { least = min(least, key(list[slot])) }
    }
    return least < .max ? least : nil
  }

  /// Goes all ways from a label.
  private func extend(_ label: Label, _ job: Int, _ settings: Settings) {
    let end = min(wayStarts[job + 1], wayStarts[job].addingClamped(settings.width))
    var index = wayStarts[job]
    while index < end {
      let way = ways + index
      index += 1
      if label.memory & way.pointee.forbids != 0 { continue }
      let next = Int(way.pointee.job)
      let time = max(label.time + way.pointee.step, opens[next])
      let load = label.load + demand[next]
      if time > closes[next] || load > capacity { continue }
      if settings.dropsBeyond && (resource == .time ? time : load) > settings.most { continue }
      var cost = label.cost + way.pointee.cost + visitCost[next]
      var parity = CutSet()
      if hasCuts {
        let kept = label.parity & memories[next]
        let paid = kept & members[next]
        if !paid.isEmpty { cost += paid.sum(penalties) }
        parity = kept ^ members[next]
      }
      if cost + completion.cost(from: next, at: resource == .time ? time : load) >= settings.threshold { continue }
      offer(
        Label(
          cost: cost, time: time, load: load, memory: (label.memory & way.pointee.keeps) | bits[next], parity: parity, id: 0,
          isDone: false), next, from: label.id, settings)
    }
  }

  // MARK: Tracing back

  /// Numbers a label. Returns its number.
  func note(_ job: Int, from: Int32) -> Int32 {
    if labelCount == originCapacity { growOrigins() }
    origins[labelCount] = LabelOrigin(from: from, job: Int32(truncatingIfNeeded: job))
    labelCount += 1
    return Int32(truncatingIfNeeded: labelCount - 1)
  }

  private func growOrigins() {
    let new = UnsafeMutablePointer<LabelOrigin>.allocate(capacity: 2 * originCapacity)
    new.update(from: origins, count: labelCount)
    origins.deallocate()
    origins = new
    originCapacity *= 2
  }

  /// The jobs from this end of the day to a label.
  func trace(_ id: Int32) -> [Int] {
    var jobs: [Int] = []
    var at = id
    while at >= 0 {
      let origin = origins[Int(at)]
      jobs.append(Int(origin.job))
      at = origin.from
    }
    return jobs.reversed()
  }
}
