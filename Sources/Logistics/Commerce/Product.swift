/// Something that is sold.
public struct Product: Hashable, Sendable, Codable {
  /// The stock keeping unit.
  public let id: SKU
  /// The name shown to people.
  public let name: String
  /// What one unit weighs, packed.
  public let weight: Weight
  /// The room one unit takes, packed.
  public let volume: Volume
  /// What one unit is sold for.
  public let price: Money

  /// A product.
  public init(id: SKU, name: String, weight: Weight, volume: Volume, price: Money) {
    self.id = id
    self.name = name
    self.weight = weight
    self.volume = volume
    self.price = price
  }
}

/// A stock keeping unit: the name of a product.
public typealias SKU = ID<Product>
