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
