public import Logistics

extension CheckoutProblem {
  /// The cheapest plan over all ways and substitutes.
  ///
  /// Exact: each way is solved with each combination of substitutes that could be in its cheapest plan, the cheapest first. Of plans that
  /// cost the same the direct one is taken, then that of the earlier hub, then that whose substitutes cost less.
  ///
  /// Complexity: one search for each way and each combination whose goodwill costs less than the way's best plan, see
  /// ``SourcingProblem/solve(stepLimit:)``.
  ///
  /// - Parameters:
  ///   - date: the day by which all of it is to be there, if any.
  ///   - stepLimit: after so many partial plans each search returns the best it has.
  ///   - combinationLimit: how many combinations of substitutes are looked at in each way. Beyond, the plan is the best of those, with
  ///     a lower bound on all.
  public func solve(
    arrivingBy date: LocalDate? = nil, stepLimit: Int = 200_000, combinationLimit: Int = 1000
  ) -> CheckoutOutcome {
    let limits = WaySearch.Limits(steps: stepLimit, combinations: combinationLimit)
    return outcome(of: ([nil] + hubs).map { searched($0, by: date, limits) })
  }

  /// Why every other lane of a plan's way ships nothing, as `SourcingProblem.alternatives(to:stepLimit:)` tells it for the products
  /// that the plan ships: for a hub, the lanes to it.
  ///
  /// - Parameters:
  ///   - date: the date of a plan of the front; `nil` for the plan of ``solve(stepLimit:combinationLimit:)``.
  ///   - stepLimit: how many partial plans to look at for each lane.
  public func alternatives(
    to plan: CheckoutPlan, arrivingBy date: LocalDate? = nil, stepLimit: Int = 20_000
  ) -> [Rejection] {
    let chosen = order.lines.indices.map { number in
      let substitution = plan.substitutions.first { $0.line == number }
      let substitute = substitution.flatMap { one in substitutes[number].first { $0.sku == one.shipped } }
      return LineChoice(substitute: substitute, cost: 0)
    }
    let hub = plan.consolidated.flatMap { parcel in hubs.first { $0.node == parcel.hub } }
    return problem(
      of: lines(chosen, whole: hub != nil), at: hub, by: plan.consolidated?.leg.feederBy ?? (hub == nil ? date : nil)
    )
    .alternatives(to: plan.sourcing, stepLimit: stepLimit)
  }

  func searched(_ hub: Hub?, by date: LocalDate?, _ limits: WaySearch.Limits) -> WaySearch {
    var search = WaySearch(self, hub: hub, by: date, limits)
    search.run()
    return search
  }

  /// The best of all ways, and why the others lose.
  func outcome(of searches: [WaySearch]) -> CheckoutOutcome {
    let bound = searches.reduce(Int.max) { min($0, $1.bound) }
    guard
      let winner = searches.indices.filter({ searches[$0].best != nil }).min(by: {
        (searches[$0].best!.total, $0) < (searches[$1].best!.total, $1)
      }), let best = searches[winner].best
    else {
      if bound < .max { return .undecided(lowerBound: MinorUnits(bound)) }
      return .infeasible(searches.map { WayRejection(way: $0.way, reason: $0.obstacle) })
    }
    let others = searches.indices.filter { $0 != winner }.map { index in
      WayRejection(way: searches[index].way, reason: reason(searches[index], against: best.total))
    }
    let substitutions = substitutions(best.chosen)
    var cost = best.sourcing.cost
    cost.substitution = substitutions.reduce(.zero) { $0 + $1.cost }
    if let parcel = best.consolidated {
      cost.freight += parcel.freight
      cost.handling += parcel.handling
      cost.lateness += parcel.leg.service.lateness
    }
    assert(cost.total.count == best.total, "the parts of a plan do not add up")
    return .plan(
      CheckoutPlan(
        way: searches[winner].way, sourcing: best.sourcing, consolidated: best.consolidated, substitutions: substitutions,
        cost: cost, lowerBound: MinorUnits(min(bound, best.total)), others: others))
  }

  private func reason(_ search: WaySearch, against total: Int) -> WayRejection.Reason {
    guard search.bound < .max else { return search.obstacle }
    if let best = search.best, search.bound >= best.total { return .dearer(by: MinorUnits(best.total - total)) }
    return .dearerAtLeast(by: MinorUnits(max(0, search.bound - total)))
  }
}
