public import Inventory
public import Logistics

/// What should be refunded of one order.
public struct RefundRequest: Hashable, Sendable, Codable {
  /// Units that come back, or that the customer may keep without paying for them.
  public struct Item: Hashable, Sendable, Codable {
    public let line: ID<OrderLine>
    public let units: Int
    /// How many of them had their price reduced before; the reduction is part of what was refunded of them.
    public let reduced: Int

    /// Units of a line.
    public init(_ line: ID<OrderLine>, units: Int, reduced: Int = 0) {
      self.line = line
      self.units = units
      self.reduced = reduced
    }
  }

  /// A lower price for units that the customer keeps.
  public struct Reduction: Hashable, Sendable, Codable {
    public let line: ID<OrderLine>
    public let units: Int
    /// How many of them had their price reduced before.
    public let reduced: Int
    /// By how much, for all of the units.
    public let amount: Money

    /// A reduction.
    public init(_ line: ID<OrderLine>, units: Int, reduced: Int = 0, by amount: Money) {
      self.line = line
      self.units = units
      self.reduced = reduced
      self.amount = amount
    }
  }

  /// Where the money goes.
  public enum Use: Hashable, Sendable, Codable {
    /// The way it came.
    case original
    case storeCredit
    /// To another order, of which `price` is to be paid; what is left goes the way it came.
    case exchange(for: ID<StockReference>, price: Money)
  }

  /// The caller's name for it, unique within the order: asked again, it is answered as the first time.
  public let id: ID<RefundRequest>
  public let instant: Instant
  /// Each line at most once.
  public let items: [Item]
  /// Each line at most once, and none that stands in `items`.
  public let reductions: [Reduction]
  public let use: Use
  public let terms: RefundTerms

  /// A request, judged by the ledger. With neither items nor reductions it is for freight alone.
  public init(
    _ id: ID<RefundRequest>, at instant: Instant, _ items: [Item], reductions: [Reduction] = [], to use: Use = .original,
    on terms: RefundTerms = RefundTerms()
  ) {
    self.id = id
    self.instant = instant
    self.items = items
    self.reductions = reductions
    self.use = use
    self.terms = terms
  }
}
