import Logistics

extension StockState {
  mutating func expect(
    _ id: ID<Inbound>, _ allocations: [Allocation], due: Instant, _ command: StockCommand, at now: Instant
  ) throws(InvalidInput) -> InboundOutcome {
    if let answer = known(id, command) { return answer }
    let merged = try Allocation.merged(allocations)
    let kits = faults(ofKitsAmong: allocations.lazy.map(\.sku))
    guard kits.isEmpty else { return .refused(.conflicts(kits)) }
    let record = makeRecord(Inbound(id: id, source: .supplier, lines: merged.map { .init($0) }, due: due), command)
    let shortages = withoutRoom(record)
    guard shortages.isEmpty else { return .refused(.exceeds(shortages)) }
    add(record, as: .expected, at: now)
    return .done(record.inbound, affected: [])
  }

  mutating func dispatch(
    _ id: ID<Inbound>, _ units: [StockUnits], to node: ID<Node>, due: Instant, _ command: StockCommand, at now: Instant
  ) throws(InvalidInput) -> InboundOutcome {
    if let answer = known(id, command) { return answer }
    let merged = try Allocation.merged(units.map(\.allocation))
    var faults = FaultList()
    for (index, origin) in units.map(\.node).enumerated() {
      let first = units[0].node
      faults.check(origin == first, at: "$[\(index)].node", found: "\(origin)", expected: "\(first), as the first")
      faults.check(origin != node, at: "$[\(index)].node", found: "\(origin)", expected: "another node than it goes to")
    }
    try faults.throwIfAny("transfer \(id)")
    let kits = self.faults(ofKitsAmong: units.lazy.map(\.sku))
    guard kits.isEmpty else { return .refused(.conflicts(kits)) }

    let lines = merged.map { Inbound.Line(Allocation($0.sku, at: node, quantity: $0.quantity)) }
    var record = makeRecord(Inbound(id: id, source: .transfer, lines: lines, due: due), command)
    var shortages = withoutRoom(record)
    for part in merged {
      let free = cells[makeCell(part.sku, part.node)].balance.free
      guard free < part.quantity else { continue }
      shortages.append(Shortage(node: part.node, sku: part.sku, wanted: part.quantity, found: free))
    }
    guard shortages.isEmpty else { return .refused(.exceeds(shortages)) }
    var choice = Choice()
    for (index, unit) in units.enumerated() {
      pick(unit, cell(unit.sku, unit.node), at: Spot(list: "$", index: index), &choice)
    }
    guard choice.faults.isEmpty else { return .refused(.conflicts(choice.faults.faults)) }
    for part in choice.units {
      move(
        part, .dispatched, StockBalance(onHand: -part.quantity), .text(id.text), at: now, to: .inTransit(id))
      let line = record.lines.firstIndex { cells[$0.cell].product == cells[part.cell].product }!
      record.lines[line].cargo.append(part)
    }
    add(record, as: .dispatched, at: now)
    return .done(record.inbound, affected: [])
  }

  /// The answer if an inbound of that name is there already.
  private func known(_ id: ID<Inbound>, _ command: StockCommand) -> InboundOutcome? {
    guard let number = inboundNumbers[id] else { return nil }
    guard inbounds[number].command == command else { return .refused(.differentRequest) }
    return .done(inbounds[number].inbound, affected: [])
  }

  private mutating func makeRecord(_ inbound: Inbound, _ command: StockCommand) -> InboundRecord {
    let lines = inbound.lines.map { LineRecord(cell: makeCell($0.sku, $0.node)) }
    return InboundRecord(inbound: inbound, lines: lines, command: command)
  }

  /// The lines with which more than the limit would be due at a node.
  private func withoutRoom(_ record: InboundRecord) -> [Shortage] {
    zip(record.lines, record.inbound.lines).compactMap { record, line in
      let balance = cells[record.cell].balance
      let room = Allocation.limit - balance.inbound - balance.inTransit
      guard room < line.quantity else { return nil }
      return Shortage(node: line.node, sku: line.sku, wanted: line.quantity, found: room)
    }
  }

  /// The number of an inbound of which units are still to come, or why there is none.
  private func open(_ id: ID<Inbound>) -> (number: Int, refusal: InboundRefusal?) {
    guard let number = inboundNumbers[id] else { return (-1, .unknown) }
    let state = inbounds[number].inbound.state
    return (number, state == .open ? nil : .closed(state))
  }

