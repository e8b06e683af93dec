/// Where units of a return are, the first of the two tracks of a ``ReturnLot``. The other is ``RemedyState``.
public enum GoodsState: String, Hashable, Sendable, Codable, CaseIterable {
  /// The customer asked to return them.
  case requested
  /// They may not come back.
  case refused
  /// The customer keeps them after all.
  case withdrawn
  /// They may come back.
  case authorised
  /// The time to hand them over has passed.
  case expired
  /// How they come back is agreed: a label, a pickup, a drop-off point, a counter.
  case arranged
  /// The customer has handed them over and the seller does not have them yet.
  case inTransit
  /// They did not come and nobody knows where they are.
  case lost
  /// They lie at the seller without an authorisation that holds.
  case unannounced
  /// They lie at the seller and are of no order that is known: kept apart from all other goods.
  case setApart
  /// They lie at the seller, not yet looked at.
  case received
  /// The seller has looked at them and takes them back.
  case accepted
  /// The seller has looked at them and does not take them back.
  case rejected
  /// They are being repaired.
  case inRepair
  /// They are repaired and still at the seller.
  case repaired
  /// What becomes of them is decided, and not done yet.
  case disposition
  /// What was to become of them has been done.
  case processed
  /// They are on the way back to the customer.
  case sendingBack
  /// They did not reach the customer and nobody knows where they are.
  case lostOnWayBack
  /// The customer did not take them when they came back.
  case abandoned
  /// The customer has them again.
  case handedBack
  /// The customer keeps them by agreement: a refund without return, a price reduction.
  case kept

  /// Whether the units count against what was delivered, so that no other return may ask for them.
  public var isClaim: Bool {
    switch self {
    case .refused, .withdrawn, .expired, .handedBack: false
    default: true
    }
  }

  /// Whether nothing has to happen to the goods any more, unless somebody wants it otherwise.
  public var isAtRest: Bool {
    switch self {
    case .refused, .withdrawn, .expired, .lost, .processed, .lostOnWayBack, .handedBack, .kept: true
    default: false
    }
  }

  /// Whether the seller has the units and owes a remedy for them.
  public var hasComeBack: Bool {
    switch self {
    case .received, .accepted, .inRepair, .repaired, .disposition, .processed: true
    default: false
    }
  }
}
