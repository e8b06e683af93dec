public import Logistics

/// From which channels the safety stock of a node is kept back.
///
/// A shop protects what stands on its shelves from orders placed elsewhere; who stands in the shop may buy the last unit.
public struct SafetyPolicy: Hashable, Sendable {
  /// The channels that may take a node's safety stock.
  public let exempt: Set<Channel>

  /// A policy; by default only an order placed in the shop may take safety stock.
  public init(exempt: Set<Channel> = [.store]) {
    self.exempt = exempt
  }

  /// Whether safety stock is kept back from a channel.
  public func keepsBack(from channel: Channel) -> Bool { !exempt.contains(channel) }
}
