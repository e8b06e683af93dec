import Logistics
import Returns

extension MessageSentence {
  /// The sentence about a right.
  static func right(_ news: RightNews) -> MessageSentence {
    switch news {
    case .open(let right, let product, let day):
      .init(right.pick(.returnUntil, .guaranteeUntil, .warrantyUntil), [.product: .text(product), .day: .date(day)])
    case .openWithoutEnd(let product): .init(.guaranteeWithoutEnd, [.product: .text(product)])
    case .begins(let right, let product):
      .init(right.pick(.returnBegins, .guaranteeBegins, .warrantyBegins), [.product: .text(product)])
    case .ended(let right, let product, let day):
      .init(right.pick(.returnEnded, .guaranteeEnded, .warrantyEnded), [.product: .text(product), .day: .date(day)])
    case .none(let right, let product): .init(right.pick(.noReturn, .noGuarantee, .noWarranty), [.product: .text(product)])
    case .boughtInShop(let product): .init(.boughtInShop, [.product: .text(product)])
    case .excluded(let product, let traits):
      .init(.excludedGoods, [.product: .text(product), .traits: .traits(traits)])
    case .unknown(let right, let product):
      // Of a warranty there is no law that could be unknown.
      .init(right.pick(.returnUnknown, .guaranteeUnknown, .guaranteeUnknown), [.product: .text(product)])
    case .counted(let period, let start, let day):
      .init(start.key, [.period: .period(period), .day: .date(day)])
    case .uninformed(let day): .init(.uninformed, [.day: .date(day)])
    case .paused(let days): .init(.paused, [.count: .count(days)])
    case .prolonged(let period): .init(.prolonged, [.period: .period(period)])
    case .shopRule(let name, let day): .init(.shopRule, [.rule: .text(name), .day: .date(day)])
    case .remedies(let remedies): .init(.remedies, [.remedies: .remedies(remedies)])
    case .repairFirst: .init(.repairFirst)
    case .notCured: .init(.notCured)
    case .wayBack(.seller): .init(.sellerPaysBack)
    case .wayBack(.consumer): .init(.customerPaysBack)
    case .wayBack(.unstated): .init(.unstatedBack)
    case .wayOut(let whole): .init(whole ? .wayOutBack : .standardWayOutBack)
    case .refundBy(let day): .init(.refundBy, [.day: .date(day)])
    case .refundWaits(.goods): .init(.waitsForGoods)
    case .refundWaits(.goodsOrProofOfSending): .init(.waitsForProof)
    case .refundWaits(.paymentDetails): .init(.waitsForDetails)
    case .unsureAbout(let parts): .init(.unsureAbout, [.parts: .parts(parts)])
    case .unsure: .init(.unsure)
    }
  }
}

extension ConsumerRight {
  fileprivate func pick(_ withdrawal: MessageKey, _ guarantee: MessageKey, _ warranty: MessageKey) -> MessageKey {
    switch self {
    case .withdrawal: withdrawal
    case .legalGuarantee: guarantee
    case .commercialWarranty: warranty
    }
  }
}

extension EntitlementReason.Start {
  fileprivate var key: MessageKey {
    switch self {
    case .delivery: .fromDelivery
    case .lastDelivery: .fromLastDelivery
    case .contract: .fromContract
    case .discovery: .fromDiscovery
    case .replacement: .fromReplacement
    }
  }
}
