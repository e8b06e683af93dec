import Logistics

extension StockState {
  mutating func ship(_ units: [StockUnits]?, of id: ID<Hold>, at now: Instant) throws(InvalidInput) -> ShipOutcome {
    if let units { _ = try Allocation.merged(units.map(\.allocation)) }
    guard let number = number(of: id) else { return .refused(.unknown) }
    switch refusal(number) {
    case .none: return .refused(.notConfirmed)
    case .confirmed: break
    case .some(let refusal): return .refused(refusal)
    }
    guard case .confirmed(let order) = holds[number].hold.state else { return .refused(.notConfirmed) }
    let shortages = shortages(of: units, in: number)
    guard shortages.isEmpty else { return .refused(.exceeds(shortages)) }

    var choice = Choice()
    let leaving = units ?? holds[number].hold.open.map(StockUnits.init)
    for (index, unit) in leaving.enumerated() {
      let cell = units == nil ? holds[number].parts[index].cell : cell(unit.sku, unit.node)
      pick(unit, cell, at: Spot(list: "$", index: index), &choice)
    }
    guard choice.faults.isEmpty else { return .refused(.conflicts(choice.faults.faults)) }

    for picked in choice.units {
      move(
        picked, .shipped, StockBalance(onHand: -picked.quantity, committed: -picked.quantity), .hold(number), at: now,
        to: .shipped(for: order))
      need(-picked.quantity, in: picked.cell, for: number)
      let index = holds[number].parts.firstIndex { $0.cell == picked.cell }!
      holds[number].parts[index].remove(picked.quantity)
    }
    tell(number)
    if holds[number].parts.isEmpty { holds[number].hold.state = .shipped(order) }
    return .shipped(Shipment(hold: holds[number].hold, units: choice.units.map { stockUnits($0) }))
  }

  /// What cannot leave, of all that is left of a hold or of the units given.
  private func shortages(of units: [StockUnits]?, in number: Int) -> [Shortage] {
    var shortages: [Shortage] = []
    func check(_ part: HoldPart, _ wanted: Int) {
      let found = min(part.lying, cells[part.cell].balance.onHand)
      guard found < wanted else { return }
      shortages.append(Shortage(node: node(part.cell), sku: sku(part.cell), wanted: wanted, found: found))
    }
    guard let units else {
      for part in holds[number].parts { check(part, part.quantity) }
      return shortages
    }
    var wanted: [Allocation: Int] = [:]
    for unit in units { wanted[Allocation(unit.sku, at: unit.node, quantity: 0), default: 0] += unit.quantity }
    for (key, quantity) in wanted.sorted(by: { ($0.key.node, $0.key.sku) < ($1.key.node, $1.key.sku) }) {
      let cell = cell(key.sku, key.node)
      if let part = holds[number].parts.first(where: { $0.cell == cell }) {
        check(part, quantity)
      } else {
        shortages.append(Shortage(node: key.node, sku: key.sku, wanted: quantity, found: 0))
      }
    }
    return shortages
  }
}
