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
  /// Exact at every date. What has no date counts as there at once. Plans that ship nothing are no offer and left out. Where a search ends
  /// at a limit, it is as with ``SourcingProblem/front(stepLimit:)``.
  ///
  /// Complexity: one search of each way for each point of the front, and one more for each plan that costs the same and is there sooner.
  public func front(stepLimit: Int = 200_000, combinationLimit: Int = 1000) -> [CheckoutFrontPoint] {
    var dates = Set(order.lanes.flatMap { $0.services.compactMap(\.arrives) })
    for hub in hubs { dates.formUnion(hub.lastLegs.compactMap(\.service.arrives)) }
    return SourcingFrontPoint.descending(dates.sorted()) { date -> FrontStep<CheckoutFrontPoint> in
      switch solve(arrivingBy: date, stepLimit: stepLimit, combinationLimit: combinationLimit) {
      case .plan(let plan) where !plan.sourcing.parcels.isEmpty:
        .point(CheckoutFrontPoint(arrives: plan.arrives ?? dates.min()!, plan: plan))
      case .plan(let plan): plan.proven ? .over : .undecided
      case .infeasible: .over
      case .undecided: .undecided
      }
    } cost: {
      $0.plan.cost.total
    } date: {
      $0.arrives
    }
  }
}

extension CheckoutPlan {
  /// The day on which all of it is there; `nil` for at once.
  fileprivate var arrives: LocalDate? { consolidated.map(\.leg.service.arrives) ?? sourcing.arrives }
}
