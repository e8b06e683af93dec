/// Where a customer gets an order.
public enum HandoverPlace: Hashable, Sendable {
  /// At the address that the customer gave.
  case door
  /// In a store, by the name that its customers know.
  case store(String)
}
