/// Finds the walks of least reduced cost: the pricing problem, relaxed so that it takes milliseconds.
///
/// Dynamic programming over states of a job and a bucket of one resource, time or load. A state keeps the two cheapest ways to get there
/// that come from different jobs, so that no walk turns back to where it just was (2-cycle elimination: D. Houck, J.-C. Picard, M. Queyranne,
/// R. Vemuganti, "The travelling salesman problem as a constrained shortest path problem", 1980). Its time and its load are the
/// least of all ways that were merged into it, kept exactly and not rounded to the bucket: so a state is never worse in any respect than
/// what it stands for, and every route that keeps the rules has a walk that costs no more.
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

  /// A walk that was found.
  struct Find {
    /// The type, as a place in the network's types.
    let type: Int
    /// Its reduced cost in scaled units, that of the vehicle included.
    let reducedCost: Int
    /// Jobs as places in the network's jobs.
    let jobs: [Int]
  }

  private struct State {
    var cost = Int.max
    var second = Int.max
    var time = Int.max
    var load = Int.max
    /// The states that the two came from, doubled, plus one if it was by their second; −1 at the start of a walk.
    var from: Int32 = -1
    var secondFrom: Int32 = -1
    /// The jobs that the two came from, −1 at the start of a walk.
    var previous: Int32 = -1
    var secondPrevious: Int32 = -1
  }

  private struct PricedArc {
    var cost: Int
    var step: Int
    var job: Int32
  }

  private let network: WalkNetwork
  private let resource: Resource
  private let scale: Int
  private let jobCount: Int
  private let origin: Int
  private let shift: Int
  private let lastKey: Int
  /// The number of buckets.
  let bucketCount: Int

  private let states: UnsafeMutablePointer<State>
  private let opens: UnsafeMutablePointer<Int>
  private let closes: UnsafeMutablePointer<Int>
  private let demand: UnsafeMutablePointer<Int>
  private let arcs: UnsafeMutablePointer<PricedArc>
  private let arcStarts: UnsafeMutablePointer<Int>

  /// - Parameters:
  ///   - scale: How many scaled units a unit of the objective is.
  ///   - buckets: About how many values of the resource are told apart.
  init(_ network: WalkNetwork, by resource: Resource, scale: Int, buckets: Int) {
    self.network = network
    self.resource = resource
    self.scale = scale
    jobCount = network.jobs.count
    var range: ClosedRange<Int>
    switch resource {
    case .time:
      let opens = network.opens.filter { $0 > -WalkNetwork.forever / 2 }.min() ?? 0
      let closes = network.closes.filter { $0 < WalkNetwork.forever / 2 }.max() ?? opens
      range = opens...max(opens, closes)
    case .load: range = 0...min(network.capacity, network.demand.reduce(0) { $0.addingClamped($1) })
    }
    origin = range.lowerBound
    var shift = 0
    while (range.upperBound - range.lowerBound) >> shift > buckets { shift += 1 }
    self.shift = shift
    lastKey = (range.upperBound - range.lowerBound) >> shift
    bucketCount = lastKey + 1 + network.longest

    let arcCount = network.arcs.reduce(0) { $0 + $1.count }
    states = .allocate(capacity: max(1, bucketCount * jobCount))
    states.initialize(repeating: State(), count: max(1, bucketCount * jobCount))
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
        (arcs + next).initialize(to: PricedArc(cost: 0, step: way.step, job: way.job))
        next += 1
      }
    }
    arcStarts[jobCount] = next
  }

  deinit {
    states.deallocate()
    opens.deallocate()
    closes.deallocate()
    demand.deallocate()
    arcs.deallocate()
    arcStarts.deallocate()
  }

  /// Searches the walks under prices.
  ///
  /// - Parameters:
  ///   - prices: For each job of the network what serving it earns, in scaled units.
  ///   - width: Only so many of the cheapest ways out of a job are taken; all if `nil`, and only then is the least reduced cost exact.
  ///   - most: How many walks are wanted for each type.
  /// - Returns: For each type the cheapest walks, one for each last job, cheapest first. The first is the cheapest of all, or no walk is
  ///   there.
  /// - Complexity: O(buckets · ways).
  func search(prices: [Int], width: Int?, most: Int) -> [[Find]] {
    price(prices)
    let least = propagate(prices, width: width ?? .max)
    return network.types.indices.map { type in
      var ends: [(cost: Int, end: Int32)] = []
      for job in 0..<jobCount {
        let end = least[type * jobCount + job]
        if end.cost < .max { ends.append(end) }
      }
      ends.sort { ($0.cost, $0.end) < ($1.cost, $1.end) }
      return ends.prefix(most).map { Find(type: type, reducedCost: $0.cost, jobs: trace($0.end)) }
    }
  }

  private func price(_ prices: [Int]) {
    for job in 0..<jobCount {
      for (index, way) in network.arcs[job].enumerated() {
        arcs[arcStarts[job] + index].cost = way.cost * scale - prices[Int(way.job)]
      }
    }
  }

  /// The bucket of a state that is reached from another bucket.
  @inline(__always)
  private func bucket(after bucket: Int, time: Int, load: Int) -> Int {
    let key = (resource == .time ? time - origin : load) >> shift
    return max(bucket + 1, min(key, lastKey))
  }

  /// Fills the states bucket by bucket; for each type and last job the cheapest end and the state it is at.
  private func propagate(_ prices: [Int], width: Int) -> [(cost: Int, end: Int32)] {
    let capacity = network.capacity
    states.update(repeating: State(), count: bucketCount * jobCount)
    for job in 0..<jobCount {
      let (begin, cost) = network.first[job]
      guard begin <= closes[job], demand[job] <= capacity else { continue }
      let place = bucket(after: -1, time: begin, load: demand[job]) * jobCount + job
      offer(place, cost: cost * scale - prices[job], time: begin, load: demand[job], from: -1, previous: -1)
    }
    var least = [(cost: Int, end: Int32)](repeating: (.max, -1), count: network.types.count * jobCount)
    for bucket in 0..<bucketCount {
      for job in 0..<jobCount {
        let place = bucket * jobCount + job
        let state = states[place]
        guard state.cost < .max else { continue }
        let (step, cost) = network.last[job]
        for type in network.types.indices where state.time + step <= network.typeCloses[type] {
          let whole = state.cost + (cost + network.fixedCosts[type]) * scale
          if whole < least[type * jobCount + job].cost { least[type * jobCount + job] = (whole, Int32(2 * place)) }
        }
        guard bucket + 1 < bucketCount else { continue }
        let start = arcStarts[job]
        let end = min(arcStarts[job + 1], start.addingClamped(width))
        var arc = start
        while arc < end {
          let way = arcs[arc]
          arc += 1
          let next = Int(way.job)
          let time = max(state.time + way.step, opens[next])
          let load = state.load + demand[next]
          if time > closes[next] || load > capacity { continue }
          // Back to where the cheapest came from goes only by the second.
          let turnsBack = way.job == state.previous
          let before = turnsBack ? state.second : state.cost
          if before == .max { continue }
          let target = self.bucket(after: bucket, time: time, load: load)
          if target >= bucketCount { continue }
          offer(
            target * jobCount + next, cost: before + way.cost, time: time, load: load,
            from: Int32(truncatingIfNeeded: 2 * place + (turnsBack ? 1 : 0)), previous: Int32(job))
        }
      }
    }
    return least
  }

  @inline(__always)
  private func offer(_ place: Int, cost: Int, time: Int, load: Int, from: Int32, previous: Int32) {
    let state = states + place
    if cost < state.pointee.cost {
      if previous != state.pointee.previous || state.pointee.cost == .max {
        state.pointee.second = state.pointee.cost
        state.pointee.secondFrom = state.pointee.from
        state.pointee.secondPrevious = state.pointee.previous
      }
      state.pointee.cost = cost
      state.pointee.from = from
      state.pointee.previous = previous
    } else if previous != state.pointee.previous && cost < state.pointee.second {
      state.pointee.second = cost
      state.pointee.secondFrom = from
      state.pointee.secondPrevious = previous
    }
    if time < state.pointee.time { state.pointee.time = time }
    if load < state.pointee.load { state.pointee.load = load }
  }

  /// The jobs on the way to a state, in order.
  private func trace(_ end: Int32) -> [Int] {
    var jobs: [Int] = []
    var at = Int(end)
    while at >= 0 {
      let state = states[at >> 1]
      jobs.append((at >> 1) % jobCount)
      at = Int(at & 1 == 0 ? state.from : state.secondFrom)
    }
    return jobs.reversed()
  }
}
