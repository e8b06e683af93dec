/// The most profitable chains of one class: longest paths in the graph of which trip can follow which.
///
/// Trips are intervals, so nothing but the best chain that is free in time matters to the next trip, and a sweep over starts and releases
/// finds it in linear time. Where a limit of trips binds there is a sweep for each turn: the first trips of units, the second, and so on.
struct ChainSearch {
  /// A chain and what it earns, the unit's fixed cost aside.
  struct Find {
    let value: Int
    /// Positions in the class's trips.
    let chain: [Int]
  }

  let chainClass: ChainClass
  /// For each turn and position the most that a chain ending there earns; `Int.min` if there is none.
  private var values: [Int]
  private var previous: [Int32]

  init(_ chainClass: ChainClass) {
    self.chainClass = chainClass
    values = [Int](repeating: Self.none, count: chainClass.turns * chainClass.trips.count)
    previous = [Int32](repeating: -1, count: values.count)
  }

  private static let none = Int.min

  /// The chain that earns most, or `nil` if there is no chain at all.
  ///
  /// - Parameter gains: For each position what driving the trip earns, or `Int.min` if it may not be driven.
  /// - Complexity: O(trips), times the turns where a limit of trips binds.
  mutating func best(_ gains: [Int], _ rules: ChainRules) -> Find? {
    let count = chainClass.trips.count
    guard count > 0 else { return nil }
    for turn in 0..<chainClass.turns { sweep(turn, gains, rules) }
    guard let end = values.indices.max(by: { (values[$0], -$0) < (values[$1], -$1) }), values[end] != Self.none else {
      return nil
    }
    var chain: [Int] = []
    var place = end
    while place >= 0 {
      chain.append(place % count)
      place = Int(previous[place])
    }
    return Find(value: values[end], chain: chain.reversed())
  }

  /// Fills one turn, each chain prolonged by the best that is free by then: of the turn before, or, where any length will do, of
  /// this one.
  private mutating func sweep(_ turn: Int, _ gains: [Int], _ rules: ChainRules) {
    let count = chainClass.trips.count
    let isLoop = !chainClass.isLimited
    let base = turn * count, source = isLoop ? base : base - count
    let starts = chainClass.starts, releases = chainClass.releases, byRelease = chainClass.byRelease
    let hasTurns = !rules.isOutOfTurn.isEmpty
    var next = 0
    var best = Self.none, bestPlace: Int32 = -1
    for position in 0..<count {
      if isLoop || turn > 0 {
        while next < count, releases[byRelease[next]] <= starts[position], byRelease[next] < position {
          let place = source + byRelease[next]
          if values[place] > best { (best, bestPlace) = (values[place], Int32(place)) }
          next += 1
        }
      }
      let gain = gains[position]
      let place = base + position
      // A chain may begin in the first turn only, and go on from one that is worth it.
      let mayBegin = turn == 0
      let goesOn = best != Self.none && (best > 0 || !mayBegin)
      if gain == Self.none || !(mayBegin || goesOn) || (hasTurns && !rules.allows(position, turn: turn)) {
        values[place] = Self.none
        previous[place] = -1
      } else {
        values[place] = goesOn ? gain + best : gain
        previous[place] = goesOn ? bestPlace : -1
      }
    }
  }

  /// For each position the most that a chain through it earns, a limit of trips not looked at; `Int.min` where there is none.
  ///
  /// - Complexity: O(trips).
  func bestThrough(_ gains: [Int]) -> [Int] {
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
