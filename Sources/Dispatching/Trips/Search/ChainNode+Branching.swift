extension ChainNode {
  /// What differs from a whole number by less is one.
  static func isWhole(_ value: Double) -> Bool { abs(value - value.rounded()) < 1e-6 }

  /// Two ways on that leave out nothing but the undecided, the likelier first; `nil` if nothing is undecided.
  func branches(_ group: ChainGroup, _ weights: [(chain: Chain, weight: Double)]) -> (ChainNode, ChainNode)? {
    branchesOnUnits(group, weights) ?? branchesOnTrip(group, group.shares(weights)) ?? branchesOnOrder(group, weights)
  }

  /// Which class drives a trip, or none.
  private func branchesOnTrip(_ group: ChainGroup, _ shares: [[Double]]) -> (ChainNode, ChainNode)? {
    var pick: (share: Double, trip: Int, place: Int?)?
    for trip in group.trips.indices {
      var driven = 0.0
      for place in shares.indices {
        let share = shares[place][trip]
        driven += share
        if !Self.isWhole(share), share > pick?.share ?? 0 { pick = (share, trip, place) }
      }
      if !Self.isWhole(driven), 1 - driven > pick?.share ?? 0 { pick = (1 - driven, trip, nil) }
    }
    guard let pick else { return nil }
    var with = self, without = self
    if let place = pick.place {
      with.served.insert(pick.trip)
      for other in shares.indices where other != place { with.forbid(pick.trip, other, group) }
      without.forbid(pick.trip, place, group)
    } else {
      for place in shares.indices { with.forbid(pick.trip, place, group) }
      without.served.insert(pick.trip)
    }
    return (with, without)
  }

  /// How many units of a class drive.
  private func branchesOnUnits(_ group: ChainGroup, _ weights: [(chain: Chain, weight: Double)]) -> (ChainNode, ChainNode)? {
    for place in group.classes.indices {
      let units = weights.reduce(0) { $0 + ($1.chain.place == place ? $1.weight : 0) }
      if Self.isWhole(units) { continue }
      let range = rules[place].units
      let low = Int(units.rounded(.down))
      guard low >= range.lowerBound, low < range.upperBound else { continue }
      var fewer = self, more = self
      fewer.rules[place].units = range.lowerBound...low
      more.rules[place].units = (low + 1)...range.upperBound
      return (more, fewer)
    }
    return nil
  }

  /// Which trip comes right after another.
  private func branchesOnOrder(_ group: ChainGroup, _ weights: [(chain: Chain, weight: Double)]) -> (ChainNode, ChainNode)? {
    struct Pair: Hashable {
      let place: Int, first: Int, second: Int
    }
    var pairs: [Pair: Double] = [:]
    for (chain, weight) in weights where !Self.isWhole(weight) {
      for (first, second) in zip(chain.positions, chain.positions.dropFirst()) {
        pairs[Pair(place: chain.place, first: first, second: second), default: 0] += weight
      }
    }
    let undecided = pairs.filter { !Self.isWhole($0.value) }
    let pick = undecided.max { a, b in
      (a.value, -a.key.place, -a.key.first, -a.key.second) < (b.value, -b.key.place, -b.key.first, -b.key.second)
    }
    guard let pair = pick?.key else { return nil }
    var with = self, without = self
    with.rules[pair.place].require(pair.first, rightBefore: pair.second)
    for position in [pair.first, pair.second] {
      let trip = group.classes[pair.place].trips[position]
      with.served.insert(trip)
      for other in group.classes.indices where other != pair.place { with.forbid(trip, other, group) }
    }
    without.rules[pair.place].forbid(pair.first, rightBefore: pair.second)
    return (with, without)
  }
}

extension ChainGroup {
  /// How much of each trip each class drives, by classes.
  func shares(_ weights: [(chain: Chain, weight: Double)]) -> [[Double]] {
    var shares = classes.map { _ in [Double](repeating: 0, count: trips.count) }
    for (chain, weight) in weights {
      for trip in chain.trips { shares[chain.place][trip] += weight }
    }
    return shares
  }
}
