import Logistics
import Sourcing

extension Disruption.Impact {
  /// What it means for the customer: the new day, or that there is none yet, with the reason, and that the order may be withdrawn;
  /// nothing if everything comes by the promised day.
  ///
  /// - Parameter order: the order that it is about.
  public func messages(for order: Order, in network: Network) -> [CustomerMessage] {
    let setback = disruption.setback(in: network)
    let place = network.handover(of: order, parcels)
    let change: CustomerMessage
    switch promise {
    case .kept: return []
    case .remade(let old, let new):
      // What goes on from a hub is late only after it.
      let late = lastLegs.isEmpty ? parcels.filter { $0.promise.deliveryDate > old } : parcels
      change = .delayed(network.named(late.flatMap(\.contents.lines)), from: old, to: new, place, because: setback)
    case .open(let old, _):
      change = .dayUnknown(network.named(parcels.flatMap(\.contents.lines)), was: old, place, because: setback)
    }
    return [change, .mayWithdraw(order: order.id.text)]
  }
}

extension Disruption {
  /// What a customer is told of it; `nil` if its node has no name.
  fileprivate func setback(in network: Network) -> Setback? {
    switch kind {
    case .serviceLate(let id, _, _, _, _):
      switch network.services.first(where: { $0.id == id })?.role {
      case .carrier, .lockerCarrier: .carrierLate
      case .ownVan, .transfer, .storePickup, nil: .transportLate
      }
    case .orderLate: .heldUp
    case .vehicleOut: .vehicleBrokeDown
    case .nodeBehind(let node, _): network.site(node).map { .siteBehind(site: $0.node.name) }
    }
  }
}
