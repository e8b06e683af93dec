public import Logistics

/// What was refunded, part by part. Nothing in it is negative.
public struct Refund: Hashable, Sendable, Codable {
  /// What falls on a line.
  public struct Line: Hashable, Sendable, Codable {
    public let line: ID<OrderLine>
    /// Units that came back.
    public let units: Int
    /// How many of them had had their price reduced.
    public let reduced: Int
    /// By how much that was. It was refunded then, and is not in `goods` again.
    public let absorbed: Money
    /// Units whose price was reduced for the first time.
    public let newlyReduced: Int
    /// By how much the price of units that the customer keeps was reduced.
    public let reduction: Money
    /// What is refunded of the line now: the price of units that came back, without `absorbed`; or the reduction.
    public let goods: Money
    /// The discounts that the units had had, for the credit note.
    public let discount: Money
    /// The tax in `goods`, by the rates of the line.
    public let taxes: [ContainedTax]
  }

  /// What is kept of a refund.
  public struct Deduction: Hashable, Sendable, Codable {
    /// Why.
    public enum Kind: Hashable, Sendable, Codable {
      case diminishedValue
      case returnFreight
      case fee(String)
    }

    public let kind: Kind
    public let amount: Money
    /// What would have been kept if the law let it, or if the refund were larger.
    public let waived: Money
  }

  /// What goes back of one payment.
  public struct Share: Hashable, Sendable, Codable {
    public let tender: ID<Tender>
    public let amount: Money
    /// The points that this is, of a payment with points.
    public let points: Int?
  }

  public let request: RefundRequest
  public let lines: [Line]
  /// Freight to the customer: standard, and what was paid on top.
  public let standardFreight: Money
  public let extraFreight: Money
  public let freightTaxes: [ContainedTax]
  public let deductions: [Deduction]
  /// Goods and freight, before deductions.
  public let entitled: Money
  /// What the customer gets: `entitled` without the deductions. Paid out and credited together.
  public let total: Money
  /// What goes to the order that the goods are exchanged for.
  public let credited: Money
  /// What the customer still has to pay for that order.
  public let owed: Money
  /// What is paid out, by payment: to it, or as store credit instead of it.
  public let shares: [Share]
  /// What is credited, by the payment that it came from.
  public let carried: [Share]

  /// What is paid out, not credited.
  public var paidOut: Money { total - credited }
}
