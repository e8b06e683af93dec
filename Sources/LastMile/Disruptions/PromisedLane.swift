import Logistics
import Promising

/// The links of the chain by which something was promised from a node.
struct PromisedLane {
  let schedule: NodeSchedule
  let service: DeliveryService
  let zone: ID<TransitZone>
}

extension Network {
  /// The lane by which a parcel of an order goes: to the customer, or to the hub of a last leg.
  func lane(of parcel: OfferedParcel, in order: AcceptedOrder) -> PromisedLane? {
    if parcel.role == .storePickup {
      guard let site = site(parcel.contents.node), let hours = site.pickupHours else { return nil }
      return PromisedLane(schedule: site.schedule, service: .storePickup(id: parcel.service, handsOver: hours), zone: "")
    }
    let hub = order.lastLeg(after: parcel).flatMap { site(order.lastLegs[$0].parcel.hub)?.node.coordinate }
    return lane(from: parcel.contents.node, by: parcel.service, to: hub, for: order.order)
  }

  /// The lane of a last leg.
  func lane(of leg: OfferedLeg, in order: AcceptedOrder) -> PromisedLane? {
    lane(from: leg.parcel.hub, by: leg.service, to: nil, for: order.order)
  }

  /// - Parameter hub: where it goes, if that is not the customer's own place.
  private func lane(
    from node: ID<Node>, by service: ID<DeliveryService>, to hub: Coordinate?, for order: Order
  ) -> PromisedLane? {
    var hours: OpeningHours?
    if case .delivery(_, let chosen) = order.fulfilment { hours = chosen }
    guard let site = site(node), let place = hub ?? destination(of: order), let zone = band(from: site.node, to: place),
      let service = services.first(where: { $0.id == service }),
      let delivery = service.role == .ownVan ? service.delivery?.narrowed(to: hours) : service.delivery
    else { return nil }
    let chain = locker(of: order.fulfilment).map { delivery.bringing(to: $0.pickupPoint) } ?? delivery
    return PromisedLane(schedule: site.schedule, service: chain, zone: zone)
  }
}

extension AcceptedOrder {
  /// The number of the last leg in which a parcel goes on from a hub; `nil` if it goes to the customer.
  func lastLeg(after parcel: OfferedParcel) -> Int? {
    guard case .delivery = order.fulfilment, parcel.role == .transfer else { return nil }
    // After a decline there may be two. What was promised for the hub by a day goes on with the first that waits for it.
    let there = (parcel.firstPromise ?? parcel.promise).deliveryDate
    return lastLegs.indices.filter { lastLegs[$0].parcel.leg.feederBy ?? there >= there }
      .min { lastLegs[$0].parcel.leg.feederBy ?? there < lastLegs[$1].parcel.leg.feederBy ?? there } ?? lastLegs.indices.last
  }

  /// The day on which the last of what ships is with the customer, by its promises; `nil` if nothing ships.
  var lastDay: LocalDate? {
    (parcels.filter { lastLeg(after: $0) == nil }.map(\.promise.deliveryDate) + lastLegs.map(\.promise.deliveryDate)).max()
  }
}
