/// Why goods come back.
public enum ReturnReason: String, Hashable, Sendable, Codable, CaseIterable {
  /// The customer does not want them.
  case changedMind
  /// They do not work.
  case faulty
  /// They are not what was ordered.
  case wrongItem
  /// They came to harm on the way.
  case damagedInTransit
  /// They are what was ordered, but not as they were described.
  case notAsDescribed
  /// They came after the promised day.
  case arrivedLate
  /// Something that belongs to them was not there.
  case missingParts
}

extension ReturnReason {
  /// Whether something is wrong with the goods themselves.
  public var isOfTheGoods: Bool {
    switch self {
    case .changedMind, .arrivedLate: false
    case .faulty, .wrongItem, .damagedInTransit, .notAsDescribed, .missingParts: true
    }
  }
}
