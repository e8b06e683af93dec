public import Inventory
public import Logistics
public import Returns
import Synchronization

extension Planner {
  /// A return by its number, as it stands now, or `nil`.
  public func returnCase(_ id: ID<ReturnCase>) -> ReturnCase? { state.withLock { $0.returns[id]?.current } }

  /// All returns, by number.
  public var returnCases: [ReturnCase] { state.withLock { $0.returns.all.map(\.current) } }

  /// The serial numbers of the units that left for an order, of a product whose units have them. Only these can come back by their number.
  ///
  /// - Returns: Whether there is such an order.
  @discardableResult
  public func noteSerials(_ serials: [ID<SerialNumber>], of sku: SKU, for order: ID<Order>) -> Bool {
    state.withLock { state in
      guard state.index[order] != nil else { return false }
      state.shippedSerials[order, default: [:]][sku, default: []].formUnion(serials)
      return true
    }
  }

  /// Opens a return: every line is judged by the law and the shop's own rules, authorised or refused, and promised its remedy.
  ///
  /// A customer who changed their mind withdraws; other reasons call on the guarantee, or on the warranty where only that is left. Goods to be
  /// fetched at the door join the routes of the day: see ``plan(_:returns:limit:seed:threads:isCancelled:progress:)``.
  ///
  /// - Returns: The return with a decision for each line; or why there is none, and nothing changed. The same request again is answered with the
  ///   return as it stands now.
  /// - Throws: `InvalidInput` with every line that makes no sense in itself: no units, serial numbers that are not one a unit.
  public func requestReturn(_ request: ReturnOrder) async throws(InvalidInput) -> ReturnAnswer {
    let claims = try claims(of: request)
    return await resourcing.pass { open(request, claims) }
  }

  /// Records what happened to a return, on whatever channel.
  ///
  /// Units that are put back on the shelf (`process` of what was to be restocked) are in the stock of the event's node from then on and can be
  /// bought again, once, however often the event is told. If they are looked at again (`reinspect`), they leave the stock first.
  ///
  /// - Throws: What the inventory throws; nothing has changed then.
  public func record(_ event: ReturnEvent, of id: ID<ReturnCase>) async throws -> ReturnRecording {
    try await resourcing.pass { try await recordInTurn(event, of: id) }
  }

  /// The same for who has their turn already.
  func recordInTurn(_ event: ReturnEvent, of id: ID<ReturnCase>) async throws -> ReturnRecording {
    guard let before = returnCase(id) else { return .unknownReturn }
    var after = before
    switch after.record(event, given: history(for: after, at: event.instant)) {
    case .alreadyRecorded: return .alreadyRecorded(before)
    case .refused(let reasons): return .refused(reasons)
    case .recorded: break
    }
    let outcome = try await moveStock(event, before, after)
    guard outcome == .done else { return .stock(outcome) }
    state.withLock { $0.returns.update(after) }
    return .recorded(after)
  }

  private func claims(of request: ReturnOrder) throws(InvalidInput) -> [ReturnItem] {
    var faults: [Fault] = []
    var items: [ReturnItem] = []
    if request.lines.isEmpty { faults.append(Fault(at: "lines", found: "none", expected: "at least one")) }
    for (index, line) in request.lines.enumerated() {
      let decision = decision(on: line, of: request)
      let claim: ReturnClaim =
        if let right = decision.entitlement, right.isAvailable, right.shopRule == nil || right.basis != right.shopRule {
          .legalRight(basis: right.basis)
        } else { .goodwill }
      do throws(InvalidInput) {
        items.append(
          try ReturnItem(
            of: ReturnOrigin(request.order(of: line), line.sku), line.sku, quantity: line.quantity, serials: line.serials,
            isTrackedBySerial: returnTerms.products[line.sku]?.isTrackedBySerial ?? false, because: line.reason, by: claim))
      } catch {
        faults += error.faults.map { Fault(at: "lines[\(index)].\($0.place)", found: $0.found, expected: $0.expected) }
      }
    }
    guard faults.isEmpty else { throw InvalidInput("return \(request.id)", faults) }
    return items
  }

