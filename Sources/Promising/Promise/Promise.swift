public import Logistics

/// When an order placed at a moment would be with its customer, if it ships from a node by a service.
///
/// The chain is: the order enters the node's work, at once or after the cut-off on the next day of work; once the work before it
/// is done the preparation takes its working time; the parcels leave on the first day on which the node works, the service drives and they are ready in time, with the
/// first collection if the service has set times there; they are under way for so many working days of the service; they are delivered
/// on the first day after that on which it delivers. For a pickup they wait for the node to hand parcels over instead.
///
/// An order that is placed earlier is never promised later, and nothing is promised for a day on which nobody works or drives,
/// or for a moment before the parcels leave.
///
/// - Parameters:
///   - schedule: how the node prepares orders.
///   - service: how the parcels come to the customer.
///   - zone: the area of the destination; without meaning for a pickup.
///   - placedAt: when the order is placed.
/// - Returns: the promise with its reasons, or why there is none.
/// - Complexity: O(days passed over), a few microseconds for an order that arrives within a week; no allocation but for the reasons.
public func promise(
  from schedule: NodeSchedule, by service: DeliveryService, to zone: ID<TransitZone>, placedAt: Instant
) -> PromiseOutcome {
  guard schedule.work.knows(placedAt), service.calendar.knows(placedAt) else {
    return .notServed(.beyondKnownDays(placed: placedAt))
  }
  var chain = PromiseChain(schedule: schedule, service: service, placedAt: placedAt)
  if service.kind == .storePickup { return chain.pickUp() }
  guard let transit = service.transit[zone] else { return .notServed(.zone(zone)) }
  return chain.deliver(to: zone, transit)
}
