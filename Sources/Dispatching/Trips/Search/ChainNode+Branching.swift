extension ChainNode {
  /// What differs from a whole number by less is one.
  static func isWhole(_ value: Double) -> Bool { abs(value - value.rounded()) < 1e-6 }

  /// Two ways on that leave out nothing but the undecided, the likelier first; `nil` if nothing is undecided.
  func branches(_ group: ChainGroup, _ weights: [(chain: Chain, weight: Double)]) -> (ChainNode, ChainNode)? {
    branchesOnUnits(group, weights) ?? branchesOnTrip(group, group.shares(weights)) ?? branchesOnTurn(group, weights)
  }

  /// Whether leaving a trip out is no choice any more.
  private func mustServe(_ trip: Int, _ group: ChainGroup) -> Bool {
    served.contains(trip) || group.leavingOut[trip] >= group.missingPrice
  }

  /// Whether a class is all that is left for a trip, so that asking for it would ask the same again: some of the trip is missing.
  private func isSettled(_ trip: Int, _ place: Int, _ group: ChainGroup) -> Bool {
    mustServe(trip, group)
      && !group.classes.indices.contains { other in
        let position = group.classes[other].positions[trip]
        return other != place && position >= 0 && !rules[other].isForbidden[position]
      }
  }

  /// Which class drives a trip, or none.
  private func branchesOnTrip(_ group: ChainGroup, _ shares: [[Double]]) -> (ChainNode, ChainNode)? {
    var pick: (share: Double, trip: Int, place: Int?)?
    for trip in group.trips.indices {
      var driven = 0.0
      for place in shares.indices {
        let share = shares[place][trip]
        driven += share
        if !Self.isWhole(share), share > pick?.share ?? 0, !isSettled(trip, place, group) { pick = (share, trip, place) }
      }
      if !Self.isWhole(driven), 1 - driven > pick?.share ?? 0, !mustServe(trip, group) { pick = (1 - driven, trip, nil) }
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

  /// Where a limit of trips binds, the so-manieth trip of its unit that a trip is.
  private func branchesOnTurn(_ group: ChainGroup, _ weights: [(chain: Chain, weight: Double)]) -> (ChainNode, ChainNode)? {
    var pick: (share: Double, place: Int, turn: Int, position: Int)?
    for (place, chainClass) in group.classes.enumerated() where chainClass.isLimited {
      for (slot, share) in group.turns(weights, of: place).enumerated() where !Self.isWhole(share) && share > pick?.share ?? 0 {
        let (turn, position) = (slot / chainClass.trips.count, slot % chainClass.trips.count)
        let isOnly = !(0..<chainClass.turns).contains { $0 != turn && rules[place].allows(position, turn: $0) }
        if isOnly && isSettled(chainClass.trips[position], place, group) { continue }
        pick = (share, place, slot / chainClass.trips.count, slot % chainClass.trips.count)
      }
    }
    guard let pick else { return nil }
    let trip = group.classes[pick.place].trips[pick.position]
    var with = self, without = self
    with.served.insert(trip)
    for other in group.classes.indices where other != pick.place { with.forbid(trip, other, group) }
    with.rules[pick.place].require(pick.position, turn: pick.turn)
    without.rules[pick.place].forbid(pick.position, turn: pick.turn)
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

  /// How much of each trip is the so-manieth of its unit, for one class: by turn, then position.
  func turns(_ weights: [(chain: Chain, weight: Double)], of place: Int) -> [Double] {
    let count = classes[place].trips.count
    var shares = [Double](repeating: 0, count: classes[place].turns * count)
    for (chain, weight) in weights where chain.place == place {
      for (turn, position) in chain.positions.enumerated() { shares[turn * count + position] += weight }
    }
    return shares
  }
}
