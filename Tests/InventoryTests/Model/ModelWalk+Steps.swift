import Inventory
import Logistics

extension ModelWalk {
  mutating func step(_ step: Int) async throws {
    now = now + .seconds(number(0...8))
    model.pass(to: now)
    let id = ID<StockRequest>("r\(step)")
    switch number(0...25) {
    case 0...5: try await hold(id)
    case 6: try await confirm()
    case 7: try await release()
    case 8: try await extend()
    case 9, 10: try await ship(id)
    case 11: try await receive(id)
    case 12: try await adjust(id)
    case 13: try await protect(id)
    case 14: try await announce(step)
    case 15: try await dispatch(step)
    case 16: try await receiveInbound(id)
    case 17: try await redateOrCancel()
    case 18: try await amend(id)
    case 19: try await receive(id)
    case 20: try await announce(step)
    case 21: try await confirm()
    case 22: try await receiveInbound(id)
    case 23, 24: try await reallocate(id)
    default: try await move(id)
    }
  }

  private mutating func count(_ what: String, _ done: Bool) { counts["\(what) \(done)", default: 0] += 1 }

  private mutating func wanted() -> [Allocation] {
    (0..<number(1...2)).map { _ in
      Allocation(pick(Self.skus + Self.kits.keys.sorted()), at: pick(Self.nodes), quantity: number(1...4))
    }
  }

  private mutating func hold(_ id: ID<StockRequest>) async throws {
    let wanted = wanted()
    let channel = pick(Self.channels)
    let waits = date(number(0...5))
    let until = now + .seconds(number(1...200))
    let request = HoldRequest(id: id, wanted, for: ID("o\(number(0...3))"), on: channel, until: until, waitingUntil: waits)
    let outcome = try await stock.hold(request, against: nil, at: now)
    switch model.parts(model.exploded(wanted), channel, waits) {
    case .failure(let shortages):
      check(outcome == .short(shortages.list), "\(outcome), not \(shortages)")
      count("hold", false)
    case .success(let parts):
      model.take(parts, channel, waits)
      model.keeps[model.keeps.count - 1].until = until
      check(outcome.hold?.id.text == "h\(model.keeps.count - 1)", "\(outcome) for \(request), not \(parts)")
      if !failed { try await compareHold(model.keeps.count - 1) }
      count("hold", true)
      if parts.values.contains(where: { !$0.waits.isEmpty }) { count("waiting hold", true) }
    }
    let again = try await stock.hold(request, against: nil, at: now)
    check(again == outcome, "\(again) the second time")
  }

  /// One of the latest holds, live ones mostly.
  private mutating func someHold() -> (index: Int, id: ID<Hold>)? {
    guard !model.keeps.isEmpty else { return nil }
    let open = model.keeps.indices.filter { !model.keeps[$0].isOver }
    let index = number(0...9) == 0 || open.isEmpty ? model.keeps.indices.randomElement(using: &random)! : pick(open)
    return (index, ID("h\(index)"))
  }

  private mutating func confirm() async throws {
    guard let (index, id) = someHold() else { return }
    let was = model.keeps[index]
    let done = try await stock.confirm(id, for: ID("order-\(index)"), at: now).hold != nil
    if !was.isOver { model.keeps[index].isConfirmed = true }
    // What was shipped for the order is confirmed for it too.
    check(done == (!was.isOver || was.isConfirmed && wasShipped.contains(index)), "confirmed \(was)")
    count("confirm", done)
  }

  private mutating func release() async throws {
    guard let (index, id) = someHold() else { return }
    let done = try await stock.release(id, at: now).hold != nil
    check(done != wasShipped.contains(index), "released \(index)")
    if !model.keeps[index].isOver { model.letGo(index) }
    count("release", done)
  }

  private mutating func extend() async throws {
    let until = now + .seconds(number(1...200))
    guard number(0...1) == 0, let (index, id) = someHold() else {
      _ = try await stock.extendHolds(of: "nobody", until: until, at: now)
      return
    }
    let live = !model.keeps[index].isOver && !model.keeps[index].isConfirmed
    let done = try await stock.extend(id, until: until, at: now).hold != nil
    check(done == live, "extended \(index)")
    if live { model.keeps[index].until = until }
    count("extend", done)
  }

  private mutating func ship(_ id: ID<StockRequest>) async throws {
    guard let (index, hold) = someHold() else { return }
    let outcome = try await stock.ship(nil, of: hold, requestID: id, at: now)
    let ready = model.keeps[index].isConfirmed && !model.keeps[index].isOver
    let units = ready ? model.ship(index) : nil
    if units != nil { wasShipped.insert(index) }
    check(outcome.shipment?.units == units, "\(outcome), not \(units as Any)")
    count("ship", units != nil)
  }

