/// Why goods come back.
public enum ReturnReason: String, Hashable, Sendable, Codable, CaseIterable {
  /// The customer does not want them.
  case changedMind
  /// They do not work.
  case faulty
  /// They are not what was ordered.
  case wrongItem
}
