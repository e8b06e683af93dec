public import Logistics

/// One node and product of which there is too little.
public struct Shortage: Hashable, Sendable {
  public let node: ID<Node>
  public let sku: SKU
  /// Units asked for.
  public let wanted: Int
  /// Units that may be promised now on the channel.
  public let found: Int
  /// Units the snapshot showed, if the request came with one that knows this node and product.
  public let seen: Int?

  /// A shortage.
  public init(node: ID<Node>, sku: SKU, wanted: Int, found: Int, seen: Int? = nil) {
    self.node = node
    self.sku = sku
    self.wanted = wanted
    self.found = found
    self.seen = seen
  }
}

/// The answer to a ``HoldRequest``.
public enum HoldOutcome: Hashable, Sendable {
  /// All units are kept.
  case held(Hold)
  /// Nothing is kept: every node and product that has too little, in the order of node and product.
  case short([Shortage])
  /// Nothing is kept, and the snapshot it was planned on had enough of everything: stock has moved since. Take a new
  /// snapshot and plan again.
  case moved([Shortage])
  /// The request's name was used before with another content. Nothing changed.
  case differentRequest
}

/// Why a hold was not changed.
public enum HoldRefusal: Hashable, Sendable {
  /// No hold has this name.
  case unknown
  /// Its time ran out.
  case expired
  /// It was given up.
  case released
  /// It belongs to this order already.
  case confirmed(for: ID<StockReference>)
  /// It must be confirmed first.
  case notConfirmed
  /// Everything has left.
  case shipped
  /// More should leave than the hold still has, or than lies there. `wanted` and `found` say which and how many.
  case exceeds([Shortage])
  /// The request's name was used before with another content.
  case differentRequest
}

/// The answer to a change of a hold.
public enum HoldChange: Hashable, Sendable {
  /// The hold as it stands now; also when it stood so already.
  case done(Hold)
  /// Nothing changed.
  case refused(HoldRefusal)
}
