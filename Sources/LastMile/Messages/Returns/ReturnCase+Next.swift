import Logistics
import Promising
public import Returns

extension ReturnCase {
  /// What comes next and until when, as the return stands: of goods that the customer has still to hand over by when and who pays the
  /// way back, then what the shop does, by when the money is due and what it waits for. Nothing of goods for which nothing has to
  /// happen any more.
  ///
  /// - Parameter decisions: how each line was judged that was asked for, in their order (``ReturnAnswer/opened(_:_:)``). Without them
  ///   it is not told who pays the way back, nor that nobody compared that or the day of the refund with the text of the law.
  public func nextMessages(in network: Network, decisions: [ReturnDecision] = []) -> [CustomerMessage] {
    var order: [ReturnPending] = []
    var lines: [ReturnPending: [OrderLine]] = [:]
    var ways: [RightNews] = []
    var unsure: Set<Entitlement.Part> = []
    for lot in lots where !lot.isSettled {
      let pending = lot.pending(in: network.zone)
      for pending in pending {
        if lines[pending] == nil { order.append(pending) }
        lines[pending, default: []].append(OrderLine(lot.sku, quantity: lot.quantity))
      }
      guard decisions.indices.contains(root(of: lot)), let right = decisions[root(of: lot)].entitlement else { continue }
      func isUnsure(_ part: Entitlement.Part) -> Bool { !right.isVerified || right.unverified.contains(part) }
      if pending.contains(where: \.isHandover) {
        if !ways.contains(.wayBack(right.returnFreight)) { ways.append(.wayBack(right.returnFreight)) }
        if isUnsure(.returnFreight) { unsure.insert(.returnFreight) }
      }
      if pending.contains(where: \.isDatedRefund), isUnsure(.refundBy) { unsure.insert(.refundBy) }
    }
    let care = Entitlement.Part.allCases.filter(unsure.contains)
    return order.filter(\.isHandover).map { message($0, lines, network) } + ways.map(CustomerMessage.right)
      + order.filter { !$0.isHandover }.map { message($0, lines, network) }
      + (care.isEmpty ? [] : [.right(.unsureAbout(care))])
  }

  private func message(_ pending: ReturnPending, _ lines: [ReturnPending: [OrderLine]], _ network: Network) -> CustomerMessage {
    .returnNext(network.named(lines[pending] ?? []), pending)
  }

  /// The number of the lot that was asked for and of which a lot was split off.
  private func root(of lot: ReturnLot) -> Int {
    var number = lot.number
    while let parent = lots[number].splitFrom { number = parent }
    return number
  }
}

extension ReturnPending {
  fileprivate var isHandover: Bool {
    switch self {
    case .handover, .pickup: true
    default: false
    }
  }

  fileprivate var isDatedRefund: Bool { if case .refund(.some, _) = self { true } else { false } }
}

extension ReturnLot {
  /// What comes next, the goods first.
  fileprivate func pending(in zone: Zone) -> [ReturnPending] { goodsPending(in: zone) + remedyPending(in: zone) }

  private func goodsPending(in zone: Zone) -> [ReturnPending] {
    switch goods {
    case .requested: [.decision]
    case .authorised, .arranged:
      if case .pickup(let window) = handover, goods == .arranged {
        [.pickup(from: WallTime(window.opens, in: zone), until: WallTime(window.closes, in: zone))]
      } else {
        // An advance replacement has a day of its own for the old goods.
        isOldGoods ? [] : [.handover(by: authorisation?.handOverBy.map { WallTime($0, in: zone) })]
      }
    case .inTransit: [.arrival]
    case .unannounced, .received: [.inspection]
    case .inRepair: [.repair]
    case .repaired, .sendingBack: [.wayBack]
    case .refused, .withdrawn, .expired, .lost, .setApart, .accepted, .rejected, .disposition, .processed, .lostOnWayBack,
      .abandoned,
      .handedBack, .kept:
      []
    }
  }

  private var isOldGoods: Bool { remedyState == .outstanding && authorisation?.goodsBy != nil }

  private func remedyPending(in zone: Zone) -> [ReturnPending] {
    // Only what may not be carried out yet waits for the goods.
    let waits = releasedAt == nil ? trigger : nil
    if waits != nil, !goods.mayBeTakenBack { return [] }
    switch (remedyState, remedy?.kind) {
    case (.granted, .refund), (.granted, .priceReduction):
      // A deadline at midnight is the day before.
      let due = authorisation?.remedyBy.map { by in zone.date(at: max(by - .seconds(1), releasedAt ?? by - .seconds(1))) }
      return [.refund(by: due, after: waits)]
    case (.granted, .replacement), (.granted, .exchange): return [.replacement(after: waits)]
    case (.granted, .advanceReplacement): return [.replacement(after: nil)]
    case (.ordered, _), (.advanced, _): return newOrder.map { [.newOrder($0.text)] } ?? []
    case (.awaitingPayment, _): return [.payment]
    case (.outstanding, _) where !goods.hasComeBack && goods != .lost:
      return authorisation?.goodsBy.map { [.oldGoods(by: WallTime($0, in: zone))] } ?? []
    default: return []
    }
  }
}

extension GoodsState {
  /// Whether the shop may still come to take the goods, so that a remedy may wait for that.
  fileprivate var mayBeTakenBack: Bool {
    switch self {
    case .requested, .authorised, .arranged, .inTransit, .lost, .unannounced, .received, .accepted, .inRepair, .repaired,
      .disposition,
      .processed, .kept:
      true
    case .refused, .withdrawn, .expired, .setApart, .rejected, .sendingBack, .lostOnWayBack, .abandoned, .handedBack: false
    }
  }
}
