import Inventory
import Logistics

extension ReturnDraft {
  /// Takes a step with the remedy of a lot.
  mutating func remedy(_ index: Int, _ step: RemedyStep, _ part: ReturnPart) {
    let lot = lots[index]
    guard let next = lot.remedyState.after(step, of: lot.remedy?.kind) else {
      let possible = lot.remedyState.steps(of: lot.remedy?.kind)
      refusals.append(.impossibleForRemedy(lot: part.lot, step, of: lot.remedy, in: lot.remedyState, possible: possible))
      return
    }
    if let needed = step.goods(of: lot.remedy?.kind, after: lot.trigger), !needed.contains(lot.goods) {
      refusals.append(.waitsForGoods(lot: part.lot, step, in: lot.goods, needed: needed))
      return
    }
    guard isAllowed(step, lot, part), book(index, step, part) else { return }
    lots[index].remedyState = next
    note(index, step, part)
  }

  private mutating func isAllowed(_ step: RemedyStep, _ lot: ReturnLot, _ part: ReturnPart) -> Bool {
    switch step {
    case .advance where lot.authorisation?.goodsBy == nil:
      refusals.append(.noDeadline(lot: part.lot))
    case .finish where lot.repairedAt == nil:
      refusals.append(.waitsForGoods(lot: part.lot, step, in: lot.goods, needed: [.repaired]))
    case .charge where lot.goods == .authorised || lot.goods == .arranged:
      guard let last = lot.authorisation?.goodsBy, event.instant <= last else { return true }
      refusals.append(.notYet(lot: part.lot, after: last))
    case .fail where lot.remedy?.isPayment == true && part.amount == nil:
      refusals.append(.amountNeeded(lot: part.lot))
    case .deliver where !part.told.isEmpty: return fits(part.told, part)
    default: return true
    }
    return false
  }

  /// More than that no lot moves: a thousand of the largest payments.
  private static let mostMoney = 1_000_000_000_000_000

  /// Books the money of a step. What went to the customer and what came from them only ever grow.
  private mutating func book(_ index: Int, _ step: RemedyStep, _ part: ReturnPart) -> Bool {
    guard let money = part.amount else { return true }
    let lot = lots[index]
    if let currency = lot.currency, currency != money.currency {
      refusals.append(.otherCurrency(lot: part.lot, currency))
      return false
    }
    // What came back of a payment is at most what was paid; what goes back of a charge at most what was charged.
    let net = lot.paidOut - lot.collected
    let isBounced = step == .fail && lot.remedy?.isPayment == true
    let has = max(0, isBounced ? net : -net)
    if step == .settle || step == .fail, money.amount > has {
      refusals.append(.exceedsMoney(lot: part.lot, asked: money.amount, has: has))
      return false
    }
    let toCustomer: Bool
    switch (step, event.action) {
    case (.charge, _): toCustomer = false
    case (.fail, _): toCustomer = !isBounced
    case (.order, .order(_, _, let payer)): toCustomer = payer == .seller
    default: toCustomer = true
    }
    // No amount is above 10^12 here, so that the sum cannot overflow.
    let before = toCustomer ? lot.paidOut : lot.collected
    let sum = before + money.amount
    guard sum <= Self.mostMoney else {
      refusals.append(.exceedsMoney(lot: part.lot, asked: money.amount, has: Self.mostMoney - before))
      return false
    }
    if toCustomer { lots[index].paidOut = sum } else { lots[index].collected = sum }
    lots[index].currency = money.currency
    return true
  }

  private mutating func note(_ index: Int, _ step: RemedyStep, _ part: ReturnPart) {
    switch step {
    case .reconsider:
      lots[index].remedy = nil
      lots[index].trigger = nil
      lots[index].newOrder = nil
    case .deliver:
      let isReplacement = lots[index].remedy?.kind != .exchange
      lots[index].replacedAt = isReplacement ? event.instant : nil
      lots[index].newSerials = part.told
      identified.append(index)
    case .fail:
      lots[index].newOrder = nil
      lots[index].replacedAt = nil
      lots[index].newSerials = []
    default: break
    }
    switch event.action {
    case .grant(_, let remedy, let trigger):
      lots[index].remedy = remedy
      lots[index].trigger = trigger
    case .order(_, let order, _), .advance(_, let order): lots[index].newOrder = order
    default: break
    }
  }
}
