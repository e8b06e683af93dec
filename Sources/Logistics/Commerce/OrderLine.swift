/// So many units of one product, as a customer orders or returns them.
public struct OrderLine: Hashable, Sendable, Codable {
  public let sku: SKU
  /// How many units, at least one.
  public let quantity: Int

  /// A line.
  ///
  /// - Precondition: `quantity` is at least one.
  public init(_ sku: SKU, quantity: Int) {
    precondition(quantity >= 1, "a line of \(quantity) units of \(sku)")
    self.sku = sku
    self.quantity = quantity
  }

  private enum CodingKeys: String, CodingKey {
    case sku, quantity
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    sku = try container.decode(SKU.self, forKey: .sku)
    quantity = try container.decode(Int.self, forKey: .quantity)
    guard (1...1_000_000).contains(quantity) else {
      throw DecodingError.dataCorruptedError(
        forKey: .quantity, in: container, debugDescription: "\(quantity) units, not 1 to 1,000,000")
    }
  }
}
