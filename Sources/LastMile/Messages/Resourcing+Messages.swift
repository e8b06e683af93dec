import Inventory
public import Logistics
import Promising
import Sourcing

extension Resourcing {
  /// What it means for the customer: what comes later than promised and what does not come at all, with the reason; nothing if
  /// everything comes as it was promised, from wherever.
  ///
  /// - Parameters:
  ///   - order: the order that it is about.
  ///   - refund: what is paid back for the units that do not come, if the customer is to be told an amount: what was paid is the
  ///     shop's to know.
  public func messages(for order: Order, in network: Network, refund: Money? = nil) -> [CustomerMessage] {
    let setback = decline.setback(in: network)
    switch promise {
    case .withdrawn: return [.cancelled(order: order.id.text, amount: refund, because: setback)]
    case .kept:
      return unfilled.isEmpty ? [] : [.refunded(network.named(unfilled), amount: refund, because: setback)]
    case .remade(let old, let new):
      let late = parcels.filter { $0.promise.deliveryDate > old }
      // What goes on from a hub is late only after it.
      let lines = (late.isEmpty ? parcels : late).flatMap(\.contents.lines)
      let delay = CustomerMessage.delayed(
        network.named(lines), from: old, to: new, network.handover(of: order, parcels), because: setback)
      return unfilled.isEmpty ? [delay] : [delay, .refunded(network.named(unfilled), amount: refund, because: nil)]
    }
  }
}

extension Decline {
  /// What a customer is told of it; `nil` if the node has no name.
  fileprivate func setback(in network: Network) -> Setback? {
    guard let site = network.site(node)?.node.name else { return nil }
    let products = network.named(units.map { OrderLine($0.sku, quantity: $0.quantity) })
    return switch reason {
    case .notFound: .notFound(products, site: site)
    case .damaged: .damaged(products, site: site)
    case .closed(let until): .siteClosed(site: site, until: until.map { WallTime($0, in: network.zone) })
    }
  }
}