  private mutating func receive(_ id: ID<StockRequest>) async throws {
    let spot = spot()
    let units = StockUnits(spot.sku, at: spot.node, quantity: number(1...20), lot: lot(spot.sku))
    for _ in 0..<2 {
      let done = try await stock.receive(units: [units], as: .delivery, reference: "d", requestID: id, at: now) == .done
      check(done, "not received: \(units)")
    }
    model.add(units.quantity, of: units.lot, at: spot)
    model.pass(to: now)
    count("receive", true)
  }

  private mutating func adjust(_ id: ID<StockRequest>) async throws {
    let spot = spot()
    let batches = model.batches[spot]!
    guard let batch = batches.randomElement(using: &random) else { return }
    let units = number(1...3)
    let adjustment = pick([Adjustment.recount(by: units), .recount(by: -units), .damage(units), .repair(units), .disposal(units)])
    let done =
      try await stock.adjust(
        spot.sku, at: spot.node, adjustment, lot: batch.lot, reference: "c", requestID: id, at: now) == .done
    let change: (units: Int, damaged: Int) =
      switch adjustment {
      case .recount(let count): (count, 0)
      case .damage(let count): (-count, count)
      case .repair(let count): (count, -count)
      case .disposal(let count): (0, -count)
      }
    let fits = batch.units + change.units >= 0 && batch.damaged + change.damaged >= 0
    check(done == fits, "\(adjustment) of \(batch)")
    if fits { model.add(change.units, damaged: change.damaged, of: batch.lot, at: spot) }
    model.pass(to: now)
    count("adjust", done)
  }

  private mutating func protect(_ id: ID<StockRequest>) async throws {
    let spot = spot()
    let units = number(0...6)
    if number(0...2) == 0 {
      try await stock.setSafetyStock(units / 2, of: spot.sku, at: spot.node, at: now)
      model.safety[spot] = units / 2
      return
    }
    let channel = pick(Self.channels)
    let node = number(0...2) == 0 ? nil : spot.node
    for _ in 0..<2 {
      _ = try await stock.allot(units, of: spot.sku, at: node, for: channel, requestID: id, at: now)
    }
    model.allot(units, spot.sku, node, channel)
    count("allot", true)
  }

  private mutating func announce(_ step: Int) async throws {
    let due = now + .seconds(number(-20...400))
    var open: [ReferenceModel.Spot: Int] = [:]
    for _ in 0..<number(1...2) { open[spot(), default: 0] += number(1...15) }
    let lines = open.map { Allocation($0.key.sku, at: $0.key.node, quantity: $0.value) }
    for _ in 0..<2 {
      let done = try await stock.expect(ID("in-\(step)"), lines, due: due, at: now).done
      check(done?.affected == [], "not expected: \(lines)")
    }
    model.supplies.append(.init(id: ID("in-\(step)"), isTransfer: false, due: due, open: open))
    count("expect", true)
  }

  private mutating func dispatch(_ step: Int) async throws {
    let origin = spot()
    let target = ReferenceModel.Spot(node: Self.nodes.first { $0 != origin.node }!, sku: origin.sku)
    let units = number(1...5)
    let due = now + .seconds(number(1...200))
    let free = max(0, model.free(origin, nil))
    let done = try await stock.dispatch(
      ID("in-\(step)"), [Allocation(origin.sku, at: origin.node, quantity: units)], to: target.node, due: due, at: now
    ).done
    check((done != nil) == (free >= units), "dispatched \(units) of \(free)")
    count("dispatch", done != nil)
    guard free >= units else { return }
    var supply = ReferenceModel.Supply(id: ID("in-\(step)"), isTransfer: true, due: due, open: [target: units])
    supply.cargo[target] = model.remove(units, at: origin)
    supply.origin = origin.node
    model.supplies.append(supply)
  }

  private mutating func someSupply() -> Int? {
    model.supplies.indices.filter { model.supplies[$0].isOpen }.randomElement(using: &random)
  }

  private mutating func receiveInbound(_ id: ID<StockRequest>) async throws {
    guard let index = someSupply() else { return }
    let supply = model.supplies[index]
    let (spot, open) = supply.open.sorted { $0.key < $1.key }.randomElement(using: &random)!
    let good = number(0...open)
    let damaged = number(0...open - good)
    let isLast = number(0...2) == 0 || good + damaged == 0
    let lot = supply.isTransfer ? nil : lot(spot.sku)
    func units(_ quantity: Int) -> [StockUnits] {
      quantity == 0 ? [] : [StockUnits(spot.sku, at: spot.node, quantity: quantity, lot: lot)]
    }
    let receipt = InboundReceipt(units(good), damaged: units(damaged), isLast: isLast)
    let answer = try await stock.receive(receipt, of: supply.id, requestID: id, at: now)
    let again = try await stock.receive(receipt, of: supply.id, requestID: id, at: now)
    check(answer == again && answer.done != nil, "\(answer), then \(again)")
    compare(
      answer.done?.affected ?? [], model.receive(index, spot, good: good, damaged: damaged, lot: lot, isLast: isLast))
    if model.supplies[index].open.values.allSatisfy({ $0 == 0 }) { model.supplies[index].isOpen = false }
    check((answer.done?.inbound.state == .open) == model.supplies[index].isOpen, "\(answer)")
    model.pass(to: now)
    count("inbound", true)
    if answer.done?.affected.isEmpty == false { count("affected", true) }
  }

