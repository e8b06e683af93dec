import Logistics

extension StockState {
  /// Gives up some units of a hold and takes others instead, or leaves everything as it was. What it keeps is not judged anew: it may
  /// lie where by now there is too little for all.
  mutating func reallocate(
    _ id: ID<Hold>, giving: [Allocation], taking: [Allocation], at now: Instant
  ) throws(InvalidInput) -> HoldChange {
    var faults = FaultList()
    faults.check(
      !giving.isEmpty || !taking.isEmpty, at: "$", found: "nothing to give or take", expected: "at least one allocation")
    try faults.throwIfAny("reallocation")
    let giving = try giving.isEmpty ? [] : Allocation.merged(giving)
    let taking = try taking.isEmpty ? [] : Allocation.merged(taking)
    guard let number = number(of: id) else { return .refused(.unknown) }
    switch refusal(number) {
    case .none, .confirmed: break
    case .some(let refusal): return .refused(refusal)
    }
    let rest: [Allocation]
    switch holds[number].hold.allocations.without(giving) {
    case .success(let left): rest = left
    case .failure(let excess): return .refused(.exceeds(excess.shortages))
    }
    let given = try explode(giving)
    let lacking = given.compactMap { want -> Shortage? in
      let open = holds[number].parts.first { $0.cell == want.cell }?.quantity ?? 0
      guard open < want.allocation.quantity else { return nil }
      return Shortage(node: want.allocation.node, sku: want.allocation.sku, wanted: want.allocation.quantity, found: open)
    }
    guard lacking.isEmpty else { return .refused(.exceeds(lacking)) }
    let wanted = try explode(taking)
    let mark = ledger.count
    let before = holds[number].parts.map { current($0) }
    var kept = before
    var away: [HoldPart] = []
    for want in given {
      let index = kept.firstIndex { $0.cell == want.cell }!
      away.append(kept[index].split(off: want.allocation.quantity))
    }
    give(back: away, of: number, as: .amended, at: now)
    switch judge(wanted, asker(holds[number].hold.channel, by: holds[number].hold.waitsUntil)) {
    case .short(let shortages):
      take(away, for: number, at: now)
      // Nobody has seen these entries: this is one step.
      ledger.cut(to: mark)
      return .refused(.short(shortages))
    case .parts(let fresh):
      for part in fresh {
        if let index = kept.firstIndex(where: { $0.cell == part.cell }) { kept[index].add(part) } else { kept.append(part) }
      }
      holds[number].parts = kept.filter { $0.quantity > 0 }.sorted {
        (node($0.cell), sku($0.cell)) < (node($1.cell), sku($1.cell))
      }
      // What is asked for is no longer of this size if kits are given up: each fits, as the parts do.
      holds[number].hold.allocations = rest.with(taking)
      for part in fresh { book(part, of: number, 1, .held, at: now) }
      tell(number)
      if holds[number].parts.isEmpty { end(number) }
      return .done(holds[number].hold)
    }
  }

  /// Notes that nothing of a hold is open any more: it has shipped if anything has left, else it was given up.
  private mutating func end(_ number: Int) {
    if case .confirmed(let order) = holds[number].hold.state, !holds[number].hold.allocations.isEmpty {
      holds[number].hold.state = .shipped(order)
    } else {
      holds[number].hold.state = .released
    }
  }
}

extension StockState.HoldPart {
  /// Takes units out of it: those that lie there first, of what is to come the last.
  fileprivate mutating func split(off units: Int) -> Self {
    var away = self
    away.pegs = []
    away.quantity = units
    var coming = max(0, units - lying)
    while coming > 0, let last = pegs.last {
      let moved = min(coming, last.quantity)
      away.pegs.append(StockState.Peg(source: last.source, quantity: moved))
      pegs[pegs.count - 1].quantity -= moved
      if moved == last.quantity { pegs.removeLast() }
      coming -= moved
    }
    let (own, anywhere) = (allotted.quantity, allottedAnywhere.quantity)
    remove(units)
    away.allotted.quantity = own - allotted.quantity
    away.allottedAnywhere.quantity = anywhere - allottedAnywhere.quantity
    return away
  }

  /// Takes in units of the same cell.
  fileprivate mutating func add(_ other: Self) {
    quantity += other.quantity
    for peg in other.pegs {
      if let index = pegs.firstIndex(where: { $0.source == peg.source }) {
        pegs[index].quantity += peg.quantity
      } else {
        pegs.append(peg)
      }
    }
    // A draw of nothing may be of a round that is over.
    if other.allotted.quantity > 0 {
      allotted = .init(quantity: allotted.quantity + other.allotted.quantity, round: other.allotted.round)
    }
    if other.allottedAnywhere.quantity > 0 {
      allottedAnywhere = .init(
        quantity: allottedAnywhere.quantity + other.allottedAnywhere.quantity, round: other.allottedAnywhere.round)
    }
  }
}

private struct Excess: Error {
  let shortages: [Shortage]
}

extension [Allocation] {
  /// What is left without some of it, or of what there is not so much. Both sides are merged.
  fileprivate func without(_ others: [Allocation]) -> Result<[Allocation], Excess> {
    var left = self
    var shortages: [Shortage] = []
    for other in others {
      let index = left.firstIndex { $0.node == other.node && $0.sku == other.sku }
      let found = index.map { left[$0].quantity } ?? 0
      guard found >= other.quantity, let index else {
        shortages.append(Shortage(node: other.node, sku: other.sku, wanted: other.quantity, found: found))
        continue
      }
      left[index] = Allocation(other.sku, at: other.node, quantity: found - other.quantity)
    }
    return shortages.isEmpty ? .success(left.filter { $0.quantity > 0 }) : .failure(Excess(shortages: shortages))
  }

  /// All of both, merged.
  fileprivate func with(_ others: [Allocation]) -> [Allocation] {
    var all = self
    for other in others {
      if let index = all.firstIndex(where: { $0.node == other.node && $0.sku == other.sku }) {
        all[index] = Allocation(other.sku, at: other.node, quantity: all[index].quantity + other.quantity)
      } else {
        all.append(other)
      }
    }
    return all.sorted { ($0.node, $0.sku) < ($1.node, $1.sku) }
  }
}
