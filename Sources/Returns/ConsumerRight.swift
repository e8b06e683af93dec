/// A right of the customer that lets goods come back.
public enum ConsumerRight: String, Hashable, Sendable, Codable, CaseIterable {
  /// To change one's mind after a purchase at a distance.
  case withdrawal
  /// To have what was bought work, and be what was bought.
  case legalGuarantee
}
