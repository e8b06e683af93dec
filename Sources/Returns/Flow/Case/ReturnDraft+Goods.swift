import Inventory
import Logistics

extension ReturnDraft {
  /// Takes a step with the goods of a lot.
  mutating func move(_ index: Int, _ step: GoodsStep, _ part: ReturnPart) {
    let lot = lots[index]
    guard let next = lot.goods.after(step) else {
      refusals.append(.impossibleForGoods(lot: part.lot, step, in: lot.goods, possible: lot.goods.steps))
      return
    }
    guard isAllowed(step, lot, part) else { return }
    lots[index].goods = next
    if !lot.isClaim, lots[index].isClaim, let origin = lot.origin { claims.insert(origin) }
    note(step, index, part)
  }

  /// Whether nothing but the state stands in the way; says so if something does.
  private mutating func isAllowed(_ step: GoodsStep, _ lot: ReturnLot, _ part: ReturnPart) -> Bool {
    switch (step, event.action) {
    case (.authorise, _) where lot.origin == nil, (.reopen, _) where lot.origin == nil:
      refusals.append(.unknownOrigin(lot: part.lot))
    case (.authorise, _) where event.actor.role == .system && !lot.review.isEmpty,
      (.keep, _) where lot.goods == .requested && event.actor.role == .system && !lot.review.isEmpty:
      refusals.append(.needsReview(lot: part.lot, lot.review))
    case (.refuse, .refuse(_, .limits)):
      guard case .legalRight(let basis) = lot.claim else { return true }
      refusals.append(.legalRight(lot: part.lot, basis: basis))
    case (.expire, _):
      guard let last = lot.authorisation?.handOverBy, event.instant <= last else { return true }
      refusals.append(.notYet(lot: part.lot, after: last))
    case (.accept, _) where lot.isTrackedBySerial && lot.serials.isEmpty:
      refusals.append(.serialsUnknown(lot: part.lot))
    case (.setApart, _) where !part.told.isEmpty: return fits(part.told, part)
    default: return true
    }
    return false
  }

  /// Keeps what is known of a step beside the state.
  private mutating func note(_ step: GoodsStep, _ index: Int, _ part: ReturnPart) {
    switch step {
    case .appeal: lots[index].refusal = nil
    case .reopen: reset(index)
    case .handOver, .receive: lots[index].handedOverAt = lots[index].handedOverAt ?? event.instant
    case .finishRepair: lots[index].repairedAt = event.instant
    case .startRepair: lots[index].repairedAt = nil
    case .setApart: setApart(index, part.told)
    case .handBack:
      if lots[index].repairedAt != nil, let from = lots[index].handedOverAt,
        let repair = TimeWindow(opens: from, closes: event.instant)
      {
        lots[index].repairs.append(repair)
      }
      lots[index].handedOverAt = nil
    default: break
    }
    switch event.action {
    case .authorise(_, let authorisation): lots[index].authorisation = authorisation
    case .refuse(_, let ground): lots[index].refusal = ground
    case .arrange(_, let handover): lots[index].handover = handover
    case .inspect(_, let inspection): lots[index].inspection = inspection
    case .dispose(_, let disposition): lots[index].disposition = disposition
    case .match(_, let origin, let sku, let isTrackedBySerial):
      lots[index].origin = origin
      lots[index].sku = sku
      lots[index].isTrackedBySerial = isTrackedBySerial
      if !isTrackedBySerial { lots[index].serials = [] }
      claims.insert(origin)
      identified.append(index)
    default: break
    }
  }

  /// A lot that is asked for anew: what was agreed and seen the last time holds no more.
  private mutating func reset(_ index: Int) {
    lots[index].review = event.review
    lots[index].authorisation = nil
    lots[index].handover = nil
    lots[index].inspection = nil
    lots[index].disposition = nil
    lots[index].repairedAt = nil
  }

  /// Goods that are not what they should be: the unit that was asked for is not here, so that its line and its serial number are
  /// free for another request; these are whatever they are.
  private mutating func setApart(_ index: Int, _ serials: [ID<SerialNumber>]) {
    lots[index].origin = nil
    lots[index].serials = serials
    if !serials.isEmpty { identified.append(index) }
  }
}
