import Logistics

extension StockState {
  mutating func receive(
    _ units: [StockUnits], as arrival: Arrival, reference: ID<StockReference>, at now: Instant
  ) throws(InvalidInput) -> MoveOutcome {
    let merged = try Allocation.merged(units.map(\.allocation))
    let kits = faults(ofKitsAmong: units.lazy.map(\.sku))
    guard kits.isEmpty else { return .conflicts(kits) }
    for part in merged {
      let balance = cells[makeCell(part.sku, part.node)].balance
      let room = Allocation.limit - (arrival == .damagedReturn ? balance.damaged : balance.onHand)
      if room < part.quantity { return .exceeds(found: room, wanted: part.quantity) }
    }
    var choice = Choice()
    for (index, unit) in units.enumerated() {
      admit(
        unit, cell(unit.sku, unit.node), from: arrival == .delivery ? .supplier : .customer, at: Spot(list: "$", index: index),
        &choice)
    }
    guard choice.faults.isEmpty else { return .conflicts(choice.faults.faults) }
    for part in choice.units {
      let node = node(part.cell)
      switch arrival {
      case .delivery:
        move(part, .delivery, StockBalance(onHand: part.quantity), .text(reference.text), at: now, to: .onHand(node))
      case .customerReturn:
        move(part, .customerReturn, StockBalance(onHand: part.quantity), .text(reference.text), at: now, to: .onHand(node))
      case .damagedReturn:
        move(part, .damagedReturn, StockBalance(damaged: part.quantity), .text(reference.text), at: now, to: .damaged(node))
      }
    }
    return .done
  }

  mutating func adjust(
    _ sku: SKU, at node: ID<Node>, _ adjustment: Adjustment, lot: Lot?, serials: [ID<SerialNumber>],
    reference: ID<StockReference>, at now: Instant
  ) throws(InvalidInput) -> MoveOutcome {
    let (kind, change) = try Self.change(of: adjustment)
    if let fault = faults(ofKitsAmong: [sku]).first {
      return .conflicts([Fault(at: "$.sku", found: fault.found, expected: fault.expected)])
    }
    let cell = makeCell(sku, node)
    let before = cells[cell].balance
    let after = before + change
    for (old, new) in [(before.onHand, after.onHand), (before.damaged, after.damaged)] {
      if new < 0 { return .exceeds(found: old, wanted: old - new) }
      if new > Allocation.limit { return .exceeds(found: Allocation.limit - old, wanted: new - old) }
    }
    var choice = Choice()
    let quantity = change.onHand == 0 ? -change.damaged : abs(change.onHand)
    let units = StockUnits(sku, at: node, quantity: quantity, lot: lot, serials: serials)
    let spot = Spot(list: "$", index: nil)
    if minimumLife(cell) != nil, lot == nil {
      return .conflicts([Fault(at: spot("lot"), found: "none", expected: "a lot of \(sku)")])
    }
    let place: SerialHistory.Place
    switch adjustment {
    case .recount(let count) where count > 0:
      admit(units, cell, from: .count, at: spot, &choice)
      place = .onHand(node)
    case .recount:
      pick(units, cell, at: spot, &choice)
      place = .gone
    case .damage:
      pick(units, cell, at: spot, &choice)
      place = .damaged(node)
    case .repair:
      pick(units, cell, damaged: true, at: spot, &choice)
      place = .onHand(node)
    case .disposal:
      pick(units, cell, damaged: true, at: spot, &choice)
      place = .gone
    }
    guard choice.faults.isEmpty else { return .conflicts(choice.faults.faults) }
    for part in choice.units { move(part, kind, change, .text(reference.text), at: now, to: place) }
    return .done
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
    let cell = makeCell(sku, node)
    guard cells[cell].balance.safety != quantity else { return }
    post(cell, .safety, StockBalance(safety: quantity - cells[cell].balance.safety), .text(""), at: now)
  }
}
