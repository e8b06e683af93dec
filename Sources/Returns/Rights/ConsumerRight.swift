/// A right of the customer that lets goods come back. Each has a clock of its own.
public enum ConsumerRight: String, Hashable, Sendable, Codable, CaseIterable {
  /// To change one's mind after a purchase away from the shop.
  case withdrawal
  /// To have what was bought work, and be what was bought.
  case legalGuarantee
  /// What the seller or the maker promised besides.
  case commercialWarranty
}
