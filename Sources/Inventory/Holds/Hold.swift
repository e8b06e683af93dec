public import Logistics

/// The subject of the name of who keeps stock: a customer, a cart, a session.
public enum HoldOwner {}

/// Units kept for one owner until a moment, and what became of them.
public struct Hold: Hashable, Sendable, Codable {
  /// Where a hold stands. A hold only ever moves down this list.
  public enum State: Hashable, Sendable, Codable {
    /// Kept until ``Hold/until``; that moment itself no longer counts.
    case held
    /// Belongs to an order; it no longer expires.
    case confirmed(ID<StockReference>)
    /// Everything has left.
    case shipped(ID<StockReference>)
    /// Given up by its owner.
    case released
    /// Its time ran out.
    case expired
  }

  /// Its name, unique within one inventory.
  public let id: ID<Hold>
  public let owner: ID<HoldOwner>
  public internal(set) var channel: Channel
  /// What was asked for, kits as kits, one entry for each node and product, in the order of node and product.
  public internal(set) var allocations: [Allocation]
  /// What of it has not left yet, kits as their components; empty once everything was shipped, released or expired.
  public internal(set) var open: [Allocation]
  /// The units of `open` that are still to come, in the order of node, product and date.
  public internal(set) var awaited: [AwaitedUnits]
  /// The moment from which it is void, unless confirmed before.
  public internal(set) var until: Instant
  /// The moment until which it may wait for what is inbound, or `nil` if it takes only what lies there.
  public let waitsUntil: Instant?
  public internal(set) var state: State

  /// A hold, as a store that keeps holds makes it.
  public init(
    id: ID<Hold>, owner: ID<HoldOwner>, channel: Channel, allocations: [Allocation], open: [Allocation],
    awaited: [AwaitedUnits] = [], until: Instant, waitsUntil: Instant? = nil, state: State = .held
  ) {
    self.id = id
    self.owner = owner
    self.channel = channel
    self.allocations = allocations
    self.open = open
    self.awaited = awaited
    self.until = until
    self.waitsUntil = waitsUntil
    self.state = state
  }

  /// The moment from which all of it is expected to lie there, or `nil` if nothing of it is still to come.
  public var complete: Instant? { awaited.map(\.due).max() }

  /// The order it belongs to, if it was confirmed.
  public var order: ID<StockReference>? {
    switch state {
    case .confirmed(let order), .shipped(let order): order
    case .held, .released, .expired: nil
    }
  }
}

/// Units of a hold that are still to come.
public struct AwaitedUnits: Hashable, Sendable, Codable {
  public let inbound: ID<Inbound>
  public let node: ID<Node>
  public let sku: SKU
  public let quantity: Int
  /// The moment at which they are expected.
  public let due: Instant

  /// Units of an inbound.
  public init(of inbound: ID<Inbound>, _ allocation: Allocation, due: Instant) {
    self.inbound = inbound
    node = allocation.node
    sku = allocation.sku
    quantity = allocation.quantity
    self.due = due
  }
}
