import Logistics

extension SourcingProblem {
  /// The cheapest plan.
  ///
  /// Exact: branch and bound over the sets of nodes with the dual of the linear relaxation as bound; where a carrier's
  /// brackets matter, over nodes and contents of parcels with a dynamic program as bound. Of plans that cost the same the one
  /// with fewer parcels is taken, then, where one node ships all in one parcel, the earlier lane, else the one that the search
  /// meets first: that depends on the problem only, never on the machine.
  ///
  /// Complexity: lanes × lines where one node is best, which is the usual case; exponential at worst.
  ///
  /// - Parameter stepLimit: after so many partial plans the best found is returned, with a lower bound that says how far
  ///   from the cheapest it can be. So it is too if an order with brackets has more than 400 units.
  public func solve(stepLimit: Int = 200_000) -> SourcingOutcome {
    solve(stepLimit: stepLimit, tabulates: true)
  }

  func solve(stepLimit: Int, tabulates: Bool) -> SourcingOutcome {
    if let outcome = LaneDesk.shared.solve(self, stepLimit: stepLimit) { return outcome }
    let instance = makeInstance()
    var search = Search(instance, stepLimit: stepLimit, tabulates: tabulates)
    let obstacles = stockObstacles(instance)
    if obstacles.isEmpty || instance.nothing != nil { search.run() }
    guard let best = search.best else {
      if !obstacles.isEmpty { return .infeasible(obstacles) }
      if search.exhausted { return .undecided(lowerBound: MinorUnits(max(0, search.rootBound - instance.offset))) }
      return .infeasible([.parcels])
    }
    let bound = search.exhausted ? min(search.rootBound, best.cost) : best.cost
    return .plan(plan(of: best, instance, lowerBound: bound - instance.offset, steps: search.steps))
  }

  /// The order as flat numbers, whatever its freight depends on.
  func makeInstance() -> Instance {
    Instance(order, available: { available($0, $1) }, price: { price($0, $1) }, parcelsLeft: { parcelsLeft($0) })
  }

  /// The products of which the usable lanes have less than must ship.
  func stockObstacles(_ instance: Instance) -> [SourcingObstacle] {
    instance.items.indices.compactMap { item in
      let wanted = instance.items[item].required
      var found = 0
      for candidate in instance.candidates.indices where found < wanted {
        found += instance.available[candidate * instance.width + item]
      }
      guard found < wanted else { return nil }
      // No parcel may ship at all: stock is not what is missing.
      return instance.maximumParcels == 0 ? .parcels : shortage(of: instance.items[item].sku, wanted: wanted, found: found)
    }
  }

  private func plan(of draft: Draft, _ instance: Instance, lowerBound: Int, steps: Int) -> SourcingPlan {
    var cost = SourcingCost()
    var left = instance.items.map(\.quantity)
    var parcels: [(lane: Int, parcel: SourcedParcel)] = []
    for box in draft.boxes {
      let candidate = instance.candidates[box.candidate]
      let lane = order.lanes[candidate.lane]
      var lines: [OrderLine] = []
      var weight = Weight.zero
      var volume = Volume.zero
      for (item, units) in box.units.enumerated() where units > 0 {
        lines.append(OrderLine(instance.items[item].sku, quantity: units))
        weight += Weight(units * instance.items[item].weight)
        volume += Volume(units * instance.items[item].volume)
        left[item] -= units
        let price =
          instance.picking[box.candidate * instance.width + item] - lane.handlingPerUnit.count - instance.items[item].shift
        cost.opportunity += MinorUnits(units * price)
      }
      let parcel = SourcedParcel(lane, lines, weight: weight, volume: volume)
      cost.add(parcel)
      parcels.append((candidate.lane, parcel))
    }
    cost.extraParcels = order.extraParcelCost * max(0, parcels.count - 1)
    var unfilled: [OrderLine] = []
    for (item, units) in left.enumerated() where units > 0 {
      unfilled.append(OrderLine(instance.items[item].sku, quantity: units))
    }
    cost.unfilled = MinorUnits(unfilledCost(of: left, instance))
    // Sorting is stable here because equal parcels keep the order of the search, which is fixed.
    let order = parcels.indices.sorted {
      (parcels[$0].lane, -parcels[$0].parcel.weight.grams, $0) < (parcels[$1].lane, -parcels[$1].parcel.weight.grams, $1)
    }
    assert(cost.total.count == draft.cost - instance.offset, "the parts of a plan do not add up")
    return SourcingPlan(
      parcels: order.map { parcels[$0].parcel }, unfilled: unfilled, cost: cost, lowerBound: MinorUnits(lowerBound), steps: steps)
  }

  /// What it costs to leave out so many units of each item. An order that ships complete may still leave out everything.
  private func unfilledCost(of left: [Int], _ instance: Instance) -> Int {
    if let nothing = instance.nothing, zip(left, instance.items).allSatisfy({ $0 == $1.quantity }) {
      return nothing - instance.offset
    }
    return left.enumerated().reduce(0) {
      $0 + (instance.unfilledCost($1.offset, $1.element) ?? 0) - $1.element * instance.items[$1.offset].shift
    }
  }
}
