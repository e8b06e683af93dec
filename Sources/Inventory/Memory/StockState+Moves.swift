import Logistics

extension StockState {
  mutating func ship(
    _ wanted: [Allocation]?, of id: ID<Hold>, requestID: ID<StockRequest>, at now: Instant
  ) throws(InvalidInput) -> HoldChange {
    let content = Content.ship(wanted, id)
    let earlier = earlierAnswer(to: requestID, content)
    if earlier.different { return .refused(.differentRequest) }
    if case .change(let change) = earlier.answer { return change }
    var merged: [Allocation]?
    if let wanted { merged = try Allocation.merged(wanted) }
    let change = ship(merged, of: id, at: now)
    remember(requestID, content, .change(change))
    return change
  }

  private mutating func ship(_ wanted: [Allocation]?, of id: ID<Hold>, at now: Instant) -> HoldChange {
    guard let number = holdNumbers[id] else { return .refused(.unknown) }
    let order: ID<StockReference>
    switch holds[number].state {
    case .held: return .refused(.notConfirmed)
    case .expired: return .refused(.expired)
    case .released: return .refused(.released)
    case .shipped: return .refused(.shipped)
    case .confirmed(let reference): order = reference
    }
    var open = holds[number].open
    let parts = wanted ?? open
    var shortages: [Shortage] = []
    for part in parts {
      let place = open.firstIndex { $0.node == part.node && $0.sku == part.sku }
      let left = place.map { open[$0].quantity } ?? 0
      let found = min(left, balance(of: part.sku, at: part.node).onHand)
      guard found >= part.quantity, let place else {
        shortages.append(Shortage(node: part.node, sku: part.sku, wanted: part.quantity, found: found))
        continue
      }
      open[place] = Allocation(part.sku, at: part.node, quantity: left - part.quantity)
    }
    guard shortages.isEmpty else { return .refused(.exceeds(shortages)) }
    for part in parts {
      post(
        makeSlot(part.sku, part.node), .shipped, StockBalance(onHand: -part.quantity, committed: -part.quantity),
        reference: id.text, at: now)
    }
    open.removeAll { $0.quantity == 0 }
    holds[number].open = open
    if open.isEmpty { holds[number].state = .shipped(order) }
    return .done(holds[number])
  }

  mutating func receive(
    _ allocations: [Allocation], as arrival: Arrival, reference: ID<StockReference>, requestID: ID<StockRequest>,
    at now: Instant
  ) throws(InvalidInput) -> MoveOutcome {
    let content = Content.receive(allocations, arrival, reference)
    let earlier = earlierAnswer(to: requestID, content)
    if earlier.different { return .differentRequest }
    if case .move(let outcome) = earlier.answer { return outcome }
    let merged = try Allocation.merged(allocations)
    var outcome = MoveOutcome.done
    for part in merged {
      let balance = balance(of: part.sku, at: part.node)
      let room = Allocation.limit - (arrival == .damagedReturn ? balance.damaged : balance.onHand)
      if room < part.quantity {
        outcome = .exceeds(found: room, wanted: part.quantity)
        break
      }
    }
    if outcome == .done {
      for part in merged {
        let (kind, change): (LedgerEntry.Kind, StockBalance) =
          switch arrival {
          case .delivery: (.delivery, StockBalance(onHand: part.quantity))
          case .customerReturn: (.customerReturn, StockBalance(onHand: part.quantity))
          case .damagedReturn: (.damagedReturn, StockBalance(damaged: part.quantity))
          }
        post(makeSlot(part.sku, part.node), kind, change, reference: reference.text, at: now)
      }
    }
    remember(requestID, content, .move(outcome))
    return outcome
  }

  mutating func adjust(
    _ sku: SKU, at node: ID<Node>, _ adjustment: Adjustment, reference: ID<StockReference>, requestID: ID<StockRequest>,
    at now: Instant
  ) throws(InvalidInput) -> MoveOutcome {
    let content = Content.adjust(sku, node, adjustment, reference)
    let earlier = earlierAnswer(to: requestID, content)
    if earlier.different { return .differentRequest }
    if case .move(let outcome) = earlier.answer { return outcome }
    let (kind, change) = try Self.change(of: adjustment)
    let slot = makeSlot(sku, node)
    let before = balances[slot]
    let after = before + change
    var outcome = MoveOutcome.done
    for (old, new) in [(before.onHand, after.onHand), (before.damaged, after.damaged)] where outcome == .done {
      if new < 0 { outcome = .exceeds(found: old, wanted: old - new) }
      if new > Allocation.limit { outcome = .exceeds(found: Allocation.limit - old, wanted: new - old) }
    }
    if outcome == .done { post(slot, kind, change, reference: reference.text, at: now) }
    remember(requestID, content, .move(outcome))
    return outcome
  }

  private static func change(of adjustment: Adjustment) throws(InvalidInput) -> (LedgerEntry.Kind, StockBalance) {
    var faults = FaultList()
    let quantity: Int
    switch adjustment {
    case .recount(let count):
      quantity = count
      faults.check(
        count != 0 && count.magnitude <= Allocation.limit, at: "$.recount", found: "\(count) units",
        expected: "-10^12 to 10^12, not zero")
    case .damage(let count), .repair(let count), .disposal(let count):
      quantity = count
      faults.check((1...Allocation.limit).contains(count), at: "$.quantity", found: "\(count) units", expected: "1 to 10^12")
    }
    try faults.throwIfAny("adjustment")
    switch adjustment {
    case .recount: return (.recount, StockBalance(onHand: quantity))
    case .damage: return (.damage, StockBalance(onHand: -quantity, damaged: quantity))
    case .repair: return (.repair, StockBalance(onHand: quantity, damaged: -quantity))
    case .disposal: return (.disposal, StockBalance(damaged: -quantity))
    }
  }

  mutating func setSafetyStock(_ quantity: Int, of sku: SKU, at node: ID<Node>, at now: Instant) throws(InvalidInput) {
    var faults = FaultList()
    faults.check((0...Allocation.limit).contains(quantity), at: "$.quantity", found: "\(quantity) units", expected: "0 to 10^12")
    try faults.throwIfAny("safety stock")
    let slot = makeSlot(sku, node)
    guard balances[slot].safety != quantity else { return }
    post(slot, .safety, StockBalance(safety: quantity - balances[slot].safety), reference: "", at: now)
  }
}
