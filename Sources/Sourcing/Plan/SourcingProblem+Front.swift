public import Logistics

/// The cheapest way for an order to be there by a date.
public struct SourcingFrontPoint: Hashable, Sendable {
  /// The day on which the last parcel is there.
  public let arrives: LocalDate
  public let plan: SourcingPlan
}

extension SourcingPlan {
  /// The day on which the last parcel is there; `nil` if none has a date.
  var arrives: LocalDate? { parcels.compactMap(\.service.arrives).max() }
}

/// What a search for the next point of a front came to.
enum FrontStep<Point> {
  case point(Point)
  /// Nothing ships by the date, and so by no sooner one.
  case over
  /// The search was ended by its limit.
  case undecided
}

extension SourcingFrontPoint {
  /// A front, soonest first, found from its late end: each plan says by itself when it is there, and only what is sooner is left to look
  /// for.
  ///
  /// - Parameters:
  ///   - dates: ascending.
  ///   - cheapest: the cheapest that is there by a date.
  static func descending<Point>(
    _ dates: [LocalDate], cheapest: (LocalDate) -> FrontStep<Point>, cost: (Point) -> MinorUnits, date: (Point) -> LocalDate
  ) -> [Point] {
    var front: [Point] = []
    var left = dates.count
    while left > 0 {
      switch cheapest(dates[left - 1]) {
      case .over: left = 0
      case .undecided: left -= 1
      case .point(let point):
        // What is there sooner for no more is better.
        while let last = front.last, cost(point) <= cost(last) { front.removeLast() }
        front.append(point)
        left = dates.firstIndex { $0 >= date(point) } ?? 0
      }
    }
    return front.reversed()
  }
}

extension SourcingProblem {
  /// The cheapest plan for each date on which some service arrives, as long as waiting makes it cheaper: the whole front of cost
  /// versus date, soonest first.
  ///
  /// Exact at every date: each node may ship by any of its services that arrive by then, each parcel by the cheapest for it. A
  /// service without a date counts as there at once. Plans that ship nothing are no offer and left out.
  ///
  /// Where a search ends at its limit, its point is the best plan found, not ``SourcingPlan/proven``; a date by which it found none has no
  /// point, though there may be a plan that is cheaper than the sooner ones.
  ///
  /// Complexity: one search for each point of the front, and one more for each plan that costs the same and is there sooner; see
  /// ``solve(stepLimit:)``.
  public func front(stepLimit: Int = 200_000) -> [SourcingFrontPoint] {
    let dates = Set(order.lanes.flatMap { $0.services.compactMap(\.arrives) })
    return SourcingFrontPoint.descending(dates.sorted()) { date -> FrontStep<SourcingFrontPoint> in
      switch arriving(by: date).solve(stepLimit: stepLimit) {
      case .plan(let plan) where !plan.parcels.isEmpty:
        .point(SourcingFrontPoint(arrives: plan.arrives ?? dates.min()!, plan: plan))
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