  mutating func redate(_ id: ID<Inbound>, to due: Instant) -> InboundOutcome {
    let (number, refusal) = open(id)
    if let refusal { return .refused(refusal) }
    let before = inbounds[number].inbound.due
    guard due != before else { return .done(inbounds[number].inbound, affected: []) }
    inbounds[number].inbound.due = due
    var affected: [(hold: Int, AffectedHold)] = []
    for index in inbounds[number].lines.indices where inbounds[number].inbound.lines[index].open > 0 {
      let line = InboundLine(inbound: number, line: index)
      let record = inbounds[number].lines[index]
      list(line)
      for peg in record.pegs.pegs {
        tell(peg.hold)
        guard due > before else { continue }
        let inTime = due <= holds[peg.hold].hold.waitsUntil ?? due
        affected.append((peg.hold, affectedHold(peg.hold, record.cell, peg.quantity, .moved(to: due, inTime: inTime))))
      }
    }
    return .done(inbounds[number].inbound, affected: Self.ordered(affected))
  }

  mutating func cancel(_ id: ID<Inbound>, at now: Instant) -> InboundOutcome {
    let (number, refusal) = open(id)
    if let refusal { return refusal == .closed(.cancelled) ? .done(inbounds[number].inbound, affected: []) : .refused(refusal) }
    let cargo = inbounds[number].lines.flatMap(\.cargo)
    // What turns back must find room where it left.
    var shortages: [Shortage] = []
    for (cell, units) in Dictionary(cargo.map { ($0.cell, $0.quantity) }, uniquingKeysWith: +).sorted(by: { $0.key < $1.key }) {
      let room = Allocation.limit - cells[cell].balance.onHand
      if room < units { shortages.append(Shortage(node: node(cell), sku: sku(cell), wanted: units, found: room)) }
    }
    guard shortages.isEmpty else { return .refused(.exceeds(shortages)) }
    for index in inbounds[number].lines.indices { inbounds[number].lines[index].cargo = [] }
    let affected = close(number, as: .cancelled, at: now)
    for part in cargo {
      move(
        part, .returned, StockBalance(onHand: part.quantity), .text(id.text), at: now, to: .onHand(node(part.cell)))
    }
    return .done(inbounds[number].inbound, affected: Self.ordered(affected))
  }

  /// Books that the rest of an inbound does not come.
  mutating func close(_ number: Int, as state: Inbound.State, at now: Instant) -> [(hold: Int, AffectedHold)] {
    var affected: [(hold: Int, AffectedHold)] = []
    let id = inbounds[number].inbound.id
    for index in inbounds[number].lines.indices where inbounds[number].inbound.lines[index].open > 0 {
      let open = inbounds[number].inbound.lines[index].open
      affected += lose(open, of: InboundLine(inbound: number, line: index), at: now)
      let record = inbounds[number].lines[index]
      inbounds[number].inbound.lines[index].missing += open
      var parts = [LedgerEntry.Part.inbound(id)]
      let lost = record.cargo.flatMap(\.serials)
      if !lost.isEmpty { parts.append(.serials(lost)) }
      for serial in lost {
        let key = SerialKey(product: cells[record.cell].product, serial: serial)
        serials[key]!.place = .gone
        serials[key]!.entries.append(ledger.count)
      }
      inbounds[number].lines[index].cargo = []
      post(record.cell, .missing, due(number, -open), .text(id.text), at: now, parts: parts)
      list(InboundLine(inbound: number, line: index))
    }
    inbounds[number].inbound.state = state
    return affected
  }

  /// A change of what is due from an inbound.
  func due(_ number: Int, _ units: Int) -> StockBalance {
    inbounds[number].inbound.source == .supplier ? StockBalance(inbound: units) : StockBalance(inTransit: units)
  }

  /// Takes the units that are then too few from the holds that came last, before so many of a line are lost.
  mutating func lose(_ units: Int, of line: InboundLine, at now: Instant) -> [(hold: Int, AffectedHold)] {
    var affected: [(hold: Int, AffectedHold)] = []
    while true {
      let state = inbounds[line.inbound].inbound.lines[line.line]
      let excess = state.awaited - (state.open - units)
      guard excess > 0, let peg = inbounds[line.inbound].lines[line.line].pegs.last else { return affected }
      let lost = min(excess, peg.quantity)
      land(lost, of: line, for: peg.hold, as: .unsupplied, at: now)
      affected.append((peg.hold, affectedHold(peg.hold, inbounds[line.inbound].lines[line.line].cell, lost, .lost)))
    }
  }

  func affectedHold(_ number: Int, _ cell: Int, _ units: Int, _ reason: AffectedHold.Reason) -> AffectedHold {
    let hold = holds[number].hold
    return AffectedHold(
      hold: hold.id, owner: hold.owner, order: hold.order, node: node(cell), sku: sku(cell), quantity: units, reason: reason)
  }

  static func ordered(_ affected: [(hold: Int, AffectedHold)]) -> [AffectedHold] {
    affected.sorted { ($0.hold, $0.1.node, $0.1.sku) < ($1.hold, $1.1.node, $1.1.sku) }.map(\.1)
  }
}
