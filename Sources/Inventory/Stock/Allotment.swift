public import Logistics

/// Units that only one channel may take, and that it has not taken yet.
public struct Allotment: Hashable, Sendable, Codable {
  public let sku: SKU
  /// The node at which they are kept, or `nil` for units wherever they lie.
  public let node: ID<Node>?
  public let channel: Channel
  /// How many are left.
  public let quantity: Int

  /// An allotment.
  public init(_ sku: SKU, at node: ID<Node>?, for channel: Channel, quantity: Int) {
    self.sku = sku
    self.node = node
    self.channel = channel
    self.quantity = quantity
  }
}
