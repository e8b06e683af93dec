/// The relaxation of a group's plans to spanning trees, and what it proves under given prices.
///
/// **The tree.** All depots are merged into one root 0. Leave out one of the two ways between each route and the root: what remains of a
/// plan is a spanning tree of the root and the jobs served, with exactly one way out of the root for each route, and each route's left-out way
/// ends at a job of its own. Every job has two ends of ways, counted with those left out. A job that stands alone on a route uses the
/// same edge twice, once in the tree and once left out.
///
/// **Prices** (integers in scaled units): π(v), of any sign, for the two ends at each job v; θ(t), of any sign, for the number of ways out of
/// the root by type t being the number of its routes; λ(t) ≥ 0 for a second of the day S(t), as no route drives and serves
/// longer; μ(t,k) ≥ 0 for a unit of room q(t,k), as no route takes more. For a job v and the types C(v) that can serve it,
///
///     w(i,j) = min over t in C(i) ∩ C(j) of metres(i,j) · a(t) + seconds(i,j) · (b(t) + λ(t)), the smaller of both directions,
///     r(v,t) = the same for the cheaper of both ways between v and the depot of t,
///     σ(v)   = min over t in C(v) of service(v) · (b(t) + λ(t)) + Σ μ(t,k) · amount(v,k),
///
/// where a and b are what a metre and a second cost. A plan that serves the jobs U and leaves out D costs at least
///
///     T(U) + Σ over U of (σ(v) + 2π(v)) + Σ over routes of (fixed(t) + r(u,t) − π(u) − θ(t) − λ(t)·S(t) − Σ μ(t,k)·q(t,k)) + Σ over D of drop(v),
///
/// where T(U) is the minimum spanning tree under w(i,j) − π(i) − π(j) and, at the root, min r(v,t) + θ(t) − π(v), and u is where the
/// left-out way ends. For the unknown D, each optional job gets a second edge to the root of drop(v) − σ(v) − 2π(v): with those of D the tree of U
/// spans all jobs V, so T(V) + Σ over V of (σ + 2π) is at most what T(U), U and D come to. The routes of type t end at different jobs, so they come
/// to no less than the sum of the n(t) least of min(0, …) over all u in V that t can serve.
///
/// Types that cannot come in time, ways that time does not allow and waiting that cannot be helped are known beforehand (`TreeTimes`); other
/// waiting, the windows along a whole route and the longest distance are relaxed. Nothing assumes the triangle inequality, nor that
/// anything is symmetric, nor that a route is used at all.
///
/// It holds for any prices, is worked out in integers, and is the tighter the closer the tree comes to routes. (M. Held and R. Karp, "The
/// Traveling-Salesman Problem and Minimum Spanning Trees: Part II", 1971; M. Fisher, "Optimal Solution of Vehicle Routing Problems
/// Using Minimum K-Trees", 1994.)
final class TreeRelaxation {
  /// What a type pays on a way, in scaled units.
  struct Rate {
    let metre: Int
    let second: Int
    let type: Int32
  }

  let network: TreeNetwork
  /// How many scaled units a unit of the objective is.
  let scale: Int
  /// The largest price of a job or a vehicle, of either sign, and of a whole day or a whole room, in scaled units.
  let largestPrice: Int
  /// By how much each constraint is broken: ends of ways missing at a job, ways out of the root too many, seconds and units too many.
  /// In the order of `TreePrices`: the direction in which the bound rises.
  private(set) var gradient: [Int]

  let jobCount: Int
  /// For each job what an edge to the tree costs at least.
  let keys: UnsafeMutablePointer<Int>
  /// For each job what it joined the tree by: a job, the root, or being left out.
  let parents: UnsafeMutablePointer<Int32>
  let rest: UnsafeMutablePointer<Int32>
  let rates: UnsafeMutablePointer<Rate>
  /// For each pair of profiles where their rates begin, and end.
  let rateRanges: UnsafeMutablePointer<Range<Int32>>
  private let rateCapacity: Int
  /// For each job the least price of its service and room, and the type with which.
  let services: UnsafeMutablePointer<Int>
  let serviceTypes: UnsafeMutablePointer<Int32>
  let rootTypes: UnsafeMutablePointer<Int32>
  private let ends: UnsafeMutableBufferPointer<(cost: Int, job: Int)>

  static let root: Int32 = -1
  static let leftOut: Int32 = -2
  /// No edge; far from overflow when prices are taken off.
  static let never = Int.max / 2

