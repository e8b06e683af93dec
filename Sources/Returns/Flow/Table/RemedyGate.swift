/// From when on a remedy may be carried out.
public enum ReleaseTrigger: String, Hashable, Sendable, Codable, CaseIterable {
  /// As soon as it is granted, whether or not the goods ever come.
  case atOnce
  /// When the customer has handed the goods over: the proof of sending that Directive 2011/83/EU, article 13(3), asks for.
  case onHandover
  /// When the seller has the goods.
  case onReceipt
  /// When the seller has looked at the goods and takes them back.
  case onInspection

  /// The states of the goods in which it may be carried out.
  public var goods: [GoodsState] {
    switch self {
    case .atOnce: Self.authorised
    case .onHandover: Self.handedOver
    case .onReceipt: Self.received
    case .onInspection: Self.accepted
    }
  }

  private static let accepted: [GoodsState] = [.accepted, .inRepair, .repaired, .disposition, .processed]
  private static let received = [.received] + accepted
  private static let handedOver = [.inTransit, .lost] + received
  private static let authorised = [.authorised, .arranged, .kept] + handedOver
}

/// What the state of the goods must be for a step of a remedy: where the two tracks meet.
enum RemedyGate {
  /// The states of the goods in which a step may be taken, or `nil` if it may in all.
  static func goods(for step: RemedyStep, of remedy: ReturnRemedy?, after trigger: ReleaseTrigger?) -> [GoodsState]? {
    switch step {
    case .grant: grantable
    case .pay where remedy?.kind == .priceReduction: [.kept]
    case .pay, .owe, .order: (trigger ?? .onInspection).goods
    case .advance: advanceable
    case .settle: back
    case .finish: [.handedBack]
    case .charge: chargeable
    case .decline, .reconsider, .deliver, .fail: nil
    }
  }

  /// A remedy follows the decision that the goods may come back; of goods that are nobody's there is none.
  private static let grantable =
    ReleaseTrigger.atOnce.goods + [.rejected, .sendingBack, .lostOnWayBack, .abandoned, .handedBack]
  private static let advanceable = ReleaseTrigger.atOnce.goods.filter { $0 != .kept }
  private static let back = GoodsState.allCases.filter(\.hasComeBack)
  /// What is lost on the way to the seller was handed over and is not the customer's to pay; nor is what the seller left them.
  private static let chargeable: [GoodsState] = [
    .authorised, .arranged, .expired, .withdrawn, .refused, .rejected, .sendingBack, .handedBack, .abandoned, .setApart,
  ]
}
