/// Finds the walks of least reduced cost: the pricing problem, relaxed so that it takes milliseconds.
///
/// Dynamic programming over states of a job and a bucket of one resource, time or load. A state holds some labels, each a walk that ends
/// there: its cost, its time, its load, and which jobs it remembers (see `WalkNetwork.remember(most:)`), none better in all four than
/// another. When a state has too many, the two dearest become one that has the least of both in every respect and remembers only
/// what both do: so a label is never worse in any respect than any walk that it stands for, and every route that keeps the
/// rules has a walk that costs no more (state-space relaxation: N. Christofides, A. Mingozzi, P. Toth, 1981).
///
/// The bucket is the resource's value shifted right, but at least one more than before: that gives an order in which every way leads
/// forward, even where service and travel take no time. A route of at most `longest` jobs never needs more than that
/// many buckets beyond the last value's.
final class WalkSearch {
  /// What the buckets measure.
  enum Resource {
    case time
    case load
  }

  /// How thorough a search is.
  struct Effort {
    /// Only so many of the cheapest ways out of a job are taken.
    var width = Int.max
    /// Only so many labels are kept in a state.
    var labels = Int.max
    /// How many walks are wanted for each type.
    var walks = 40
    /// Whether the least reduced cost that is found bounds that of every route.
    var isExact: Bool { width == .max }
  }

  /// A walk that was found.
  struct Find {
    /// Its reduced cost in scaled units, that of the vehicle included.
    let reducedCost: Int
    /// Jobs as places in the network's jobs.
    let jobs: [Int]
  }

  private struct Label {
    var cost: Int
    var time: Int
    var load: Int
    /// The bits of the jobs it remembers.
    var memory: UInt64
    /// The label it came from, −1 at the start of a walk.
    var from: Int32

    @inline(__always)
    func dominates(_ other: Label) -> Bool {
      cost <= other.cost && time <= other.time && load <= other.load && memory & ~other.memory == 0
    }

    /// Stands for another label too.
    @inline(__always)
    mutating func absorb(_ other: Label) {
      time = min(time, other.time)
      load = min(load, other.load)
      memory &= other.memory
    }
  }

  private struct PricedArc {
    var cost: Int
    var step: Int
    var job: Int32
    var keeps: UInt64
    var forbids: UInt64
  }

  private let network: WalkNetwork
  private let resource: Resource
  private let scale: Int
  private let jobCount: Int
  private let origin: Int
  private let shift: Int
  private let lastKey: Int
  private let bucketCount: Int
  private let room: Int

  /// `room` labels for each state, cheapest first, and how many there are.
  private let labels: UnsafeMutablePointer<Label>
  private let counts: UnsafeMutablePointer<UInt8>
  private let opens: UnsafeMutablePointer<Int>
  private let closes: UnsafeMutablePointer<Int>
  private let demand: UnsafeMutablePointer<Int>
  private let arcs: UnsafeMutablePointer<PricedArc>
  private let arcStarts: UnsafeMutablePointer<Int>

  /// How many labels a search needs room for.
  static func size(_ network: WalkNetwork, buckets: Int, labels: Int) -> Int {
    (buckets + 1 + network.longest).multipliedClamped(by: network.jobs.count).multipliedClamped(by: labels)
  }

  /// - Parameters:
  ///   - scale: How many scaled units a unit of the objective is.
  ///   - buckets: At most so many values of the resource are told apart.
  ///   - labels: The most labels of a state, below 256.
  init(_ network: WalkNetwork, by resource: Resource, scale: Int, buckets: Int, labels room: Int) {
    self.network = network
    self.resource = resource
    self.scale = scale
    self.room = room
    jobCount = network.jobs.count
    let range: ClosedRange<Int>
    switch resource {
    case .time:
      let opens = network.opens.filter { $0 > -WalkNetwork.forever / 2 }.min() ?? 0
      let closes = network.closes.filter { $0 < WalkNetwork.forever / 2 }.max() ?? opens
      range = opens...max(opens, closes)
    case .load: range = 0...min(network.capacity, network.demand.reduce(0) { $0.addingClamped($1) })
    }
    origin = range.lowerBound
    var shift = 0
    while (range.upperBound - range.lowerBound) >> shift >= buckets { shift += 1 }
    self.shift = shift
    lastKey = (range.upperBound - range.lowerBound) >> shift
    bucketCount = lastKey + 1 + network.longest

    let arcCount = network.arcs.reduce(0) { $0 + $1.count }
    labels = .allocate(capacity: max(1, bucketCount * jobCount * room))
    counts = .allocate(capacity: max(1, bucketCount * jobCount))
    opens = .allocate(capacity: max(1, jobCount))
    opens.initialize(from: network.opens, count: jobCount)
    closes = .allocate(capacity: max(1, jobCount))
    closes.initialize(from: network.closes, count: jobCount)
    demand = .allocate(capacity: max(1, jobCount))
    demand.initialize(from: network.demand, count: jobCount)
    arcs = .allocate(capacity: max(1, arcCount))
    arcStarts = .allocate(capacity: jobCount + 1)
    var next = 0
    for (job, ways) in network.arcs.enumerated() {
      arcStarts[job] = next
      for way in ways {
        (arcs + next).initialize(
          to: PricedArc(cost: 0, step: way.step, job: way.job, keeps: way.keeps, forbids: way.forbids))
        next += 1
      }
    }
    arcStarts[jobCount] = next
  }

