/// So many units of a product, by the name that its customers know.
public struct ProductUnits: Hashable, Sendable {
  public let name: String
  public let quantity: Int

  /// Units of a product.
  public init(_ name: String, quantity: Int = 1) {
    self.name = name
    self.quantity = quantity
  }
}
