public import Logistics

/// The subject of the name of a single unit, unique within its product.
public enum SerialNumber {}

/// Everything the books know of one unit.
public struct SerialHistory: Hashable, Sendable, Codable {
  /// Where a unit is.
  public enum Place: Hashable, Sendable, Codable {
    /// It lies at a node and can be sold.
    case onHand(ID<Node>)
    /// It lies at a node and cannot be sold.
    case damaged(ID<Node>)
    /// It is on the way from one node to another.
    case inTransit(ID<Inbound>)
    /// It left for an order.
    case shipped(for: ID<StockReference>)
    /// It was disposed of, or not found.
    case gone
  }

  /// One thing that happened to it.
  public struct Event: Hashable, Sendable, Codable {
    /// What happened.
    public let kind: LedgerEntry.Kind
    public let instant: Instant
    public let node: ID<Node>
    /// The order it left for; otherwise the delivery note, return or count, as in the ledger.
    public let reference: String

    /// An event.
    public init(_ kind: LedgerEntry.Kind, at node: ID<Node>, _ instant: Instant, reference: String) {
      self.kind = kind
      self.instant = instant
      self.node = node
      self.reference = reference
    }
  }

  public let sku: SKU
  public let serial: ID<SerialNumber>
  /// Where it is now.
  public let place: Place
  /// What happened to it, oldest first.
  public let events: [Event]

  /// A history.
  public init(sku: SKU, serial: ID<SerialNumber>, place: Place, events: [Event]) {
    self.sku = sku
    self.serial = serial
    self.place = place
    self.events = events
  }
}
