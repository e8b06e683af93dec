import Inventory
import Logistics
import Returns

extension FlowWalk {
  /// A step to be tried, with the name under which the model knows it.
  struct Attempt {
    let step: String
    let event: ReturnEvent
    /// The refund that it pays or takes back, and the order it is of.
    var refund: Refund?
    var order: ID<StockReference>?
  }

  static let steps = Set(goodsSteps.values.joined()).union(remedySteps.values.joined()).sorted()
  /// Steps that undo or end what was begun: tried less, so that the walk gets far.
  static let turns: Set<String> = [
    "decline", "reconsider", "withdraw", "refuse", "lose", "setApart", "reinspect", "keep", "expire", "dispose", "sendBack",
  ]
  static let goodsSteps = ModelCase.goodsRules.mapValues { $0.keys.sorted() }
  static let remedySteps = ModelCase.remedyRules.mapValues { $0.keys.sorted() }

  /// Something to do with a lot: mostly what its states let.
  mutating func attempt(_ at: Int, _ lot: Int) -> Attempt? {
    let model = models[at]
    guard model.lots.indices.contains(lot) else {
      return Attempt(step: "receive", event: event(.receive([ReturnPart(lot)])))
    }
    let state = model.lots[lot]
    var step = pick(Self.steps)
    if isTrue(88) {
      let remedies = Self.remedySteps[state.remedy]!.filter { step in
        state.kind.map { ModelCase.remedyRules[state.remedy]![step]![1].contains(ModelCase.letters[$0]!) } ?? true
      }
      for _ in 0..<3 {
        step = isTrue(state.remedy == "undecided" ? 40 : 60) ? pick(remedies) : pick(Self.goodsSteps[state.goods]!)
        if !Self.turns.contains(step) || isTrue(10) { break }
      }
    }
    if state.isRepaired, isTrue(50) {
      // A repair is the longest way there is.
      let isBack = state.goods == "handedBack"
      step = state.kind == "repair" ? (isBack ? "finish" : "handBack") : state.remedy == "granted" ? "reconsider" : "grant"
    }
    if state.isTracked, isTrue(8) { step = "identify" }
    let own = model.units(of: lot)
    let part = part(model, lot, own, step)
    switch step {
    case "pay" where state.remedy == "granted" && (state.kind == "refund" || state.kind == "priceReduction"):
      return payment(model, lot, own, part)
    case "fail" where state.kind == "refund" && isTrue(95) && model.units[own[0]].refund != nil: return bounce(model, lot, own)
    default:
      var parts = [part]
      let other = number(0...model.lots.count)
      if other != lot, isTrue(6) {
        parts.append(
          other == model.lots.count ? ReturnPart(other) : self.part(model, other, model.units(of: other), step))
      }
      return Attempt(step: step, event: event(action(step, parts, model.lots[lot])))
    }
  }

  /// Units of a lot: all, some, named or not, too many, strangers.
  private mutating func part(_ model: ModelCase, _ lot: Int, _ own: [Int], _ step: String) -> ReturnPart {
    let known = own.compactMap { model.units[$0].serial }
    var quantity: Int?
    var serials: [ID<SerialNumber>] = []
    if isTrue(25) {
      quantity = number(1...own.count + (isTrue(5) ? 1 : 0))
      if !known.isEmpty, isTrue(85) { serials = Array(known.shuffled(using: &random).prefix(quantity!)) }
      if serials.count != quantity { serials = [] }
      if isTrue(2) { serials = (0..<quantity!).map { ID("stranger-\($0)") } }
    }
    let count = quantity ?? own.count
    var told: [ID<SerialNumber>] = []
    let mayTell = step == "identify" || step == "deliver" || step == "setApart"
    if mayTell, step == "identify" || isTrue(60) {
      for _ in 0..<(isTrue(95) ? count : count + 1) {
        newSerials += 1
        told.append(ID("n\(newSerials)"))
      }
      if isTrue(step == "identify" ? 90 : 5) {
        let order = model.units[own[0]].origin?.order ?? "o2"
        told = (0..<4).map { ID("\(order)-s\($0)") }.shuffled(using: &random).prefix(told.count).map { $0 }
      }
    }
    var amount: Money?
    switch step {
    case "pay", "charge": amount = clp(number(0...5_000))
    case "settle", "fail":
      let state = model.lots[lot]
      if isTrue(60) { amount = clp(isTrue(90) ? max(0, state.got - state.paid) * count / own.count : 9_999_999) }
      if model.units[own[0]].refund != nil, step == "fail" { amount = nil }
    default: break
    }
    return ReturnPart(lot, quantity: quantity, serials: serials, told: told, amount: amount)
  }

