import Inventory
import Logistics

/// The lots of a case while an event is applied to them. If anything stands in the way, the draft is thrown away.
struct ReturnDraft {
  var lots: [ReturnLot]
  var refusals: [ReturnRefusal] = []
  let event: ReturnEvent
  /// Where the event stands in the timeline.
  let position: Int
  let history: ReturnHistory?
  let isReplay: Bool
  /// How many lots there were before.
  private let before: Int
  /// The lines of which more units are asked for than before, and the lots whose serial numbers are new.
  var claims: Set<ReturnOrigin> = []
  var identified: [Int] = []

  init(_ lots: [ReturnLot], _ event: ReturnEvent, at position: Int, history: ReturnHistory?, isReplay: Bool) {
    self.lots = lots
    self.event = event
    self.position = position
    self.history = history
    self.isReplay = isReplay
    before = lots.count
  }

  mutating func apply() {
    let faults = event.action.faults
    guard faults.isEmpty else {
      refusals.append(.invalid(faults))
      return
    }
    switch event.action {
    case .request(let items): add(items, as: .requested)
    case .arrive(let items): add(items, as: .unannounced)
    default:
      for part in event.action.parts {
        guard let index = cut(part) else { continue }
        switch event.action.step {
        case .goods(let step): move(index, step, part)
        case .remedy(let step): remedy(index, step, part)
        case nil: identify(index, part)
        }
        lots[index].changedAt = event.instant
        noteRelease(index)
      }
    }
    checkSerials()
    checkClaims()
  }

  private mutating func add(_ items: [ReturnItem], as goods: GoodsState) {
    for item in items {
      if let origin = item.origin { claims.insert(origin) }
      if !item.serials.isEmpty { identified.append(lots.count) }
      lots.append(ReturnLot(item, number: lots.count, goods: goods, review: event.review, at: event.instant, position))
    }
  }

  /// The position of the lot that has just the units of a part: the whole lot, or one that is split off.
  private mutating func cut(_ part: ReturnPart) -> Int? {
    // A lot that this very event split off has no number that the caller could know.
    guard (0..<before).contains(part.lot) else {
      refusals.append(.unknownLot(part.lot))
      return nil
    }
    let lot = lots[part.lot]
    let units = part.quantity ?? (part.serials.isEmpty ? lot.quantity : part.serials.count)
    guard units <= lot.quantity else {
      refusals.append(.exceedsLot(part.lot, asked: units, has: lot.quantity))
      return nil
    }
    let known = part.serials.isEmpty ? [] : Set(lot.serials)
    let strangers = part.serials.filter { !known.contains($0) }
    guard strangers.isEmpty else {
      refusals.append(.notInLot(part.lot, serials: strangers))
      return nil
    }
    guard lot.changedAt <= event.instant else {
      refusals.append(.beforeLastStep(lot: part.lot, at: lot.changedAt))
      return nil
    }
    if units == lot.quantity { return part.lot }
    guard lot.serials.isEmpty || !part.serials.isEmpty else {
      refusals.append(.serialsNeeded(lot: part.lot))
      return nil
    }
    lots.append(lots[part.lot].split(units, serials: part.serials, number: lots.count, at: position))
    return lots.count - 1
  }

  private mutating func identify(_ index: Int, _ part: ReturnPart) {
    let serials = part.told
    let lot = lots[index]
    guard lot.isTrackedBySerial, lot.serials.isEmpty else {
      refusals.append(.notToIdentify(lot: lot.number))
      return
    }
    guard fits(serials, part) else { return }
    lots[index].serials = serials
    identified.append(index)
    if let origin = lot.origin, lot.isClaim { claims.insert(origin) }
  }

  /// Whether there is a serial number for each unit; says so if not.
  mutating func fits(_ serials: [ID<SerialNumber>], _ part: ReturnPart) -> Bool {
    let units = part.quantity ?? (part.serials.isEmpty ? lots[part.lot].quantity : part.serials.count)
    if serials.count == units { return true }
    refusals.append(.serialsDoNotFit(lot: part.lot, told: serials.count, units: units))
    return false
  }

  /// Notes since when the remedy may be carried out.
  private mutating func noteRelease(_ index: Int) {
    let lot = lots[index]
    let waits = lot.remedyState == .granted || lot.remedyState == .awaitingPayment
    guard waits, let trigger = lot.trigger, trigger.goods.contains(lot.goods) else {
      lots[index].releasedAt = nil
      return
    }
    if lot.releasedAt == nil { lots[index].releasedAt = event.instant }
  }
}
