public import Logistics

extension DeliveryPromise {
  /// The promise as it stands if its parcels are ready later than was thought, or come later than the timetable of their service
  /// says: made anew by the same chain from the moment at which they are ready on.
  ///
  /// A delay is counted from the timetable, not from what was told of a delay before: late by two days and said again, it is late by two
  /// days. Like every other day of the way, a day of delay is a working day of the service, and the parcels come on a day on which it
  /// delivers. A longer delay never ends earlier.
  ///
  /// - Parameters:
  ///   - moment: when they are ready at the earliest, if that is later than ``readyAt``: then they are ready once somebody works.
  ///   - workingDaysLate: working days of the service by which they come later than by its timetable; of a pickup, working days on which
  ///     the node hands parcels over. At least 0.
  ///   - schedule: of the node from which they ship.
  ///   - service: how they come to the customer, as it was promised.
  ///   - zone: the area of the destination; without meaning for a pickup.
  /// - Returns: The promise, placed when this one was, or why there is none.
  /// - Complexity: O(days passed over).
  public func delayed(
    readyFrom moment: Instant? = nil, workingDaysLate: Int, from schedule: NodeSchedule, by service: DeliveryService,
    to zone: ID<TransitZone>
  ) -> PromiseOutcome {
    var ready = readyAt
    if let moment, moment > readyAt {
      guard let opening = schedule.work.opening(atOrAfter: moment, in: schedule.zone) else { return .notServed(.neverPrepared) }
      ready = max(moment, opening.opens)
    }
    var chain = PromiseChain(schedule: schedule, service: service, placedAt: placedAt)
    chain.knownReady = ready
    let outcome: PromiseOutcome
    if service.kind == .storePickup {
      outcome = chain.pickUp(workingDaysLate: workingDaysLate)
    } else {
      guard let transit = service.transit[zone] else { return .notServed(.zone(zone)) }
      outcome = chain.deliver(to: zone, Transit(days: transit.days + workingDaysLate, timeZone: transit.timeZone))
    }
    guard let promise = outcome.promise else { return outcome }
    return .promised(promise.with(reasons: preparation(until: WallTime(ready, in: schedule.zone)) + promise.reasons))
  }

  /// The reasons up to the end of the preparation, which ends at a moment.
  private func preparation(until ready: WallTime) -> [PromiseReason] {
    var steps: [PromiseReason] = []
    for reason in reasons {
      guard case .prepared(let from, _, let node) = reason else {
        steps.append(reason)
        continue
      }
      return steps + [.prepared(from: from, until: ready, node: node)]
    }
    return []
  }

  private func with(reasons: [PromiseReason]) -> DeliveryPromise {
    DeliveryPromise(
      node: node, service: service, placedAt: placedAt, readyAt: readyAt, leavesAt: leavesAt, leavesOn: leavesOn,
      arrivesOn: arrivesOn, deliveryDate: deliveryDate, window: window, reasons: reasons)
  }
}
