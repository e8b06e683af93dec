import Logistics
public import Returns

extension PurchaseRights {
  /// What a customer is told of the rights to a product: one right after the other, with until when and why, what can be asked for,
  /// who pays the way back and by when the money is back. A warranty that nobody promised is not spoken of.
  ///
  /// "If it is asked for today" in them is the day for which the rights were worked out.
  ///
  /// - Parameter product: the name that customers know.
  public func messages(for product: String) -> [CustomerMessage] {
    all.flatMap { $0.reasons == [.noWarranty] ? [] : $0.messages(for: product) }
  }
}

extension Entitlement {
  /// What a customer is told of the right: that it can be used and until when, or that it ended or is none, and why; then what it gives.
  /// What nobody compared with the text of the law is told with a word of care. Nothing, of a purchase that lies in the future.
  ///
  /// The name of the law and ``notes`` are not told: they are in the language of whoever wrote them down.
  ///
  /// - Parameter product: the name that customers know.
  public func messages(for product: String) -> [CustomerMessage] {
    guard let standing = standing(of: product) else { return [] }
    var told = [standing]
    if until != nil { told += clock }
    var parts: [Part] = []
    if isAvailable { told += terms(&parts) }
    // What the right rests on is more than any part of it.
    if case .unknown = standing {
      parts = []
    } else if !isVerified || isDenied {
      told.append(.unsure)
      parts = []
    }
    let unsure = parts.filter(unverified.contains)
    if !unsure.isEmpty { told.append(.unsureAbout(unsure)) }
    return told.map(CustomerMessage.right)
  }

  /// Whether it can be used, or why not.
  private func standing(of product: String) -> RightNews? {
    if let until {
      return isAvailable ? .open(right, product: product, until: until) : .ended(right, product: product, on: until)
    }
    for reason in reasons {
      switch reason {
      case .notYetBought: return nil
      case .notDelivered: return .begins(right, product: product)
      case .noTerm: return .openWithoutEnd(product: product)
      case .noWarranty, .noSuchRight: return .none(right, product: product)
      case .notKnown: return .unknown(right, product: product)
      case .otherSetting(.premises): return .boughtInShop(product: product)
      case .otherSetting: return .none(right, product: product)
      case .excluded(let traits): return .excluded(product: product, traits)
      case .counted, .ended, .uninformed, .paused, .prolonged, .shopRule, .repairFirst, .notCured: continue
      }
    }
    return .none(right, product: product)
  }

  /// Whether it is said that a law knows no such right: a state or a province may, so that it is told with care whoever read that law.
  private var isDenied: Bool {
    until == nil && reasons.contains { if case .noSuchRight = $0 { true } else { false } }
  }

  /// Why that day.
  private var clock: [RightNews] {
    // A last day to change one's mind that the shop's own rule set does not follow from the law's count.
    let own = shopRule.flatMap { name in until.map { RightNews.shopRule(name, until: $0) } }
    if let own, right == .withdrawal { return [own] }
    return (own.map { [$0] } ?? [])
      + reasons.compactMap { reason in
        switch reason {
        case .counted(let period, let start, let day): .counted(period, from: start, on: day)
        case .uninformed(let day): .uninformed(until: day)
        case .paused(let days): .paused(days: days)
        case .prolonged(let period): .prolonged(period)
        default: nil
        }
      }
  }

  /// What it gives, and on which terms.
  ///
  /// - Parameter parts: what of them is told.
  private func terms(_ parts: inout [Part]) -> [RightNews] {
    var told: [RightNews] = []
    for reason in reasons where reason == .notCured { told.append(.notCured) }
    if !remedies.isEmpty {
      told.append(remedies == [.repair] && reasons.contains(.repairFirst) ? .repairFirst : .remedies(remedies))
      parts.append(.remedies)
    }
    // A warranty says nothing of the way back: that is between the customer and whoever gave it.
    if right != .commercialWarranty {
      told.append(.wayBack(returnFreight))
      parts.append(.returnFreight)
    }
    if outboundFreight == .all || outboundFreight == .standard {
      told.append(.wayOut(whole: outboundFreight == .all))
      parts.append(.outboundFreight)
    }
    if let refundBy {
      told.append(.refundBy(refundBy))
      parts.append(.refundBy)
    }
    if remedies.contains(.refund) { told += refundWaitsFor.map(RightNews.refundWaits) }
    return told
  }
}
