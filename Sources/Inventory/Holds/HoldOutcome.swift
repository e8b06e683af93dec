public import Logistics

/// One node and product of which there is too little.
public struct Shortage: Hashable, Sendable, Codable {
  public let node: ID<Node>
  public let sku: SKU
  /// Units asked for.
  public let wanted: Int
  /// Units that may be promised on the channel, by the moment until which the hold may wait.
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
  /// Nothing is kept: every node and product that has too little, in the order of node and product, kits as their components.
  case short([Shortage])
  /// Nothing is kept, and the snapshot it was planned on had enough of everything: stock has moved since. Take a new
  /// snapshot and plan again.
  case moved([Shortage])
  /// The request's name was used before with another content. Nothing changed.
  case differentRequest

  /// The same, told in the light of what a request was planned on.
  func seen(in snapshot: StockSnapshot?, by request: HoldRequest) -> HoldOutcome {
    guard let snapshot, case .short(let shortages) = self else { return self }
    let seen = shortages.map { short in
      Shortage(
        node: short.node, sku: short.sku, wanted: short.wanted, found: short.found,
        seen: snapshot.available(short.sku, at: short.node))
    }
    let hadEnough = seen.allSatisfy { short in
      if let seen = short.seen { return seen >= short.wanted }
      // A component of a kit that the snapshot only knows as the kit.
      let kits = request.allocations.filter { $0.node == short.node && $0.sku != short.sku }
      return !kits.isEmpty && kits.allSatisfy { (snapshot.available($0.sku, at: $0.node) ?? 0) >= $0.quantity }
    }
    return hadEnough ? .moved(seen) : .short(seen)
  }
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
  /// There is too little for what the hold should become. It stands as before.
  case short([Shortage])
  /// The books say otherwise of a lot, a serial number or what a product is tracked by: each place and what stands there.
  case conflicts([Fault])
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

/// The answer to a shipment.
public enum ShipOutcome: Hashable, Sendable {
  /// The units have left.
  case shipped(Shipment)
  /// Nothing changed.
  case refused(HoldRefusal)
}

/// Units that have left for an order.
public struct Shipment: Hashable, Sendable, Codable {
  /// The hold as it stands now.
  public let hold: Hold
  /// What left: of which lots, with which serial numbers.
  public let units: [StockUnits]

  /// A shipment.
  public init(hold: Hold, units: [StockUnits]) {
    self.hold = hold
    self.units = units
  }
}