  /// What the law and the shop say of a line; of one that is not of the order, that nothing is known.
  private func decision(on line: ReturnOrder.Line, of request: ReturnOrder) -> ReturnDecision {
    guard let purchase = purchase(request.order(of: line), line.sku, traits: line.traits) else {
      return ReturnDecision(
        for: line.reason, Purchase(country: "", setting: .distance, contract: request.at, delivered: nil), at: request.at)
    }
    return ReturnDecision(for: line.reason, purchase, at: request.at, by: returnTerms.laws, policy: returnTerms.policy)
  }

  private func open(_ request: ReturnOrder, _ items: [ReturnItem]) -> ReturnAnswer {
    let decisions = request.lines.map { decision(on: $0, of: request) }
    if let known = state.withLock({ $0.returns[request.id] }) {
      return known.request == request ? .opened(known.current, known.decisions) : .differentRequest
    }
    var customers: [ID<Customer>] = []
    for order in request.orders {
      guard let accepted = acceptedOrder(order) else { return .unknownOrder(order) }
      customers.append(accepted.order.customer)
      guard customers[0] == accepted.order.customer else { return .otherCustomer(order) }
    }
    for (line, decision) in zip(request.lines, decisions) {
      guard let right = decision.entitlement, right.isAvailable else { continue }
      guard request.remedy.isOffered(by: right.remedies) else { return .remedyNotOffered(line.sku, offered: right.remedies) }
    }
    var opened = ReturnCase(request.id, of: customers[0].text)
    var refusals: [ReturnRefusal] = []
    func note(_ name: String, _ role: ReturnActor.Role, _ action: ReturnAction) {
      guard refusals.isEmpty else { return }
      let event = ReturnEvent(
        ID("\(request.id) \(name)"), at: request.at, by: ReturnActor(role), on: role == .customer ? request.channel : nil, action)
      if case .refused(let reasons) = opened.record(event, given: history(for: opened, of: Set(request.orders), at: request.at)) {
        refusals = reasons
      }
    }
    note("request", .customer, .request(items))
    guard refusals.isEmpty else { return .refused(refusals) }
    for (lot, decision) in decisions.enumerated() {
      guard let right = decision.entitlement, right.isAvailable else {
        note("refuse \(lot)", .system, .refuse([ReturnPart(lot)], decision.ground))
        continue
      }
      note(
        "authorise \(lot)", .system,
        .authorise(
          [ReturnPart(lot)],
          ReturnAuthorisation(
            basis: right.basis, handOverBy: request.at + returnTerms.handOverWithin,
            goodsBy: request.at + returnTerms.handOverWithin + returnTerms.handOverWithin,
            remedyBy: right.refundBy.map { network.zone.instant($0.adding(days: 1), .midnight) })))
      // A shop's limits ask for a person: the request stands, and nothing is granted until one has looked at it.
      if case .needsReview = refusals.first {
        refusals = []
        continue
      }
      note("grant \(lot)", .system, .grant([ReturnPart(lot)], request.remedy, after: right.release(returnTerms.release)))
      if let handover = request.handover { note("arrange \(lot)", .customer, .arrange([ReturnPart(lot)], handover)) }
    }
    guard refusals.isEmpty else { return .refused(refusals) }
    state.withLock { $0.returns.open(opened, request, decisions) }
    return .opened(opened, decisions)
  }

