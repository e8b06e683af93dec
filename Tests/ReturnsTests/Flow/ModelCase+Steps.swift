import Inventory
import Logistics
import Returns

extension ModelCase {
  /// Does to the lots of an action what a step named `step` does, or throws with the case half changed.
  mutating func take(_ step: String, _ event: ReturnEvent, refund: String? = nil) throws(No) {
    let known = lots.indices
    for part in event.action.parts {
      guard known.contains(part.lot) else { throw No(why: "no such lot") }
      let own = units(of: part.lot)
      let count = part.quantity ?? (part.serials.isEmpty ? own.count : part.serials.count)
      guard (1...own.count).contains(count), lots[part.lot].last <= event.instant else { throw No(why: "not these units") }
      let serials = own.compactMap { units[$0].serial }
      guard part.serials.allSatisfy(serials.contains) else { throw No(why: "not its serials") }
      let lot = try cut(part, own, count)
      let row = (Self.goodsRules[lots[lot].goods]?[step], Self.remedyRules[lots[lot].remedy]?[step])
      if step == "identify" {
        try identify(lot, part.told)
      } else if let goods = row.0 {
        try goodsStep(step, lot, part, event)
        lots[lot].goods = goods[0]
      } else if let remedy = row.1 {
        if let kind = lots[lot].kind, !remedy[1].contains(Self.letters[kind]!) { throw No(why: "not for a \(kind)") }
        try remedyStep(step, lot, part, event, refund)
        lots[lot].remedy = remedy[0]
      } else {
        throw No(why: "\(step) in \(lots[lot].goods), \(lots[lot].remedy)")
      }
      lots[lot].last = event.instant
    }
  }

  /// A lot of just the units that are meant.
  private mutating func cut(_ part: ReturnPart, _ own: [Int], _ count: Int) throws(No) -> Int {
    if count == own.count { return part.lot }
    guard units[own[0]].serial == nil || !part.serials.isEmpty else { throw No(why: "which of them") }
    let chosen = own.filter { part.serials.isEmpty || part.serials.contains(units[$0].serial!) }.prefix(count)
    lots.append(lots[part.lot])
    lots[lots.count - 1].paid = lots[part.lot].paid * count / own.count
    lots[lots.count - 1].got = lots[part.lot].got * count / own.count
    lots[part.lot].paid -= lots[lots.count - 1].paid
    lots[part.lot].got -= lots[lots.count - 1].got
    for unit in chosen { units[unit].lot = lots.count - 1 }
    return lots.count - 1
  }

  private mutating func identify(_ lot: Int, _ serials: [ID<SerialNumber>]) throws(No) {
    let own = units(of: lot)
    guard lots[lot].isTracked, units[own[0]].serial == nil, serials.count == own.count else { throw No(why: "no identifying") }
    for (unit, serial) in zip(own, serials) { units[unit].serial = serial }
  }

  private mutating func goodsStep(_ step: String, _ lot: Int, _ part: ReturnPart, _ event: ReturnEvent) throws(No) {
    let own = units(of: lot)
    let isKnown = units[own[0]].origin != nil
    switch (step, event.action) {
    case ("authorise", .authorise(_, let authorisation)):
      guard isKnown else { throw No(why: "of no order") }
      guard event.actor.role != .system || !lots[lot].needsReview else { throw No(why: "a person decides") }
      lots[lot].handOverBy = authorisation.handOverBy
      lots[lot].goodsBy = authorisation.goodsBy
    case ("keep", _) where lots[lot].goods == "requested":
      guard event.actor.role != .system || !lots[lot].needsReview else { throw No(why: "a person decides") }
    case ("refuse", .refuse(_, .limits)):
      guard !lots[lot].isLegal else { throw No(why: "a right") }
    case ("reopen", _):
      guard isKnown else { throw No(why: "of no order") }
      lots[lot].handOverBy = nil
      lots[lot].goodsBy = nil
      lots[lot].isRepaired = false
      lots[lot].needsReview = asksForReview
    case ("expire", _):
      if let last = lots[lot].handOverBy, event.instant <= last { throw No(why: "not yet") }
    case ("accept", _):
      guard !lots[lot].isTracked || units[own[0]].serial != nil else { throw No(why: "which serial") }
    case ("setApart", _):
      guard part.told.isEmpty || part.told.count == own.count else { throw No(why: "told") }
      for (index, unit) in own.enumerated() {
        units[unit].origin = nil
        units[unit].serial = part.told.isEmpty ? nil : part.told[index]
      }
    case ("match", .match(_, let origin, let sku, let isTracked)):
      lots[lot].isTracked = isTracked
      for unit in own {
        units[unit].origin = origin
        units[unit].sku = sku
        if !isTracked { units[unit].serial = nil }
      }
    case ("finishRepair", _): lots[lot].isRepaired = true
    case ("startRepair", _): lots[lot].isRepaired = false
    default: break
    }
  }

