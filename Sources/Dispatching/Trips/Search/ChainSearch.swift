/// The most profitable chains of one class: longest paths in the graph of which trip can follow which.
///
/// Trips are intervals, so nothing but the best chain that is free in time matters to the next trip, and a sweep over starts and releases
/// finds it in linear time; only where a branch has decided what follows what is every pair looked at.
struct ChainSearch {
  /// A chain and what it earns, the unit's fixed cost aside.
  struct Find {
    let value: Int
    /// Positions in the class's trips.
    let chain: [Int]
  }

  let chainClass: ChainClass
  /// For each layer (the number of trips before) and position the most that a chain ending there earns; `Int.min` if there is none.
  private var values: [Int] = []
  private var previous: [Int32] = []

  init(_ chainClass: ChainClass) { self.chainClass = chainClass }

  private static let none = Int.min

  /// The chain that earns most, or `nil` if there is no chain at all.
  ///
  /// - Parameter gains: For each position what driving the trip earns, or `Int.min` if it may not be driven.
  /// - Complexity: O(trips), times the most trips of a chain where that binds; O(trips²) where the rules have an order.
  mutating func best(_ gains: [Int], _ rules: ChainRules) -> Find? {
    let count = chainClass.trips.count
    let layers = chainClass.most == .max ? 1 : chainClass.most
    guard count > 0, layers > 0 else { return nil }
    if values.count != layers * count {
      values = [Int](repeating: Self.none, count: layers * count)
      previous = [Int32](repeating: -1, count: layers * count)
    }
    for layer in 0..<layers {
      if rules.hasOrder {
        extendByPairs(layer, gains, rules, isLoop: chainClass.most == .max)
      } else {
        sweep(layer, gains, isLoop: chainClass.most == .max)
      }
    }
    var end = -1
    for place in values.indices where values[place] != Self.none && rules.mayEnd(place % count) {
      if end < 0 || values[place] > values[end] { end = place }
    }
    guard end >= 0 else { return nil }
    return Find(value: values[end], chain: trace(end, count))
  }

  /// Fills one layer, each chain prolonged by the best that is free by then: in the layer before, or, with one layer for chains of any
  /// length, in this one.
  private mutating func sweep(_ layer: Int, _ gains: [Int], isLoop: Bool) {
    let count = chainClass.trips.count
    let base = layer * count, source = isLoop ? base : base - count
    let starts = chainClass.starts, releases = chainClass.releases, byRelease = chainClass.byRelease
    values.withUnsafeMutableBufferPointer { values in
      var next = 0
      var best = Self.none, bestPlace: Int32 = -1
      for position in 0..<count {
        if isLoop || layer > 0 {
          while next < count, releases[byRelease[next]] <= starts[position], byRelease[next] < position {
            let place = source + byRelease[next]
            if values[place] > best { (best, bestPlace) = (values[place], Int32(place)) }
            next += 1
          }
        }
        let gain = gains[position]
        if gain == Self.none {
          values[base + position] = Self.none
        } else if isLoop {
          values[base + position] = best > 0 ? gain + best : gain
          previous[base + position] = best > 0 ? bestPlace : -1
        } else if layer == 0 {
          values[base + position] = gain
          previous[base + position] = -1
        } else {
          values[base + position] = best == Self.none ? Self.none : gain + best
          previous[base + position] = bestPlace
        }
      }
    }
  }

  /// The same where the rules say what may follow what.
  private mutating func extendByPairs(_ layer: Int, _ gains: [Int], _ rules: ChainRules, isLoop: Bool) {
    let count = chainClass.trips.count
    let base = layer * count, source = isLoop ? base : base - count
    for position in 0..<count {
      var best = Self.none, bestPlace: Int32 = -1
      if (isLoop || layer == 0) && rules.mayBegin(position) { best = 0 }
      if gains[position] != Self.none && (isLoop || layer > 0) {
        for first in 0..<position
        where values[source + first] > best && chainClass.canFollow(first, position) && rules.allows(first, rightBefore: position)
        {
          (best, bestPlace) = (values[source + first], Int32(source + first))
        }
      }
      values[base + position] = gains[position] == Self.none || best == Self.none ? Self.none : gains[position] + best
      previous[base + position] = bestPlace
    }
  }

  private func trace(_ end: Int, _ count: Int) -> [Int] {
    var chain: [Int] = []
    var place = end
    while place >= 0 {
      chain.append(place % count)
      place = Int(previous[place])
    }
    return chain.reversed()
  }

  /// For each position the most that a chain through it earns, a limit of trips not looked at; `Int.min` where there is none.
  ///
  /// - Complexity: O(trips).
  mutating func bestThrough(_ gains: [Int]) -> [Int] {
    let count = chainClass.trips.count
    var before = [Int](repeating: Self.none, count: count)
    var next = 0, best = 0
    for position in 0..<count {
      while next < count, chainClass.releases[chainClass.byRelease[next]] <= chainClass.starts[position],
        chainClass.byRelease[next] < position
      {
        best = max(best, before[chainClass.byRelease[next]])
        next += 1
      }
      if gains[position] != Self.none { before[position] = gains[position] + best }
    }
    var after = [Int](repeating: Self.none, count: count)
    var later = count - 1
    best = 0
    for position in chainClass.byRelease.reversed() {
      while later >= 0, chainClass.starts[later] >= chainClass.releases[position], later > position {
        best = max(best, after[later])
        later -= 1
      }
      if gains[position] != Self.none { after[position] = gains[position] + best }
    }
    return gains.indices.map { gains[$0] == Self.none ? Self.none : before[$0] + after[$0] - gains[$0] }
  }
}