  private mutating func redateOrCancel() async throws {
    guard let index = someSupply() else { return }
    let id = model.supplies[index].id
    if number(0...1) == 0 {
      compare(try await stock.cancel(id, at: now).done?.affected ?? [], model.cancel(index))
      model.pass(to: now)
      count("cancel", true)
    } else {
      let due = now + .seconds(number(-20...300))
      let affected = try await stock.redate(id, to: due, at: now).done!.affected
      let waiting = model.keeps.indices.filter { keep in
        model.keeps[keep].parts.values.contains { $0.waits.contains { $0.supply == index } }
      }
      let late = due > model.supplies[index].due
      check(Set(affected.map(\.hold.text)) == Set(late ? waiting.map { "h\($0)" } : []), "\(affected), not \(waiting)")
      model.supplies[index].due = due
      count("redate", true)
    }
  }

  private mutating func amend(_ id: ID<StockRequest>) async throws {
    guard let (index, hold) = someHold() else { return }
    let wanted = wanted()
    let change = try await stock.amend(hold, to: wanted, requestID: id, at: now)
    guard !model.keeps[index].isOver, !model.keeps[index].isConfirmed else {
      check(change.hold == nil, "amended \(index)")
      return
    }
    let shortages = model.exchange(index, model.exploded(wanted), model.keeps[index].channel)
    check(shortages.map { .refused(.short($0.list)) } ?? change == change, "\(change), not \(shortages as Any)")
    check((change.hold != nil) == (shortages == nil), "\(change), not \(shortages as Any)")
    try await compareHold(index)
    count("amend", change.hold != nil)
  }

  private mutating func reallocate(_ id: ID<StockRequest>) async throws {
    guard let (index, hold) = someHold() else { return }
    let asked = try await stock.hold(named: hold, at: now)!.allocations
    let giving = asked.filter { _ in number(0...2) > 0 }.map { each in
      Allocation(each.sku, at: each.node, quantity: max(1, min(each.quantity, number(0...6)) + (number(0...9) == 0 ? 1 : 0)))
    }
    let taking = number(0...3) == 0 && !giving.isEmpty ? [] : wanted()
    let change = try await stock.reallocate(hold, giving: giving, taking: taking, requestID: id, at: now)
    let again = try await stock.reallocate(hold, giving: giving, taking: taking, requestID: id, at: now)
    check(again == change, "\(again) the second time")
    guard !model.keeps[index].isOver else {
      check(change.hold == nil, "reallocated \(index)")
      return
    }
    let given = model.exploded(giving)
    let isThere =
      giving.allSatisfy { each in asked.contains { $0.node == each.node && $0.sku == each.sku && $0.quantity >= each.quantity } }
      && given.allSatisfy { model.keeps[index].parts[$0.key]?.units ?? 0 >= $0.value }
    guard isThere else {
      if case .refused(.exceeds) = change {} else { check(false, "gave up \(giving) of \(asked)") }
      count("reallocate too much", true)
      return
    }
    let shortages = model.reallocate(index, giving: given, taking: model.exploded(taking))
    check(shortages.map { .refused(.short($0.list)) } ?? change == change, "\(change), not \(shortages as Any)")
    check((change.hold != nil) == (shortages == nil), "\(change), not \(shortages as Any)")
    try await compareHold(index)
    count("reallocate", change.hold != nil)
  }

  private mutating func move(_ id: ID<StockRequest>) async throws {
    guard let (index, hold) = someHold() else { return }
    let channel = pick(Self.channels)
    let keep = model.keeps[index]
    let change = try await stock.move(hold, to: channel, requestID: id, at: now)
    guard !keep.isOver, !keep.isConfirmed else {
      check(change.hold == nil, "moved \(index)")
      return
    }
    let same = channel == keep.channel
    let done = same || model.exchange(index, keep.parts.mapValues(\.units), channel) == nil
    check((change.hold != nil) == done, "\(change), moved: \(done)")
    try await compareHold(index)
    count("move", change.hold != nil)
  }
}
