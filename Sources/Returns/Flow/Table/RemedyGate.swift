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
    case .atOnce: [.authorised, .arranged, .kept] + Self.onHandover.goods
    case .onHandover: [.inTransit, .lost] + Self.onReceipt.goods
    case .onReceipt: [.received] + Self.onInspection.goods
    case .onInspection: [.accepted, .inRepair, .repaired, .disposition, .processed]
    }
  }
}

/// What the state of the goods must be for a step of a remedy: where the two tracks meet.
enum RemedyGate {
  /// The states of the goods in which a step may be taken, or `nil` if it may in all.
  static func goods(for step: RemedyStep, of remedy: ReturnRemedy?, after trigger: ReleaseTrigger?) -> [GoodsState]? {
    switch step {
    case .grant:
      // A remedy follows the decision that the goods may come back; of goods that are nobody's there is none.
      ReleaseTrigger.atOnce.goods + [.rejected, .sendingBack, .lostOnWayBack, .abandoned, .handedBack]
    case .pay where remedy?.kind == .priceReduction: [.kept]
    case .pay, .owe, .order: (trigger ?? .onInspection).goods
    case .advance: ReleaseTrigger.atOnce.goods.filter { $0 != .kept }
    case .settle: GoodsState.allCases.filter(\.hasComeBack)
    case .finish: [.handedBack]
    // What is lost on the way to the seller was handed over and is not the customer's to pay; nor is what the seller left them.
    case .charge:
      [
        .authorised, .arranged, .expired, .withdrawn, .refused, .rejected, .sendingBack, .handedBack, .abandoned, .setApart,
      ]
    case .decline, .reconsider, .deliver, .fail: nil
    }
  }
}
