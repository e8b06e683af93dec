public import Logistics

/// A product that may take the place of the one on a line, if the customer allows it: the whole line then ships in it, every unit.
public struct Substitute: Hashable, Sendable {
  public let sku: SKU
  /// What one unit weighs, packed.
  public let weight: Weight
  /// The room one unit takes, packed.
  public let volume: Volume
  /// What each unit costs in goodwill, 0 to 10¹².
  public let goodwill: MinorUnits
  /// What the house earns less with each unit than with one of the product ordered; below zero if it earns more.
  public let priceDifference: MinorUnits

  /// A substitute.
  public init(
    _ sku: SKU, weight: Weight = .zero, volume: Volume = .zero, goodwill: MinorUnits = 0, priceDifference: MinorUnits = 0
  ) {
    self.sku = sku
    self.weight = weight
    self.volume = volume
    self.goodwill = goodwill
    self.priceDifference = priceDifference
  }

  /// What a unit of it costs beside shipping it.
  public var cost: MinorUnits { goodwill + priceDifference }
}

/// A line that ships in another product.
public struct Substitution: Hashable, Sendable {
  /// The number of the line in its order.
  public let line: Int
  public let ordered: SKU
  public let shipped: SKU
  /// All units of the line.
  public let quantity: Int
  /// What they cost in goodwill and difference of price together.
  public let cost: MinorUnits
}