  /// A refund of units, or a lower price for them, as the ledger of their order has it. Nothing if that refuses, as for units
  /// that were refunded before.
  private mutating func payment(_ model: ModelCase, _ lot: Int, _ own: [Int], _ part: ReturnPart) -> Attempt? {
    guard let origin = model.units[own[0]].origin, let ledger = ledgers[origin.order] else { return nil }
    let units = part.quantity ?? own.count
    let id = ID<RefundRequest>("r\(count)")
    let isRefund = model.lots[lot].kind == "refund"
    let terms = RefundTerms(tenderOrder: pick(TenderOrder.allCases))
    let request =
      isRefund
      ? RefundRequest(id, at: now, [.init(origin.line, units: units)], on: terms)
      : RefundRequest(
        id, at: now, [], reductions: [.init(origin.line, units: units, by: clp(number(0...200)))], on: terms)
    guard case .refunded(let refund) = ledger.quote(request) else {
      tally["ledger refused", default: 0] += 1
      return nil
    }
    let paid = ReturnPart(part.lot, quantity: part.quantity, serials: part.serials, amount: refund.total)
    return Attempt(step: "pay", event: event(.pay([paid])), refund: refund, order: origin.order)
  }

  /// A whole refund comes back.
  private mutating func bounce(_ model: ModelCase, _ lot: Int, _ own: [Int]) -> Attempt? {
    guard let name = model.units[own[0]].refund, let (refund, order) = refunds[name],
      model.units.count(where: { $0.refund == name }) == own.count, refund.lines[0].units == own.count
    else { return nil }
    return Attempt(step: "fail", event: event(.fail([ReturnPart(lot, amount: refund.total)])), refund: refund, order: order)
  }

  private mutating func action(_ step: String, _ parts: [ReturnPart], _ state: ModelCase.Lot) -> ReturnAction {
    switch step {
    case "identify": return .identify(parts)
    case "authorise":
      let last = isTrue(50) ? now + .hours(number(0...100)) : nil
      let goods = isTrue(80) ? (last ?? now) + .hours(number(0...100)) : nil
      return .authorise(parts, ReturnAuthorisation(basis: "", handOverBy: last, goodsBy: goods, remedyBy: goods))
    case "refuse": return .refuse(parts, isTrue(50) ? .limits : .tooLate)
    case "appeal": return .appeal(parts)
    case "reopen": return .reopen(parts)
    case "withdraw": return .withdraw(parts)
    case "expire": return .expire(parts)
    case "arrange": return .arrange(parts, .store("store-7"))
    case "handOver": return .handOver(parts)
    case "lose": return .lose(parts)
    case "find": return .find(parts)
    case "receive": return .receive(parts)
    case "match":
      let origin = pick(Self.origins)
      let isPhone = origin.line == "phone"
      return .match(parts, to: origin, sku: isPhone ? "phone" : "kettle", isTrackedBySerial: isPhone)
    case "setApart":
      return isTrue(50) ? .setApart(parts) : .inspect(parts, ReturnInspection(.c, .setApart, findings: [.notOfThisOrder]))
    case "accept": return .inspect(parts, ReturnInspection(.a, .accept))
    case "reject": return .inspect(parts, ReturnInspection(.d, .reject, findings: [.damagedByUse("scratches")]))
    case "reinspect": return .reinspect(parts)
    case "startRepair": return .startRepair(parts)
    case "finishRepair": return .finishRepair(parts)
    case "condemn": return .condemn(parts)
    case "dispose": return .dispose(parts, pick(Disposition.allCases))
    case "process": return .process(parts)
    case "sendBack": return .sendBack(parts)
    case "handBack": return .handBack(parts)
    case "abandon": return .abandon(parts)
    case "keep": return .keep(parts, basis: "not worth the way")
    default: return remedyAction(step, parts, state.isRepaired)
    }
  }

  private mutating func remedyAction(_ step: String, _ parts: [ReturnPart], _ isRepaired: Bool) -> ReturnAction {
    switch step {
    case "grant":
      let remedies: [ReturnRemedy] = [
        .refund(.original), .replacement(inAdvance: false), .replacement(inAdvance: true), .exchange(for: "toaster"), .repair,
        .priceReduction(.storeCredit),
      ]
      let remedy = isRepaired && isTrue(80) ? .repair : pick(remedies)
      return .grant(parts, remedy, after: isTrue(40) ? .atOnce : pick(ReleaseTrigger.allCases))
    case "decline": return .decline(parts, because: "")
    case "reconsider": return .reconsider(parts)
    case "pay": return .pay(parts)
    case "owe": return .owe(parts)
    case "order":
      guard isTrue(70) else { return .order(parts, "new-1", difference: nil) }
      let difference = clp(number(0...900))
      let priced = parts.map { ReturnPart($0.lot, quantity: $0.quantity, serials: $0.serials, amount: difference) }
      return .order(priced, "new-1", difference: isTrue(50) ? .customer : .seller)
    case "advance": return .advance(parts, "new-1")
    case "deliver": return .deliver(parts)
    case "fail": return .fail(parts)
    case "charge": return .charge(parts)
    case "settle": return .settle(parts)
    case "finish": return .finish(parts)
    default: fatalError("no step \(step)")
    }
  }
}
