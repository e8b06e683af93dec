public import Logistics

/// Whether goods may come back for a reason, by which right, and until when.
public struct ReturnDecision: Hashable, Sendable {
  /// The right that the reason calls on.
  public let right: ConsumerRight
  /// What it gives, or `nil` where no law of the country is known.
  public let entitlement: Entitlement?
  private let country: String

  /// Judges a request.
  ///
  /// Who changed their mind, or waited too long, withdraws; what is faulty, not what was ordered, or otherwise wrong falls under the
  /// legal guarantee, or under the warranty where only that is left.
  ///
  /// - Parameters:
  ///   - reason: why the goods come back.
  ///   - purchase: what was bought.
  ///   - now: when the customer said so.
  ///   - laws: the laws to judge by.
  ///   - policy: what the shop grants besides.
  public init(
    for reason: ReturnReason, _ purchase: Purchase, at now: Instant, by laws: LawBook = .known, policy: ShopPolicy = ShopPolicy()
  ) {
    country = purchase.country
    guard let rights = laws[purchase.country]?.rights(to: purchase, at: now, policy: policy) else {
      right = reason.isOfTheGoods ? .legalGuarantee : .withdrawal
      entitlement = nil
      return
    }
    let called: ConsumerRight =
      !reason.isOfTheGoods
      ? .withdrawal
      : !rights.legalGuarantee.isAvailable && rights.commercialWarranty.isAvailable ? .commercialWarranty : .legalGuarantee
    right = called
    entitlement = rights[called]
  }

  /// Whether the goods may come back.
  public var isAuthorized: Bool { entitlement?.isAvailable ?? false }
}

extension ReturnDecision: CustomStringConvertible {
  /// An English sentence without its full stop.
  public var description: String {
    guard let entitlement else { return "no law of \(country) on \(right.phrase) is known" }
    guard entitlement.isAvailable else {
      let why = entitlement.reasons.last.map { ": \($0)" } ?? ""
      return "no \(right.phrase)\(why)\(entitlement.basis.isEmpty ? "" : " (\(entitlement.basis))")"
    }
    return "\(right.phrase)\(entitlement.until.map { " until \($0)" } ?? "") (\(entitlement.basis))"
  }
}

extension ConsumerRight {
  /// In words.
  public var phrase: String {
    switch self {
    case .withdrawal: "withdrawal"
    case .legalGuarantee: "legal guarantee"
    case .commercialWarranty: "commercial warranty"
    }
  }
}
