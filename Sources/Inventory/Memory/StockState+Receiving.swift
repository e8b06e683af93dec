import Logistics

extension StockState {
  mutating func receive(_ receipt: InboundReceipt, of id: ID<Inbound>, at now: Instant) throws(InvalidInput) -> InboundOutcome {
    let all = receipt.good + receipt.damaged
    let merged: [Allocation]
    if all.isEmpty, receipt.isLast { merged = [] } else { merged = try Allocation.merged(all.map(\.allocation)) }
    guard let number = inboundNumbers[id] else { return .refused(.unknown) }
    let inbound = inbounds[number].inbound
    guard inbound.state == .open else { return .refused(.closed(inbound.state)) }
    let shortages = excess(merged, receipt, in: number)
    guard shortages.isEmpty else { return .refused(.exceeds(shortages)) }

    var cargo = inbounds[number].lines.map(\.cargo)
    var choice = Choice()
    for (list, units) in [("$.good", receipt.good), ("$.damaged", receipt.damaged)] {
      for (index, unit) in units.enumerated() {
        let cell = cell(unit.sku, unit.node)
        let spot = Spot(list: list, index: index)
        if inbound.source == .supplier {
          admit(unit, cell, from: .supplier, at: spot, &choice)
        } else {
          let line = inbounds[number].lines.firstIndex { $0.cell == cell }!
          claim(unit, cell, from: &cargo[line], at: spot, &choice)
        }
      }
      if list == "$.good" { choice.endOfGood = choice.units.count }
    }
    guard choice.faults.isEmpty else { return .refused(.conflicts(choice.faults.faults)) }

    for index in cargo.indices { inbounds[number].lines[index].cargo = cargo[index] }
    var affected: [(hold: Int, AffectedHold)] = []
    for (index, part) in choice.units.enumerated() {
      let line = InboundLine(inbound: number, line: inbounds[number].lines.firstIndex { $0.cell == part.cell }!)
      if index < choice.endOfGood {
        receive(part, of: line, at: now)
      } else {
        affected += receive(damaged: part, of: line, at: now)
      }
    }
    if receipt.isLast { affected += close(number, as: .closed, at: now) }
    if inbounds[number].inbound.lines.allSatisfy({ $0.open == 0 }) { inbounds[number].inbound.state = .closed }
    return .done(inbounds[number].inbound, affected: Self.ordered(affected))
  }

  /// What is more than is still to come, or than there is room for.
  private func excess(_ merged: [Allocation], _ receipt: InboundReceipt, in number: Int) -> [Shortage] {
    merged.compactMap { part in
      let line = inbounds[number].inbound.lines.first { $0.node == part.node && $0.sku == part.sku }
      var found = line?.open ?? 0
      if line != nil {
        let balance = cells[cell(part.sku, part.node)].balance
        // Held to for both, whichever they are: good units or damaged ones.
        found = min(found, Allocation.limit - max(balance.onHand, balance.damaged))
      }
      return found < part.quantity ? Shortage(node: part.node, sku: part.sku, wanted: part.quantity, found: found) : nil
    }
  }

  private mutating func receive(_ part: Handled, of line: InboundLine, at now: Instant) {
    let id = inbounds[line.inbound].inbound.id
    var change = due(line.inbound, -part.quantity)
    change.onHand = part.quantity
    inbounds[line.inbound].inbound.lines[line.line].received += part.quantity
    move(
      part, .received, change, .text(id.text), at: now, to: .onHand(node(part.cell)), parts: [.inbound(id)])
    list(line)
    var left = part.quantity
    while left > 0, let peg = inbounds[line.inbound].lines[line.line].pegs.first {
      let units = min(left, peg.quantity)
      land(units, of: line, for: peg.hold, as: .arrived, at: now)
      left -= units
    }
  }

  private mutating func receive(
    damaged part: Handled, of line: InboundLine, at now: Instant
  ) -> [(hold: Int, AffectedHold)] {
    let id = inbounds[line.inbound].inbound.id
    let affected = lose(part.quantity, of: line, at: now)
    var change = due(line.inbound, -part.quantity)
    change.damaged = part.quantity
    inbounds[line.inbound].inbound.lines[line.line].damaged += part.quantity
    move(
      part, .received, change, .text(id.text), at: now, to: .damaged(node(part.cell)), parts: [.inbound(id)])
    list(line)
    return affected
  }
}
