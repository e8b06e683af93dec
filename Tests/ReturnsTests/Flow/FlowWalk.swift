import Inventory
import Logistics
import Returns
import Testing

/// Two returns of one customer, driven at random beside the model, and the ledgers of two orders.
struct FlowWalk {
  static let origins = [
    ReturnOrigin(order: "o1", line: "kettle"), ReturnOrigin(order: "o1", line: "phone"),
    ReturnOrigin(order: "o2", line: "kettle"), ReturnOrigin(order: "o2", line: "phone"),
    ReturnOrigin(order: "o3", line: "never"),
  ]
  static let delivered = [6, 3, 4, 2, 0]

  var random: FlowGenerator
  let review: Bool
  let deliveries: [ReturnHistory.Delivery]
  var cases: [ReturnCase]
  var models: [ModelCase]
  var ledgers: [ID<StockReference>: RefundLedger] = [:]
  /// Refunds by name, and the order of each: a lot may be found to be of another order when it was paid for.
  var refunds: [String: (Refund, ID<StockReference>)] = [:]
  /// What the refunds that stand are, by order.
  var refunded: [ID<StockReference>: Int] = [:]
  var now = Desk.start
  var count = 0
  var newSerials = 0
  var asked: [[ReturnEvent]] = [[], []]
  /// How often a state was entered and left, and each step taken or refused.
  var tally: [String: Int] = [:]
  var failure: String?

