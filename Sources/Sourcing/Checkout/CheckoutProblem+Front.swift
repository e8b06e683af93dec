public import Logistics

/// The cheapest way for an order to be with its customer by a date.
public struct CheckoutFrontPoint: Hashable, Sendable {
  /// The day by which all of it is there.
  public let arrives: LocalDate
  public let plan: CheckoutPlan
}

extension CheckoutProblem {
  /// The cheapest plan for each date on which some service or last leg arrives, as long as waiting makes it cheaper: direct and
  /// consolidated plans on one front of cost versus date, soonest first.
  ///
  /// Exact at every date. What has no date counts as there at once. Plans that ship nothing are no offer and left out.
  ///
  /// Complexity: one search of the direct way for each date, one of a hub for each date on which one more of its last legs is there.
  public func front(stepLimit: Int = 200_000, combinationLimit: Int = 1000) -> [CheckoutFrontPoint] {
    let limits = WaySearch.Limits(steps: stepLimit, combinations: combinationLimit)
    let direct = Set(order.lanes.flatMap { $0.services.compactMap(\.arrives) })
    let legs = hubs.map { Set($0.lastLegs.compactMap(\.service.arrives)) }
    var front: [CheckoutFrontPoint] = []
    var searches: [WaySearch] = []
    for (number, date) in legs.reduce(direct, { $0.union($1) }).sorted().enumerated() {
      searches = ([nil] + hubs).enumerated().map { way, hub in
        // No other service or leg than on the date before: no other answer.
        let changes = way == 0 ? direct.contains(date) : legs[way - 1].contains(date)
        return number == 0 || changes ? searched(hub, by: date, limits) : searches[way]
      }
      guard let plan = outcome(of: searches).plan, !plan.sourcing.parcels.isEmpty else { continue }
      if let last = front.last, plan.cost.total >= last.plan.cost.total { continue }
      front.append(CheckoutFrontPoint(arrives: date, plan: plan))
    }
    return front
  }
}