  /// - Returns: `nil` where the numbers are so large that sums could overflow.
  init?(_ network: TreeNetwork) {
    self.network = network
    let most = network.largestCost.multipliedClamped(by: 4)
    let terms = (network.counts.reduce(network.jobs.count) { $0.addingClamped($1) } + 1)
      .multipliedClamped(by: 16 + 4 * network.amounts.count)
    var scale = 256
    while scale > 1 && most.multipliedClamped(by: terms).multipliedClamped(by: scale) > 1 << 60 { scale /= 2 }
    guard most.multipliedClamped(by: terms).multipliedClamped(by: scale) <= 1 << 60 else { return nil }
    self.scale = scale
    largestPrice = most * scale
    jobCount = network.jobs.count
    gradient = TreePrices(network).values
    keys = .allocate(capacity: jobCount)
    parents = .allocate(capacity: jobCount)
    rest = .allocate(capacity: jobCount)
    rateCapacity = network.sharedTypes.reduce(1) { $0 + $1.count }
    rates = .allocate(capacity: rateCapacity)
    rateRanges = .allocate(capacity: network.sharedTypes.count)
    services = .allocate(capacity: jobCount)
    serviceTypes = .allocate(capacity: jobCount)
    rootTypes = .allocate(capacity: jobCount)
    ends = .allocate(capacity: jobCount)
  }

  deinit {
    keys.deallocate()
    parents.deallocate()
    rest.deallocate()
    rates.deallocate()
    rateRanges.deallocate()
    services.deallocate()
    serviceTypes.deallocate()
    rootTypes.deallocate()
    ends.deallocate()
  }

  /// What no plan of the group can cost less than under these prices, in scaled units; leaves the tree and the gradient behind.
  ///
  /// - Complexity: O(jobs² · rates that no other undercuts).
  func evaluate(_ prices: TreePrices) -> Int {
    for index in gradient.indices { gradient[index] = 0 }
    setRates(prices)
    var value = 0
    for job in 0..<jobCount {
      priceService(job, prices)
      priceRoot(job, prices)
      value += services[job] + 2 * prices.values[job]
      gradient[job] = 2
    }
    value += span(prices)
    follow(prices)
    for type in network.types.indices { value += drive(type, prices) }
    return value
  }

  /// The rates of each pair of profiles that no other undercuts on every way.
  private func setRates(_ prices: TreePrices) {
    var count: Int32 = 0
    for (pair, types) in network.sharedTypes.enumerated() {
      let start = count
      for type in types {
        let metre = network.metreCosts[type] * scale
        let second = network.secondCosts[type] * scale + prices.values[prices.second(type)]
        if (start..<count).contains(where: { rates[Int($0)].metre <= metre && rates[Int($0)].second <= second }) { continue }
        var kept = start
        for index in start..<count where rates[Int(index)].metre < metre || rates[Int(index)].second < second {
          rates[Int(kept)] = rates[Int(index)]
          kept += 1
        }
        rates[Int(kept)] = Rate(metre: metre, second: second, type: Int32(type))
        count = kept + 1
      }
      rateRanges[pair] = start..<count
    }
  }

  private func priceService(_ job: Int, _ prices: TreePrices) {
    var least = Self.never
    for type in network.profileTypes[network.profiles[job]] {
      var cost = network.services[job] * (network.secondCosts[type] * scale + prices.values[prices.second(type)])
      for dimension in 0..<prices.dimensions {
        // A type that cannot carry the job stands here only where profiles are merged; what it would be charged is held to a room.
        let amount = min(network.amounts[dimension][job], network.capacities[dimension][type])
        cost += amount * prices.values[prices.room(type, dimension)]
      }
      if cost < least { (least, serviceTypes[job]) = (cost, Int32(type)) }
    }
    services[job] = least
  }

  private func priceRoot(_ job: Int, _ prices: TreePrices) {
    var least = Self.never
    for type in network.profileTypes[network.profiles[job]] {
      let cost = rootCost(job, type, prices) + prices.values[prices.vehicle(type)]
      if cost < least { (least, rootTypes[job]) = (cost, Int32(type)) }
    }
    keys[job] = least - prices.values[job]
    parents[job] = Self.root
    if let drop = network.dropCosts[job] {
      let cost = drop * scale - services[job] - 2 * prices.values[job]
      if cost < keys[job] { (keys[job], parents[job]) = (cost, Self.leftOut) }
    }
  }

  @inline(__always)
  private func rootCost(_ job: Int, _ type: Int, _ prices: TreePrices) -> Int {
    let place = type * jobCount + job
    return network.rootMetres[place] * network.metreCosts[type] * scale
      + network.rootSeconds[place] * (network.secondCosts[type] * scale + prices.values[prices.second(type)])
  }

