import Logistics
import Promising
import Sourcing

extension Refusal {
  /// What a customer is told of it: a message for each thing that stands in the way.
  ///
  /// What is the shop's own business is not told: its rules, its costs, and that a quote was forged rather than not valid.
  public func messages(in network: Network) -> [CustomerMessage] {
    switch self {
    case .unknownProduct: [.productUnknown]
    case .noPickup(let node): [.noPickup(store: network.site(node)?.node.name)]
    case .notServed(let reasons): [reasons.isEmpty ? .cannotShip : .notServed]
    case .tooLargeForLocker(let node): [.tooLargeForLocker(locker: network.locker(node)?.node.name ?? node.text)]
    case .lockerFull(let node): [.lockerFull(locker: network.locker(node)?.node.name ?? node.text)]
    case .short(let obstacles): obstacles.isEmpty ? [.cannotShip] : obstacles.map { message(of: $0, in: network) }
    case .notWorthShipping: [.cannotShip]
    case .undecided: [.tooLarge]
    case .alreadyAccepted: [.alreadyConfirmed]
    case .outrun: [.outrun]
    case .quoteExpired(let moment): [.quoteEnded(WallTime(moment, in: network.zone))]
    case .quoteForged: [.quoteInvalid]
    case .quoteWithdrawn: [.quoteWithdrawn]
    }
  }

  private func message(of obstacle: SourcingObstacle, in network: Network) -> CustomerMessage {
    switch obstacle {
    case .stock(let sku, _, let found):
      network.product(sku).map { .shortOfStock(product: $0.name, left: found) } ?? .productUnknown
    case .excluded(let sku, _, let found, _, _):
      network.product(sku).map { .restricted(product: $0.name, left: found) } ?? .productUnknown
    case .parcels: .tooManyParcels
    }
  }
}
