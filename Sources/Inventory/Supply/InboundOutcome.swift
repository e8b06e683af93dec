public import Logistics

/// Units that a hold or an order was promised from an inbound and that come later, or not from it.
public struct AffectedHold: Hashable, Sendable, Codable {
  /// What happened to them.
  public enum Reason: Hashable, Sendable, Codable {
    /// They are now due at this moment. `inTime` says whether the hold may wait that long.
    case moved(to: Instant, inTime: Bool)
    /// They do not come from this inbound: it was short, damaged or cancelled. The promise stands: it is for units that are
    /// free at the node or, where there are none, a ``StockBalance/shortfall`` that whatever comes next fills first.
    case lost
  }

  public let hold: ID<Hold>
  /// For whom.
  public let owner: ID<HoldOwner>
  /// The order it is confirmed for, if it is.
  public let order: ID<StockReference>?
  public let node: ID<Node>
  public let sku: SKU
  /// How many units.
  public let quantity: Int
  public let reason: Reason

  /// Units of a hold that are affected.
  public init(
    hold: ID<Hold>, owner: ID<HoldOwner>, order: ID<StockReference>?, node: ID<Node>, sku: SKU, quantity: Int, reason: Reason
  ) {
    self.hold = hold
    self.owner = owner
    self.order = order
    self.node = node
    self.sku = sku
    self.quantity = quantity
    self.reason = reason
  }
}

/// Why an inbound was not made or changed.
public enum InboundRefusal: Hashable, Sendable {
  /// No inbound has this name.
  case unknown
  /// Nothing of it is still to come.
  case closed(Inbound.State)
  /// The name, of the inbound or of the request, was used before with another content.
  case differentRequest
  /// More units than are still to come, than are free at the node they leave, or than 10¹² at the node they go to.
  case exceeds([Shortage])
  /// The books say otherwise of a lot, a serial number, a kit or what a product is tracked by.
  case conflicts([Fault])
}

/// The answer to a change of an inbound.
public enum InboundOutcome: Hashable, Sendable {
  /// The inbound as it stands now, and every hold and order that is worse off for the change, oldest hold first.
  case done(Inbound, affected: [AffectedHold])
  /// Nothing changed.
  case refused(InboundRefusal)
}
