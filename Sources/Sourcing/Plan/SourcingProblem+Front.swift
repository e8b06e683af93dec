public import Logistics

/// The cheapest way for an order to be there by a date.
public struct SourcingFrontPoint: Hashable, Sendable {
  /// The day on which the last parcel is there.
  public let arrives: LocalDate
  public let plan: SourcingPlan
}

extension SourcingProblem {
  /// The cheapest plan for each date on which some service arrives, as long as waiting makes it cheaper: the whole front of cost
  /// versus date, soonest first.
  ///
  /// Exact at every date: each node may ship by any of its services that arrive by then, each parcel by the cheapest for it. A
  /// service without a date counts as there at once. Plans that ship nothing are no offer and left out.
  ///
  /// Complexity: one search for each date, see ``solve(stepLimit:)``.
  public func front(stepLimit: Int = 200_000) -> [SourcingFrontPoint] {
    var dates: Set<LocalDate> = []
    for lane in order.lanes {
      for service in lane.services { if let date = service.arrives { dates.insert(date) } }
    }
    var front: [SourcingFrontPoint] = []
    for date in dates.sorted() {
      guard let plan = arriving(by: date).solve(stepLimit: stepLimit).plan, !plan.parcels.isEmpty else { continue }
      if let last = front.last, plan.cost.total >= last.plan.cost.total { continue }
      front.append(SourcingFrontPoint(arrives: date, plan: plan))
    }
    return front
  }

  /// The same problem with the services only that are there by a date.
  public func arriving(by date: LocalDate) -> SourcingProblem {
    let lanes = order.lanes.map { lane in
      Lane(
        from: lane.node, services: lane.services.filter { $0.arrives.map { $0 <= date } ?? true },
        handlingPerParcel: lane.handlingPerParcel,
        handlingPerUnit: lane.handlingPerUnit)
    }
    return SourcingProblem(
      SourcingOrder(
        lines: order.lines, lanes: lanes, maximumParcels: order.maximumParcels, shipsComplete: order.shipsComplete,
        extraParcelCost: order.extraParcelCost), supply, screen: screen)
  }
}
