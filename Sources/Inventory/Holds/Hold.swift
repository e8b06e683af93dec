public import Logistics

/// The subject of the name of who keeps stock: a customer, a cart, a session.
public enum HoldOwner {}

/// Units kept for one owner until a moment, and what became of them.
public struct Hold: Hashable, Sendable {
  /// Where a hold stands. A hold only ever moves down this list.
  public enum State: Hashable, Sendable {
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
  public let channel: Channel
  /// What was asked for, one entry for each node and product, in the order of node and product.
  public let allocations: [Allocation]
  /// What of it has not left yet; empty once everything was shipped, released or expired.
  public internal(set) var open: [Allocation]
  /// The moment from which it is void, unless confirmed before.
  public internal(set) var until: Instant
  public internal(set) var state: State

  /// A fresh hold, as a store that keeps holds makes it.
  public init(
    id: ID<Hold>, owner: ID<HoldOwner>, channel: Channel, allocations: [Allocation], until: Instant, state: State = .held
  ) {
    self.id = id
    self.owner = owner
    self.channel = channel
    self.allocations = allocations
    self.until = until
    self.state = state
    self.open = state == .released || state == .expired ? [] : allocations
    if case .shipped = state { open = [] }
  }
}

/// What is asked of an inventory: all of these units for one owner, or none.
public struct HoldRequest: Hashable, Sendable {
  /// Sent again unchanged, it is answered as the first time.
  public let id: ID<StockRequest>
  /// What is wanted; several entries for one node and product are added up.
  public let allocations: [Allocation]
  public let owner: ID<HoldOwner>
  /// The channel the order is placed on, which decides whether safety stock may be taken.
  public let channel: Channel
  /// The moment from which the hold is void.
  public let until: Instant

  /// A request.
  public init(
    id: ID<StockRequest>, _ allocations: [Allocation], for owner: ID<HoldOwner>, on channel: Channel, until: Instant
  ) {
    self.id = id
    self.allocations = allocations
    self.owner = owner
    self.channel = channel
    self.until = until
  }
}