  init(seed: UInt64) {
    random = FlowGenerator(seed: seed)
    let review = Bool.random(using: &random)
    self.review = review
    deliveries = zip(Self.origins, Self.delivered).prefix(4).map { origin, quantity in
      let isPhone = origin.line == "phone"
      return ReturnHistory.Delivery(
        origin, ID(origin.line.text), quantity: quantity,
        serials: isPhone ? Set((0..<quantity).map { ID("\(origin.order)-s\($0)") }) : [])
    }
    cases = [ReturnCase("rma-1", of: "c"), ReturnCase("rma-2", of: "c")]
    models = [ModelCase(asksForReview: review), ModelCase(asksForReview: review)]
    for order in ["o1", "o2"] as [ID<StockReference>] {
      let lines = deliveries.filter { $0.origin.order == order }.map { delivery in
        PaidLine(delivery.origin.line, quantity: delivery.quantity, gross: clp(number(0...10_000)))
      }
      let total = lines.reduce(0) { $0 + $1.gross.amount }
      let card = number(0...total)
      let tenders = [Tender("card", .card, clp(card)), Tender("gift", .giftCard, clp(total - card))]
      ledgers[order] = RefundLedger(try! PaidOrder(order, in: .clp, lines: lines, tenders: tenders))
    }
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func pick<T>(_ list: [T]) -> T { list[number(0...list.count - 1)] }
  mutating func isTrue(_ percent: Int) -> Bool { number(1...100) <= percent }

  mutating func fail(_ what: @autoclosure () -> String) {
    if failure == nil { failure = what() }
  }

  mutating func step() {
    count += 1
    let at = number(0...1)
    if isTrue(70) { now = now + .hours(number(0...12)) }
    if isTrue(2), let old = asked[at].last { return repeatEvent(old, at) }
    let lots = models[at].lots.count
    if lots == 0 || (lots < 14 && isTrue(lots < 4 ? 30 : 4)) {
      bring(at)
    } else {
      let lot = isTrue(98) ? number(0...lots - 1) : lots
      guard let attempt = attempt(at, lot) else { return }
      take(attempt, at)
    }
    compare(at)
  }

  private mutating func repeatEvent(_ old: ReturnEvent, _ at: Int) {
    let history = history(at)
    if cases[at].record(old, given: history) != .alreadyRecorded { fail("\(old) was recorded again") }
    let other = ReturnEvent(old.id, at: old.instant + .seconds(1), by: old.actor, old.action)
    if cases[at].record(other, given: history) != .refused([.differentEvent]) { fail("\(other) was not refused") }
    tally["repeated", default: 0] += 1
    compare(at)
  }

  private func history(_ at: Int) -> ReturnHistory {
    ReturnHistory(
      deliveries, others: [cases[1 - at]], record: ReturnRecord(isFlagged: review), limits: ReturnLimits(returns: 1_000))
  }

  // MARK: Items

  /// Units are asked for, or come unasked.
  private mutating func bring(_ at: Int) {
    let arrives = isTrue(20)
    let origin: ReturnOrigin? = arrives && isTrue(50) ? nil : isTrue(3) ? Self.origins[4] : Self.origins[number(0...3)]
    let isPhone = origin.map { $0.line == "phone" } ?? isTrue(50)
    let quantity = number(1...(isPhone ? 2 : 4))
    var serials: [ID<SerialNumber>] = []
    if isPhone, isTrue(60) {
      let from = origin?.order ?? "o1"
      serials = (0..<4).map { ID("\(from)-s\($0)") }.shuffled(using: &random).prefix(quantity).map { $0 }
    }
    let item = Desk.item(
      origin, isPhone ? "phone" : "kettle", quantity, serials: serials, tracked: isPhone, pick(ReturnReason.allCases),
      isTrue(50) ? .goodwill : .legalRight(basis: "law"))
    let event = event(arrives ? .arrive([item]) : .request([item]))
    var model = models[at]
    let lot = ModelCase.Lot(
      goods: arrives ? "unannounced" : "requested", isLegal: item.claim != ReturnClaim.goodwill,
      needsReview: arrives ? false : review, isTracked: isPhone, last: event.instant)
    model.lots.append(lot)
    for unit in 0..<quantity {
      model.units.append(
        .init(
          lot: model.lots.count - 1, origin: origin, sku: item.sku, serial: serials.isEmpty ? nil : serials[unit]))
    }
    settle(at, event, obstacle(model, at) == nil ? model : nil, arrives ? "arrive" : "request")
  }

  mutating func event(_ action: ReturnAction) -> ReturnEvent {
    ReturnEvent(
      ID("e\(count)"), at: isTrue(1) ? now - oneDay : now, by: ReturnActor(pick([.system, .serviceDesk, .warehouse])), action)
  }

  /// What a case must not be, by counting units one by one.
  private func obstacle(_ model: ModelCase, _ at: Int) -> String? {
    var names: Set<String> = []
    for unit in model.units {
      let newSKU = model.lots[unit.lot].kind == "exchange" ? "toaster" : unit.sku.text
      if let serial = unit.serial, !names.insert("\(unit.sku) \(serial)").inserted { return "\(serial) twice" }
      if let serial = unit.newSerial, !names.insert("\(newSKU) \(serial)").inserted { return "\(serial) twice" }
    }
    for (index, origin) in Self.origins.enumerated() {
      let own = model.claimed(origin)
      let others = models[1 - at].claimed(origin)
      if own.count + others.count > Self.delivered[index], !own.isEmpty { return "too many of \(origin)" }
      if own.contains(where: { $0.sku.text != origin.line.text }) { return "not of \(origin)" }
      for unit in own {
        guard let serial = unit.serial else { continue }
        if !(0..<Self.delivered[index]).contains(where: { serial.text == "\(origin.order)-s\($0)" }) { return "not shipped" }
        if others.contains(where: { $0.serial == serial }) { return "elsewhere" }
      }
    }
    return nil
  }

  // MARK: Steps

  private mutating func take(_ attempt: Attempt, _ at: Int) {
    var model = models[at]
    var next: ModelCase?
    var why = ""
    do throws(ModelCase.No) {
      try model.take(attempt.step, attempt.event, refund: attempt.refund?.request.id.text)
      if let obstacle = obstacle(model, at) { why = obstacle } else { next = model }
    } catch { why = error.why }
    let wasRecorded = next != nil
    settle(at, attempt.event, next, attempt.step, why)
    guard wasRecorded, let refund = attempt.refund, let order = attempt.order else { return }
    refunds[refund.request.id.text] = (refund, order)
    if attempt.step == "pay" {
      if ledgers[order]!.record(refund.request) != .refunded(refund) { fail("\(refund) was quoted") }
      refunded[order, default: 0] += refund.total.amount
    } else {
      if ledgers[order]!.reverse(refund.request.id) != .refunded(refund) { fail("\(refund) was not taken back") }
      refunded[order, default: 0] -= refund.total.amount
    }
  }

  /// Records an event and holds the answer beside the model's: `next`, or `nil` if it refuses.
  private mutating func settle(_ at: Int, _ event: ReturnEvent, _ next: ModelCase?, _ step: String, _ why: String = "") {
    let before = models[at]
    let outcome = cases[at].record(event, given: history(at))
    tally["\(step) \(next != nil)", default: 0] += 1
    if (outcome == .recorded) != (next != nil) { return fail("\(step), \(why): \(event) was answered \(outcome)") }
    guard let next else { return }
    models[at] = next
    asked[at].append(event)
    for (index, lot) in next.lots.enumerated() {
      let old = before.lots.indices.contains(index) ? before.lots[index] : nil
      if old?.goods != lot.goods {
        tally["to \(lot.goods)", default: 0] += 1
        if let old { tally["from \(old.goods)", default: 0] += 1 }
      }
      if old?.remedy != lot.remedy {
        tally["to \(lot.remedy)", default: 0] += 1
        if let old { tally["from \(old.remedy)", default: 0] += 1 }
      }
    }
  }
}
