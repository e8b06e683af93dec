/// What the customer gets for units, and how far that is: the second of the two tracks of a ``ReturnLot``.
public enum RemedyState: String, Hashable, Sendable, Codable, CaseIterable {
  /// Nothing is decided.
  case undecided
  /// There is nothing for them.
  case declined
  /// It is decided what the customer gets.
  case granted
  /// The product they are exchanged for costs more, and the customer has not paid the difference.
  case awaitingPayment
  /// An order brings the new units; nothing is awaited of the customer.
  case ordered
  /// An order brings the new units before the old ones are back.
  case advanced
  /// The customer has the new units and still the old ones.
  case outstanding
  /// The customer was charged for what did not come back.
  case charged
  /// The customer has what was granted.
  case fulfilled

  /// Whether nothing has to happen any more, unless somebody wants it otherwise.
  public var isAtRest: Bool {
    switch self {
    case .declined, .charged, .fulfilled: true
    default: false
    }
  }
}
