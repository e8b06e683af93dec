import Logistics

extension SourcingProblem {
  /// The cheapest plan.
  ///
  /// Exact: branch and bound over the sets of nodes with the dual of the linear relaxation as bound; where a carrier's
  /// brackets matter, over nodes and contents of parcels with a dynamic program as bound. Of plans that cost the same the one with fewer parcels is taken, then, where one node
  /// ships all in one parcel, the earlier lane, else the one that the search meets first: that depends on the problem
  /// only, never on the machine.
  ///
  /// Complexity: lanes × lines where one node is best, which is the usual case; exponential at worst.
  ///
  /// - Parameter stepLimit: after so many partial plans the best found is returned, with a lower bound that says how far
  ///   from the cheapest it can be. So it is too if an order with brackets has more than 400 units.
  public func solve(stepLimit: Int = 200_000) -> SourcingOutcome {
    solve(stepLimit: stepLimit, tabulates: true)
  }

  func solve(stepLimit: Int, tabulates: Bool) -> SourcingOutcome {
    var search = Search(instance, stepLimit: stepLimit, tabulates: tabulates)
    let obstacles = stockObstacles
    if obstacles.isEmpty || instance.nothing != nil { search.run() }
    guard let best = search.best else {
      if !obstacles.isEmpty { return .infeasible(obstacles) }
      if search.exhausted { return .undecided(lowerBound: MinorUnits(max(0, search.rootBound - instance.offset))) }
      return .infeasible([.parcels])
    }
    let bound = search.exhausted ? min(search.rootBound, best.cost) : best.cost
    return .plan(plan(of: best, lowerBound: bound - instance.offset, steps: search.steps))
  }

  /// The products of which the usable lanes have less than must ship.
  private var stockObstacles: [SourcingObstacle] {
    instance.items.indices.compactMap { item in
      let wanted = instance.items[item].required
      var found = 0
      for candidate in instance.candidates.indices where found < wanted {
        found += instance.available[candidate * instance.width + item]
      }
      guard found < wanted else { return nil }
      // No parcel may ship at all: stock is not what is missing.
      return instance.maximumParcels == 0 ? .parcels : .stock(instance.items[item].sku, wanted: wanted, found: found)
    }
  }

  private func plan(of draft: Draft, lowerBound: Int, steps: Int) -> SourcingPlan {
    var cost = SourcingCost()
    var left = instance.items.map(\.quantity)
    var parcels: [(lane: Int, parcel: SourcedParcel)] = []
    for box in draft.boxes {
      let candidate = instance.candidates[box.candidate]
      let lane = order.lanes[candidate.lane]
      var lines: [OrderLine] = []
      var weight = Weight.zero
      var volume = Volume.zero
      var count = 0
      for (item, units) in box.units.enumerated() where units > 0 {
        lines.append(OrderLine(instance.items[item].sku, quantity: units))
        weight += Weight(units * instance.items[item].weight)
        volume += Volume(units * instance.items[item].volume)
        count += units
        left[item] -= units
      }
      guard let freight = candidate.rate.price(weight: weight, volume: volume) else {
        preconditionFailure("a parcel of \(weight) that the carrier refuses")
      }
      let handling = lane.handlingPerParcel + lane.handlingPerUnit * count
      cost.freight += freight
      cost.handling += handling
      parcels.append(
        (
          candidate.lane,
          SourcedParcel(node: lane.node, lines: lines, weight: weight, volume: volume, freight: freight, handling: handling)
        ))
    }
    for lane in Set(parcels.map(\.lane)) { cost.lateness += order.lanes[lane].lateness }
    cost.extraParcels = order.extraParcelCost * max(0, parcels.count - 1)
    var unfilled: [OrderLine] = []
    for (item, units) in left.enumerated() where units > 0 {
      unfilled.append(OrderLine(instance.items[item].sku, quantity: units))
    }
    cost.unfilled = MinorUnits(unfilledCost(of: left))
    // Sorting is stable here because equal parcels keep the order of the search, which is fixed.
    let order = parcels.indices.sorted {
      (parcels[$0].lane, -parcels[$0].parcel.weight.grams, $0) < (parcels[$1].lane, -parcels[$1].parcel.weight.grams, $1)
    }
    assert(cost.total.count == draft.cost - instance.offset, "the parts of a plan do not add up")
    return SourcingPlan(
      parcels: order.map { parcels[$0].parcel }, unfilled: unfilled, cost: cost, lowerBound: MinorUnits(lowerBound), steps: steps)
  }

  /// What it costs to leave out so many units of each item. An order that ships complete may still leave out everything.
  private func unfilledCost(of left: [Int]) -> Int {
    if let nothing = instance.nothing, zip(left, instance.items).allSatisfy({ $0 == $1.quantity }) {
      return nothing - instance.offset
    }
    return left.enumerated().reduce(0) { $0 + (instance.unfilledCost($1.offset, $1.element) ?? 0) }
  }
}
