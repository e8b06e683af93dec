public import Logistics

/// Where a customer gets an order.
public enum HandoverPlace: Hashable, Sendable {
  /// At the address that the customer gave.
  case door
  /// In a store, by the name that its customers know.
  case store(String)
  /// In a compartment at a locker, by the name that its customers know, through a day if that is known.
  case locker(String, until: LocalDate?)
}