  deinit {
    labels.deallocate()
    counts.deallocate()
    opens.deallocate()
    closes.deallocate()
    demand.deallocate()
    arcs.deallocate()
    arcStarts.deallocate()
  }

  /// Searches the walks under prices.
  ///
  /// - Parameter prices: For each job of the network what serving it earns, in scaled units.
  /// - Returns: For each type the cheapest walks, one for each last job, cheapest first. The first is the cheapest of all, or there is
  ///   no walk.
  /// - Complexity: O(buckets · ways · labels²), in practice far less.
  func search(prices: [Int], _ effort: Effort) -> [[Find]] {
    for job in 0..<jobCount {
      for (index, way) in network.arcs[job].enumerated() {
        arcs[arcStarts[job] + index].cost = way.cost * scale - prices[Int(way.job)]
      }
    }
    let room = min(room, effort.labels)
    start(prices, room)
    for bucket in 0..<(bucketCount - 1) {
      for job in 0..<jobCount where counts[bucket * jobCount + job] > 0 {
        extend(bucket, job, width: effort.width, room)
      }
    }
    return finds(effort.walks)
  }

  /// Every job as the first of a walk.
  private func start(_ prices: [Int], _ room: Int) {
    counts.update(repeating: 0, count: bucketCount * jobCount)
    for job in 0..<jobCount {
      let (begin, cost) = network.first[job]
      guard begin <= closes[job], demand[job] <= network.capacity else { continue }
      let label = Label(
        cost: cost * scale - prices[job], time: begin, load: demand[job], memory: network.bits[job], from: -1)
      offer(label, at: self.bucket(after: -1, time: begin, load: demand[job]) * jobCount + job, room)
    }
  }

  /// The bucket of a state that is reached from another bucket.
  @inline(__always)
  private func bucket(after bucket: Int, time: Int, load: Int) -> Int {
    let key = (resource == .time ? time - origin : load) >> shift
    return max(bucket + 1, min(key, lastKey))
  }

  /// Goes all ways out of a state.
  private func extend(_ bucket: Int, _ job: Int, width: Int, _ room: Int) {
    let capacity = network.capacity
    let place = bucket * jobCount + job
    let arcEnd = min(arcStarts[job + 1], arcStarts[job].addingClamped(width))
    for slot in 0..<Int(counts[place]) {
      let label = labels[place * self.room + slot]
      var arc = arcStarts[job]
      while arc < arcEnd {
        let way = arcs + arc
        arc += 1
        if label.memory & way.pointee.forbids != 0 { continue }
        let next = Int(way.pointee.job)
        let time = max(label.time + way.pointee.step, opens[next])
        let load = label.load + demand[next]
        if time > closes[next] || load > capacity { continue }
        let target = self.bucket(after: bucket, time: time, load: load)
        if target >= bucketCount { continue }
        let longer = Label(
          cost: label.cost + way.pointee.cost, time: time, load: load,
          memory: (label.memory & way.pointee.keeps) | network.bits[next],
          from: Int32(truncatingIfNeeded: place * self.room + slot))
        offer(longer, at: target * jobCount + next, room)
      }
    }
  }

  /// Keeps a label in a state unless another there is as good.
  @inline(__always)
  private func offer(_ label: Label, at place: Int, _ room: Int) {
    let list = labels + place * self.room
    let count = Int(counts[place])
    var position = 0
    while position < count, list[position].cost <= label.cost {
      if list[position].dominates(label) { return }
      position += 1
    }
    var kept = position
    for slot in position..<count where !label.dominates(list[slot]) {
      list[kept] = list[slot]
      kept += 1
    }
    if kept == room {
      if position == room {
        list[room - 1].absorb(label)
        return
      }
      if position == room - 1 {
        var both = label
        both.absorb(list[room - 1])
        list[room - 1] = both
        return
      }
      list[room - 2].absorb(list[room - 1])
      kept -= 1
    }
    var slot = kept
    while slot > position {
      list[slot] = list[slot - 1]
      slot -= 1
    }
    list[position] = label
    counts[place] = UInt8(kept + 1)
  }

  /// For each type the cheapest walks that end in time and with what fits, one for each last job.
  private func finds(_ most: Int) -> [[Find]] {
    network.types.indices.map { type in
      var ends: [(cost: Int, label: Int)] = []
      for job in 0..<jobCount {
        let (step, cost) = network.last[job]
        let end = (cost + network.fixedCosts[type]) * scale
        var best = (cost: Int.max, label: -1)
        for bucket in 0..<bucketCount {
          let place = bucket * jobCount + job
          for slot in 0..<Int(counts[place]) {
            let label = labels[place * room + slot]
            guard label.time + step <= network.typeCloses[type], label.load <= network.typeCapacities[type] else { continue }
            if label.cost + end < best.cost { best = (label.cost + end, place * room + slot) }
          }
        }
        if best.label >= 0 { ends.append(best) }
      }
      ends.sort { ($0.cost, $0.label) < ($1.cost, $1.label) }
      return ends.prefix(most).map { Find(reducedCost: $0.cost, jobs: trace($0.label)) }
    }
  }

  /// The jobs on the way to a label, in order.
  private func trace(_ end: Int) -> [Int] {
    var jobs: [Int] = []
    var at = end
    while at >= 0 {
      jobs.append(at / room % jobCount)
      at = Int(labels[at].from)
    }
    return jobs.reversed()
  }
}