  /// Books what an event does to the stock. Said again, it is booked once.
  private func moveStock(_ event: ReturnEvent, _ before: ReturnCase, _ after: ReturnCase) async throws -> MoveOutcome {
    switch event.action {
    case .process(let parts):
      let isShelved = parts.contains { before.lots.indices.contains($0.lot) && before.lots[$0.lot].disposition == .restock }
      guard isShelved else { return .done }
      guard let node = event.node else {
        return .conflicts([
          Fault(at: "event \(event.id)", found: "no node", expected: "the node on whose shelf the units are now")
        ])
      }
      let units = parts.compactMap { part -> StockUnits? in
        guard before.lots.indices.contains(part.lot), before.lots[part.lot].disposition == .restock else { return nil }
        return StockUnits(before.lots[part.lot], part, at: node)
      }
      return try await inventory.receive(
        units: units, as: .customerReturn, reference: ID(before.id.text), requestID: ID("return \(before.id) \(event.id)"),
        at: event.instant)
    case .reinspect(let parts):
      let shelved = parts.compactMap { part -> StockUnits? in
        guard before.lots.indices.contains(part.lot) else { return nil }
        let lot = before.lots[part.lot]
        guard lot.goods == .processed, lot.disposition == .restock, let node = before.shelf(ofLot: part.lot) else { return nil }
        return StockUnits(lot, part, at: node)
      }
      // All of it or nothing: what is not there any more is known before anything is taken.
      for (cell, units) in Dictionary(grouping: shelved, by: { [$0.node.text, $0.sku.text] }).sorted(by: { $0.key[0] < $1.key[0] }
      ) {
        let wanted = units.reduce(0) { $0 + $1.quantity }
        let found = try await inventory.balance(of: SKU(cell[1]), at: ID(cell[0]), at: event.instant).onHand
        guard found >= wanted else { return .exceeds(found: found, wanted: wanted) }
      }
      for (index, units) in shelved.enumerated() {
        let outcome = try await inventory.adjust(
          units.sku, at: units.node, .recount(by: -units.quantity), serials: units.serials, reference: ID(before.id.text),
          requestID: ID("return \(before.id) \(event.id) \(index)"), at: event.instant)
        guard outcome == .done else { return outcome }
      }
      return .done
    default: return .done
    }
  }
}

extension StockUnits {
  /// The units of a lot that a part names.
  fileprivate init(_ lot: ReturnLot, _ part: ReturnPart, at node: ID<Node>) {
    let serials = part.serials.isEmpty ? lot.serials : part.serials
    self.init(
      lot.sku, at: node, quantity: part.serials.isEmpty ? part.quantity ?? lot.quantity : part.serials.count, serials: serials)
  }
}

extension ReturnCase {
  /// Where the units of a lot were last put on the shelf.
  fileprivate func shelf(ofLot number: Int) -> ID<Node>? {
    timeline(ofLot: number).last { if case .process = $0.action { true } else { false } }?.node
  }
}

extension ReturnRemedy {
  /// Whether one of some remedies is this one. To take something else for it is a refund and a purchase, or a replacement.
  fileprivate func isOffered(by remedies: [Remedy]) -> Bool {
    switch kind {
    case .refund: remedies.contains(.refund)
    case .replacement, .advanceReplacement: remedies.contains(.replacement)
    case .exchange: remedies.contains(.replacement) || remedies.contains(.refund)
    case .repair: remedies.contains(.repair)
    case .priceReduction: remedies.contains(.priceReduction)
    }
  }
}

extension Entitlement {
  /// When what it gives is released: as the shop does it, but no later than the law lets a refund wait.
  fileprivate func release(_ usual: ReleaseTrigger) -> ReleaseTrigger {
    guard shopRule == nil || shopRule != basis else { return usual }
    let latest: ReleaseTrigger =
      if refundWaitsFor.contains(.goodsOrProofOfSending) {
        .onHandover
      } else if refundWaitsFor.contains(.goods) {
        .onReceipt
      } else { usual }
    let order = ReleaseTrigger.allCases
    return order.firstIndex(of: latest)! < order.firstIndex(of: usual)! ? latest : usual
  }
}

extension ReturnDecision {
  /// Why nothing is authorised.
  fileprivate var ground: RefusalGround {
    for reason in entitlement?.reasons ?? [] {
      switch reason {
      case .ended: return .tooLate
      case .excluded: return .excluded("\(reason)")
      default: continue
      }
    }
    return .noRight(description)
  }
}
