// Where the two tracks meet.
extension RemedyStep {
  /// The states of the goods in which the step may be taken with a remedy, or `nil` if it may in all.
  ///
  /// - Parameter trigger: From when on the remedy may be carried out; without one, from the inspection.
  public func goods(of remedy: ReturnRemedy.Kind?, after trigger: ReleaseTrigger?) -> [GoodsState]? {
    switch self {
    case .grant: Self.grantable
    case .pay where remedy == .priceReduction: [.kept]
    case .pay, .owe, .order: (trigger ?? .onInspection).goods
    case .advance: Self.advanceable
    case .settle: Self.back
    case .finish: [.handedBack]
    case .charge: Self.chargeable
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