  /// The minimum spanning tree by Prim's method from the root: what it costs.
  private func span(_ prices: TreePrices) -> Int {
    let profileCount = network.profileTypes.count
    var value = 0
    for job in 0..<jobCount { rest[job] = Int32(job) }
    var restCount = jobCount
    network.metres.withUnsafeBufferPointer { metres in
      network.seconds.withUnsafeBufferPointer { seconds in
        network.profiles.withUnsafeBufferPointer { profiles in
          prices.values.withUnsafeBufferPointer { ends in
            var nearest = 0
            for place in 0..<restCount where keys[place] < keys[nearest] { nearest = place }
            while restCount > 0 {
              let job = Int(rest[nearest])
              value += keys[job]
              restCount -= 1
              rest[nearest] = rest[restCount]
              let ranges = rateRanges + profiles[job] * profileCount
              let end = ends[job]
              var least = Int.max
              for place in 0..<restCount {
                let other = Int(rest[place])
                let way = job * jobCount + other
                if metres[way] != TreeNetwork.noWay {
                  var cost = Self.never
                  for index in ranges[profiles[other]] {
                    let rate = rates[Int(index)]
                    cost = min(cost, Int(metres[way]) * rate.metre + Int(seconds[way]) * rate.second)
                  }
                  cost -= end + ends[other]
                  if cost < keys[other] { (keys[other], parents[other]) = (cost, Int32(job)) }
                }
                if keys[other] < least { (least, nearest) = (keys[other], place) }
              }
            }
          }
        }
      }
    }
    return value
  }

  /// Takes what the tree uses into the gradient.
  private func follow(_ prices: TreePrices) {
    for job in 0..<jobCount {
      let parent = parents[job]
      if parent == Self.leftOut {
        gradient[job] -= 2
        continue
      }
      take(job)
      gradient[job] -= 1
      if parent == Self.root {
        let type = Int(rootTypes[job])
        gradient[prices.vehicle(type)] += 1
        gradient[prices.second(type)] += network.rootSeconds[type * jobCount + job]
      } else {
        let way = Int(parent) * jobCount + job
        gradient[Int(parent)] -= 1
        let type = cheapest(way, network.profiles[Int(parent)] * network.profileTypes.count + network.profiles[job])
        gradient[prices.second(type)] += Int(network.seconds[way])
      }
    }

    func take(_ job: Int) {
      let type = Int(serviceTypes[job])
      gradient[prices.second(type)] += network.services[job]
      for dimension in 0..<prices.dimensions {
        gradient[prices.room(type, dimension)] += min(
          network.amounts[dimension][job], network.capacities[dimension][type])
      }
    }
  }

  /// The type that drives a way at the least cost.
  private func cheapest(_ way: Int, _ pair: Int) -> Int {
    var least = Int.max
    var type = 0
    for index in rateRanges[pair] {
      let rate = rates[Int(index)]
      let cost = Int(network.metres[way]) * rate.metre + Int(network.seconds[way]) * rate.second
      if cost < least { (least, type) = (cost, Int(rate.type)) }
    }
    return type
  }

  /// The routes of a type that gain, with the ways that the tree leaves out: what they cost, zero or less.
  private func drive(_ type: Int, _ prices: TreePrices) -> Int {
    var base = network.fixedCosts[type] * scale - prices.values[prices.vehicle(type)]
    if let day = network.days[type] { base -= day * prices.values[prices.second(type)] }
    for dimension in 0..<prices.dimensions {
      base -= network.capacities[dimension][type] * prices.values[prices.room(type, dimension)]
    }
    var count = 0
    for job in 0..<jobCount where network.serves[type][job] {
      let cost = base + rootCost(job, type, prices) - prices.values[job]
      if cost < 0 {
        ends[count] = (cost, job)
        count += 1
      }
    }
    let used = min(count, network.counts[type])
    if used < count {
      var all = UnsafeMutableBufferPointer(rebasing: ends[..<count])
      all.sort { $0 < $1 }
    }
    var value = 0
    for (cost, job) in ends[..<used] {
      value += cost
      gradient[job] -= 1
      gradient[prices.second(type)] += network.rootSeconds[type * jobCount + job]
    }
    gradient[prices.vehicle(type)] -= used
    if let day = network.days[type] { gradient[prices.second(type)] -= day * used }
    for dimension in 0..<prices.dimensions {
      gradient[prices.room(type, dimension)] -= network.capacities[dimension][type] * used
    }
    return value
  }
}
