/// The spanning-tree bound of one group: subgradient ascent over the prices of `TreeRelaxation`.
///
/// A step goes along the gradient mixed with the direction of the step before (P. Camerini, L. Fratta and F. Maffioli, "On improving
/// relaxation methods by modified gradient techniques", 1975), as far as B. Polyak's rule of 1969 says towards a target, and begins again from the
/// best prices, half as far, where it stops paying. The prices are whole numbers, so that what they prove holds exactly; the steps are
/// sums and products alone, the same on every machine.
struct TreeBound {
  private let relaxation: TreeRelaxation
  private var prices: TreePrices
  /// What a unit of each price is worth, to measure steps of all kinds of prices in one unit.
  private let units: [Double]
  private let limits: [ClosedRange<Int>]
  private var best: TreePrices
  private var scaledValue = Int.min

  /// How many trees were built.
  private(set) var steps = 0
  /// Whether the bound is the cost of the plan that it was measured against, or no step raised it any more.
  private(set) var isConverged = false

  /// What is proved so far, in the unit of the objective: no cost is negative, and each is whole.
  var value: Int { scaledValue <= 0 ? 0 : (scaledValue - 1) / relaxation.scale + 1 }

  /// - Returns: `nil` where the numbers are too large.
  init?(_ network: TreeNetwork) {
    guard let relaxation = TreeRelaxation(network) else { return nil }
    self.relaxation = relaxation
    let prices = TreePrices(network)
    var units = [Double](repeating: 1, count: prices.values.count)
    var limits = [ClosedRange<Int>](
      repeating: -relaxation.largestPrice...relaxation.largestPrice, count: prices.values.count)
    for type in network.types.indices {
      // Without an end of the day there is nothing to price: the limit holds the price at zero.
      units[prices.second(type)] = Double(max(1, network.days[type] ?? 1))
      limits[prices.second(type)] = 0...(network.days[type] == nil ? 0 : relaxation.largestPrice / network.longestSpan)
      for dimension in network.amounts.indices {
        let room = max(1, network.capacities[dimension][type])
        units[prices.room(type, dimension)] = Double(room)
        limits[prices.room(type, dimension)] = 0...(relaxation.largestPrice / room)
      }
    }
    self.units = units
    self.limits = limits
    self.prices = prices
    best = prices
    start()
  }

  /// Begins where each vehicle is paid for by what is scarcest, and each job by half of its two nearest ways.
  private mutating func start() {
    let network = relaxation.network
    let jobCount = relaxation.jobCount
    let nearest = network.jobs.indices.map { job in
      var two = (first: Int32.max, second: Int32.max)
      for other in 0..<jobCount where other != job {
        let way = network.seconds[job * jobCount + other]
        if way < two.first { two = (way, two.first) } else if way < two.second { two.second = way }
      }
      return two.second < .max ? Int(two.first) + Int(two.second) : 0
    }
    var scarcest = (use: 0.0, dimension: -1)
    let days = zip(network.days, network.counts).reduce(0.0) { $0 + Double($1.0 ?? .max) * Double($1.1) }
    let busy = zip(network.services, nearest).reduce(0.0) { $0 + Double($1.0) + Double($1.1) / 2 }
    if days > 0 { scarcest.use = busy / days }
    for dimension in network.amounts.indices {
      let taken = network.amounts[dimension].reduce(0.0) { $0 + Double($1) }
      let room = zip(network.capacities[dimension], network.counts).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
      if room > 0, taken / room > scarcest.use { scarcest = (taken / room, dimension) }
    }
    for type in network.types.indices {
      let index = scarcest.dimension < 0 ? prices.second(type) : prices.room(type, scarcest.dimension)
      set(index, Double(network.fixedCosts[type] * relaxation.scale) / units[index])
    }
    let second = zip(network.types.indices, network.secondCosts).map { $1 * relaxation.scale + prices.values[prices.second($0)] }
    for job in 0..<jobCount { set(job, Double(nearest[job]) / 4 * Double(second.min() ?? 0)) }
  }

  private mutating func set(_ index: Int, _ price: Double) {
    let whole = Int(clamping: price.rounded())
    prices.values[index] = max(limits[index].lowerBound, min(limits[index].upperBound, whole))
  }

  /// Raises the bound until it reaches the target or a limit comes.
  ///
  /// - Parameters:
  ///   - limit: The most trees built.
  ///   - incumbent: What a plan of the group costs, or `nil`.
  ///   - isCancelled: Asked after each step.
  mutating func run(
    steps limit: Int, until deadline: ContinuousClock.Instant?, incumbent: Int?, isCancelled: () -> Bool
  ) {
    var direction = [Double](repeating: 0, count: units.count)
    var point = prices.values.map(Double.init)
    var reach = Self.firstReach
    var idle = 0
    while steps < limit, !isConverged {
      let value = relaxation.evaluate(prices)
      steps += 1
      if value > scaledValue {
        if Double(value) > Double(scaledValue) + Self.progress * abs(Double(value)) { idle = 0 }
        (scaledValue, best) = (value, prices)
      }
      if let incumbent, self.value >= incumbent {
        isConverged = true
        return
      }
      if let deadline, ContinuousClock.now >= deadline { return }
      if isCancelled() { return }
      idle += 1
      if idle > Self.patience {
        idle = 0
        reach /= 2
        prices = best
        point = best.values.map(Double.init)
        for index in direction.indices { direction[index] = 0 }
        if reach < Self.leastReach { isConverged = true }
        continue
      }
      var square = 0.0
      for index in direction.indices {
        var slope = Double(relaxation.gradient[index]) / units[index]
        // Where a price is held at its limit, what pushes against it counts for nothing.
        if slope < 0 && prices.values[index] == limits[index].lowerBound { slope = 0 }
        if slope > 0 && prices.values[index] == limits[index].upperBound { slope = 0 }
        direction[index] = slope + Self.momentum * direction[index]
        square += direction[index] * direction[index] * weight(index)
      }
      guard square > 0 else {
        isConverged = true
        return
      }
      let target =
        incumbent.map { Double($0) * Double(relaxation.scale) } ?? Double(scaledValue) + 0.05 * abs(Double(scaledValue)) + 1
      let step = reach * (target - Double(value)) / square
      for index in direction.indices {
        let moved = point[index] + step * direction[index] * weight(index) / units[index]
        point[index] = max(Double(limits[index].lowerBound), min(Double(limits[index].upperBound), moved))
        set(index, point[index])
      }
    }
  }

  /// How much farther the price of a vehicle, its day and its room goes than that of a job.
  @inline(__always)
  private func weight(_ index: Int) -> Double { index < relaxation.jobCount ? 1 : Self.vehicleWeight }

  private static let firstReach = 0.25
  private static let leastReach = 0.001
  private static let patience = 30
  private static let momentum = 0.7
  private static let progress = 0.0001
  private static let vehicleWeight = 20.0

  /// For each job of the group its part of the bound in the unit of the objective, rounded: its service and both its ends, and the edge by which
  /// it joined the tree. The vehicles' part is not in it.
  func jobPrices() -> [Int] {
    _ = relaxation.evaluate(best)
    return relaxation.network.jobs.indices.map { job in
      let price = relaxation.services[job] + 2 * best.values[job] + relaxation.keys[job]
      let rounded = Int((Double(price) / Double(relaxation.scale)).rounded())
      return relaxation.network.dropCosts[job].map { min($0, rounded) } ?? rounded
    }
  }
}
