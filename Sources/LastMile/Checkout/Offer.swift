import Inventory
public import Logistics
public import Promising
public import Sourcing

/// One way in which an order can be fulfilled: what ships from where, when it is there, what it costs the house.
public struct Offer: Hashable, Sendable {
  public let order: Order
  /// What ships, by node; several parcels may come from one. Those of a gathered order go to its hub, or lie there.
  public internal(set) var parcels: [OfferedParcel]
  /// Units that nobody can ship.
  public let unfilled: [OrderLine]
  /// What ships in the place of something else, by the lines of the order; only for a customer who allows it.
  public let substitutions: [Substitution]
  /// The day on which the last parcel is there.
  public let promisedDate: LocalDate
  /// Freight, handling and what is lost by lateness and by units that do not ship.
  public let cost: SourcingCost
  /// Whether no other way over the nodes and services is cheaper.
  public let isProvenCheapest: Bool
  /// How a gathered order goes on from its hub; `nil` for one that ships directly.
  public let lastLeg: OfferedLeg?
  /// Why it does not ship in another way: directly, or over other hubs.
  public let otherWays: [WayRejection]
  /// Why each other node ships nothing of it, as far as that was asked for.
  public let rejections: [Rejection]
}

extension Offer {
  /// What is kept of the stock for it.
  var allocations: [Allocation] {
    parcels.flatMap { parcel in
      parcel.contents.lines.map { Allocation($0.sku, at: parcel.contents.node, quantity: $0.quantity) }
    }
  }
}

/// A parcel with its promise.
public struct OfferedParcel: Hashable, Sendable {
  public let contents: SourcedParcel
  public let service: ID<DeliveryService>
  public let role: ShippingService.Role
  /// Its promise, as it stands now.
  public internal(set) var promise: DeliveryPromise
  /// Earlier days on which it would have come, had the node's vehicles or the locker's compartments not been promised to others.
  public let fullDays: [LocalDate]
  /// What was promised before any news of a delay; `nil` if ``promise`` still is that. See ``Planner/report(_:)``.
  public internal(set) var firstPromise: DeliveryPromise? = nil
  /// The compartment that is kept for it; `nil` for what is not fetched at a locker.
  public internal(set) var stay: LockerStay? = nil
}

/// The parcel in which a gathered order leaves its hub, with its promise.
public struct OfferedLeg: Hashable, Sendable {
  public let parcel: ConsolidatedParcel
  public let service: ID<DeliveryService>
  /// Its promise, as it stands now.
  public internal(set) var promise: DeliveryPromise
  /// What was promised before any news of a delay; `nil` if ``promise`` still is that.
  public internal(set) var firstPromise: DeliveryPromise? = nil
}

/// Why an order cannot be fulfilled at all.
public enum Refusal: Hashable, Sendable {
  /// It names a product that there is not.
  case unknownProduct(SKU)
  /// It is to be picked up where nobody can.
  case noPickup(at: ID<Node>)
  /// No service comes to the address in the hours that were chosen; the reason of each node that was asked.
  case notServed([ID<Node>: String])
  /// It is to be fetched at a locker in which a parcel of it fits no compartment.
  case tooLargeForLocker(ID<Node>)
  /// It is to be fetched at a locker that has no room for it for two weeks.
  case lockerFull(ID<Node>)
  /// What must ship is not there.
  case short([SourcingObstacle])
  /// To ship any of it costs more than to leave it out.
  case notWorthShipping
  /// The order is so large that no way to source it was found in the time there is.
  case undecided
  /// The order was accepted before, by another offer.
  case alreadyAccepted
  /// Stock moved away at the last moment, again and again.
  case outrun
  /// The quote was good until this moment.
  case quoteExpired(Instant)
  /// The quote is none of this house, or its terms were changed.
  case quoteForged
  /// The quote was given up: the cart changed and was quoted anew, or its customer let it go.
  case quoteWithdrawn
}

extension Refusal: CustomStringConvertible {
  /// An English sentence without its full stop.
  public var description: String {
    switch self {
    case .unknownProduct(let sku): return "there is no product \(sku)"
    case .noPickup(let node): return "nothing can be picked up at \(node)"
    case .notServed(let reasons):
      guard let first = reasons.min(by: { $0.key < $1.key }) else { return "no node has any of it in stock" }
      return "no service keeps the hours at the address: from \(first.key), \(first.value)"
    case .tooLargeForLocker(let locker): return "a parcel of it fits in no compartment of \(locker)"
    case .lockerFull(let locker): return "\(locker) has no compartment for it for two weeks"
    case .short(let obstacles):
      let texts = obstacles.map { obstacle in
        switch obstacle {
        case .stock(let sku, let wanted, let found): "\(wanted) of \(sku) wanted, \(found) there"
        case .excluded(let sku, let wanted, let found, let heldBack, let rules):
          "\(wanted) of \(sku) wanted, \(found) may ship, \(heldBack) more may not: "
            + rules.map(\.text).joined(separator: ", ")
        case .parcels: "it would take more parcels than the nodes may ship"
        }
      }
      return texts.joined(separator: "; ")
    case .notWorthShipping: return "to ship any of it costs more than to leave it out"
    case .undecided: return "no way to source it was found in time"
    case .alreadyAccepted: return "it was accepted before, by another offer"
    case .outrun: return "others were faster"
    case .quoteExpired(let end): return "the quote was good until \(end)"
    case .quoteForged: return "the quote was not made here, or its terms were changed"
    case .quoteWithdrawn: return "the quote was given up"
    }
  }
}
