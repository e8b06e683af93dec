public import Logistics

/// Units that are due at nodes: ordered from a supplier, or on the way from another node.
public struct Inbound: Hashable, Sendable, Codable {
  /// Where the units come from.
  public enum Source: String, Hashable, Sendable, Codable, CaseIterable {
    /// From outside: a purchase order.
    case supplier
    /// From another node, where they have left: a transfer.
    case transfer
  }

  /// Where an inbound stands.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    /// Units are still to come.
    case open
    /// All have come, or the rest does not come any more.
    case closed
    /// Called off.
    case cancelled
  }

  /// So many units of a product for a node, and what became of them.
  public struct Line: Hashable, Sendable, Codable {
    public let node: ID<Node>
    public let sku: SKU
    /// Units that were ordered or sent.
    public let quantity: Int
    /// Units that came and can be sold.
    public internal(set) var received: Int
    /// Units that came and cannot be sold.
    public internal(set) var damaged: Int
    /// Units that do not come any more.
    public internal(set) var missing: Int
    /// Units still to come that holds and orders wait for.
    public internal(set) var awaited: Int

    /// A line, as a store that keeps inbounds makes it.
    public init(_ allocation: Allocation, received: Int = 0, damaged: Int = 0, missing: Int = 0, awaited: Int = 0) {
      node = allocation.node
      sku = allocation.sku
      quantity = allocation.quantity
      self.received = received
      self.damaged = damaged
      self.missing = missing
      self.awaited = awaited
    }

    /// Units still to come.
    public var open: Int { quantity - received - damaged - missing }

    /// Units still to come that nobody waits for.
    public var free: Int { open - awaited }
  }

  /// Its name, unique within one inventory: the number of the purchase order or of the transfer note.
  public let id: ID<Inbound>
  public let source: Source
  /// What is due, one line for each node and product, in the order of node and product.
  public internal(set) var lines: [Line]
  /// The moment at which it is expected. Once that has passed, nothing more is promised from it until it gets a new date.
  public internal(set) var due: Instant
  public internal(set) var state: State

  /// An inbound, as a store that keeps inbounds makes it.
  public init(id: ID<Inbound>, source: Source, lines: [Line], due: Instant, state: State = .open) {
    self.id = id
    self.source = source
    self.lines = lines
    self.due = due
    self.state = state
  }
}

/// What came of an inbound.
public struct InboundReceipt: Hashable, Sendable, Codable {
  /// Units that can be sold.
  public let good: [StockUnits]
  /// Units that cannot be sold.
  public let damaged: [StockUnits]
  /// Whether this was the last of it: what has not come by now does not come any more.
  public let isLast: Bool

  /// A receipt.
  public init(_ good: [StockUnits], damaged: [StockUnits] = [], isLast: Bool = false) {
    self.good = good
    self.damaged = damaged
    self.isLast = isLast
  }
}