  private mutating func remedyStep(
    _ step: String, _ lot: Int, _ part: ReturnPart, _ event: ReturnEvent, _ refund: String?
  ) throws(No) {
    let goods = lots[lot].goods
    let own = units(of: lot)
    func need(_ states: Set<String>) throws(No) {
      guard states.contains(goods) else { throw No(why: "\(step) while \(goods)") }
    }
    switch (step, event.action) {
    case ("grant", .grant(_, let remedy, let trigger)):
      try need(Self.agreed.union(["kept", "rejected", "sendingBack", "lostOnWayBack", "abandoned", "handedBack"]))
      lots[lot].kind = "\(remedy.kind)"
      lots[lot].trigger = "\(trigger)"
    case ("reconsider", _):
      lots[lot].kind = nil
      lots[lot].trigger = nil
    case ("pay", _):
      try need(lots[lot].kind == "priceReduction" ? ["kept"] : Self.released(lots[lot].trigger))
      if let refund { for unit in own { units[unit].refund = refund } }
    case ("owe", _), ("order", _): try need(Self.released(lots[lot].trigger))
    case ("advance", _):
      try need(Self.agreed)
      guard lots[lot].goodsBy != nil else { throw No(why: "no day") }
    case ("settle", _): try need(Self.here)
    case ("charge", _):
      try need([
        "authorised", "arranged", "expired", "withdrawn", "refused", "rejected", "sendingBack", "handedBack", "abandoned",
        "setApart",
      ])
      if goods == "authorised" || goods == "arranged", let last = lots[lot].goodsBy, event.instant <= last {
        throw No(why: "not yet")
      }
    case ("finish", _):
      try need(["handedBack"])
      guard lots[lot].isRepaired else { throw No(why: "not repaired") }
    case ("deliver", _):
      guard part.told.isEmpty || part.told.count == own.count else { throw No(why: "told") }
      for (index, unit) in own.enumerated() { units[unit].newSerial = part.told.isEmpty ? nil : part.told[index] }
    case ("fail", _):
      for unit in own { units[unit].newSerial = nil }
    default: break
    }
    try book(step, lot, own, part.amount?.amount ?? 0, event, hasAmount: part.amount != nil)
  }

  private mutating func book(
    _ step: String, _ lot: Int, _ own: [Int], _ amount: Int, _ event: ReturnEvent, hasAmount: Bool
  ) throws(No) {
    var toCustomer = true
    switch (step, event.action) {
    case ("charge", _): toCustomer = false
    case ("order", .order(_, _, let payer)): toCustomer = payer == .seller
    case ("settle", _): guard amount <= max(0, lots[lot].got - lots[lot].paid) else { throw No(why: "never charged") }
    case ("fail", _):
      guard hasAmount || !["refund", "priceReduction"].contains(lots[lot].kind) else { throw No(why: "how much") }
      toCustomer = lots[lot].kind != "refund" && lots[lot].kind != "priceReduction"
      let most = toCustomer ? lots[lot].got - lots[lot].paid : lots[lot].paid - lots[lot].got
      guard amount <= max(0, most) else { throw No(why: "more than moved") }
      if !toCustomer, hasAmount { for unit in own { units[unit].refund = nil } }
    default: break
    }
    if toCustomer {
      lots[lot].paid += amount
      outflow += amount
    } else {
      lots[lot].got += amount
      inflow += amount
    }
  }
}
