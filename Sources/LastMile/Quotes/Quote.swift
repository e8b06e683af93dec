public import Inventory
public import Logistics
public import Promising
public import Sourcing

/// The ways in which a cart can come, each with its day, its price and how sure it is, good until a moment.
///
/// What every one of them needs is kept until then: stock, parcels of nodes, doors of vehicles. Accepted in time, an option becomes an
/// order exactly as it stands here, whatever the clock or other orders have changed meanwhile.
public struct Quote: Hashable, Sendable {
  public let id: ID<Quote>
  public let cart: Cart
  public let madeAt: Instant
  /// The moment from which it is void.
  public let expires: Instant
  /// Cheapest first, of those that cost the same the soonest first. Within one way to get it, as the door, one store or one
  /// locker, none is worse than another in both.
  public let options: [QuoteOption]
  /// The stock that is kept for all of them.
  public let hold: ID<Hold>
}

/// One way in which a cart can come.
public struct QuoteOption: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The cheapest to the door.
    case standard
    /// Sooner to the door, for more.
    case express
    /// To the door within hours that the customer chooses.
    case slot
    /// To be fetched in a store.
    case pickup
    /// To be fetched at a locker.
    case locker
  }

  public let kind: Kind
  public let offer: Offer
  /// The probability that all of it is there on the promised day or before, by what the lanes kept of their dates so far.
  public let probability: Double
  /// What is sent back to accept it: a name that nobody else can make.
  public let token: QuoteToken
  /// Of a slot, whether a vehicle of the house is near at that time anyway, see ``DeliverySlot/isNearby``.
  public let isNearby: Bool

  public var promisedDate: LocalDate { offer.promisedDate }
  /// What it costs the house; see ``Offer/cost``.
  public var cost: SourcingCost { offer.cost }
  /// The services by which it comes, each once.
  public var services: [ID<DeliveryService>] {
    var services: [ID<DeliveryService>] = []
    for service in offer.parcels.map(\.service) + (offer.lastLeg.map { [$0.service] } ?? []) where !services.contains(service) {
      services.append(service)
    }
    return services
  }
  /// The hours of the day that are promised, if all that comes on it has hours: from the first to the last of them.
  public var window: TimeWindow? { offer.window }
  /// Why it is not sooner: what happens to the part that comes last.
  public var reasons: [PromiseReason] { offer.promises.max { $0.deliveryDate < $1.deliveryDate }?.reasons ?? [] }
}

/// The answer to a cart.
public enum QuoteOutcome: Hashable, Sendable {
  case quoted(Quote)
  /// It can come in no way, for the reason of the first way that was asked for.
  case refused(Refusal)

  /// The quote, if there is one.
  public var quote: Quote? {
    if case .quoted(let quote) = self { quote } else { nil }
  }
}

/// The answer to the token of a quote.
public enum QuoteAcceptance: Hashable, Sendable {
  case accepted(AcceptedOrder)
  case refused(Refusal)

  /// The order as accepted, if it was.
  public var accepted: AcceptedOrder? {
    if case .accepted(let order) = self { order } else { nil }
  }
}
