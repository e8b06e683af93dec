import Logistics

extension StockState {
  /// One thing within a cell that has counts of its own.
  private struct PartKey: Hashable {
    let cell: Int
    /// The lot, one serial number, the inbound or the channel.
    let part: LedgerEntry.Part
  }

  func audit() -> [AuditDifference] {
    var wholes = [StockBalance](repeating: .zero, count: cells.count)
    var parts: [PartKey: StockBalance] = [:]
    for sequence in ledger.indices {
      let entry = ledger[sequence]
      wholes[entry.cell] += entry.change
      for part in entry.parts { Self.add(entry.change, to: part, of: entry.cell, in: &parts) }
    }
    let kept = partsKept()
    let promised = promisedByHolds()
    var sums = [StockBalance](repeating: .zero, count: cells.count)
    for (key, balance) in kept { sums[key.cell] += balance }

    var differences: [(order: (Int, Int), difference: AuditDifference)] = []
    func compare(
      _ cell: Int, _ part: LedgerEntry.Part?, _ source: AuditDifference.Source, _ found: StockBalance, _ expected: StockBalance
    ) {
      guard found != expected else { return }
      differences.append(
        (
          (cell, differences.count),
          AuditDifference(
            node: places[cells[cell].place], sku: sku(cell), part: part, source: source, found: found, expected: expected)
        ))
    }
    for cell in cells.indices {
      let balance = cells[cell].balance
      compare(cell, nil, .ledger, balance, wholes[cell])
      var expected = balance
      (expected.held, expected.committed, expected.awaited) =
        (promised.cells[cell].held, promised.cells[cell].committed, promised.cells[cell].awaited)
      compare(cell, nil, .holds, balance, expected)
      compare(cell, nil, .parts, balance, adding(sums[cell], to: balance, in: cell))
    }
    for key in Set(kept.keys).union(parts.keys).union(promised.parts.keys) {
      let found = kept[key] ?? .zero
      compare(key.cell, key.part, .ledger, found, parts[key] ?? .zero)
      guard case .inbound = key.part else { continue }
      var expected = found
      expected.awaited = promised.parts[key]?.awaited ?? 0
      compare(key.cell, key.part, .holds, found, expected)
    }
    return differences.sorted { left, right in
      let (first, second) = (left.difference, right.difference)
      return (first.node ?? "", first.sku, left.order.1) < (second.node ?? "", second.sku, right.order.1)
    }.map(\.difference)
  }

  /// What a change means for one part that its entry names.
  private static func add(
    _ change: StockBalance, to part: LedgerEntry.Part, of cell: Int, in parts: inout [PartKey: StockBalance]
  ) {
    switch part {
    case .lot:
      parts[PartKey(cell: cell, part: part), default: .zero] += StockBalance(onHand: change.onHand, damaged: change.damaged)
    case .serials(let serials):
      let one = StockBalance(onHand: change.onHand.signum(), damaged: change.damaged.signum())
      for serial in serials { parts[PartKey(cell: cell, part: .serials([serial])), default: .zero] += one }
    case .inbound:
      parts[PartKey(cell: cell, part: part), default: .zero] += StockBalance(
        inbound: change.inbound, inTransit: change.inTransit, awaited: change.awaited)
    case .channel:
      parts[PartKey(cell: cell, part: part), default: .zero] += StockBalance(allotted: change.allotted)
    }
  }

  /// Every lot, serial number, inbound line and allotment as it stands in the books.
  private func partsKept() -> [PartKey: StockBalance] {
    var kept: [PartKey: StockBalance] = [:]
    for cell in cells.indices where cells[cell].extra >= 0 {
      let extra = extras[cells[cell].extra]
      for entry in extra.shelf.entries {
        kept[PartKey(cell: cell, part: .lot(entry.lot.id))] = StockBalance(onHand: entry.onHand, damaged: entry.damaged)
      }
      for allotment in extra.allotments {
        kept[PartKey(cell: cell, part: .channel(allotment.channel))] = StockBalance(allotted: allotment.remaining)
      }
    }
    for (key, record) in serials {
      switch record.place {
      case .onHand(let node):
        kept[PartKey(cell: cell(products[key.product].sku, node), part: .serials([key.serial]))] = StockBalance(onHand: 1)
      case .damaged(let node):
        kept[PartKey(cell: cell(products[key.product].sku, node), part: .serials([key.serial]))] = StockBalance(damaged: 1)
      case .inTransit, .shipped, .gone: break
      }
    }
    for record in inbounds {
      for (line, counts) in zip(record.lines, record.inbound.lines) {
        var balance = StockBalance(awaited: counts.awaited)
        if record.inbound.source == .supplier { balance.inbound = counts.open } else { balance.inTransit = counts.open }
        kept[PartKey(cell: line.cell, part: .inbound(record.inbound.id))] = balance
      }
    }
    return kept
  }

  /// A balance with the counts that are split into parts as the parts say.
  private func adding(_ sum: StockBalance, to balance: StockBalance, in cell: Int) -> StockBalance {
    var expected = balance
    if products[cells[cell].product].tracking != .count { (expected.onHand, expected.damaged) = (sum.onHand, sum.damaged) }
    (expected.inbound, expected.inTransit, expected.awaited) = (sum.inbound, sum.inTransit, sum.awaited)
    expected.allotted = sum.allotted
    return expected
  }

  /// What the open holds say of each cell and inbound line.
  private func promisedByHolds() -> (cells: [StockBalance], parts: [PartKey: StockBalance]) {
    var promised = [StockBalance](repeating: .zero, count: cells.count)
    var waits: [PartKey: StockBalance] = [:]
    for number in holds.indices {
      let record = holds[number]
      for part in record.parts {
        if case .confirmed = record.hold.state {
          promised[part.cell].committed += part.lying
        } else {
          promised[part.cell].held += part.lying
        }
        for peg in part.pegs {
          promised[part.cell].awaited += peg.quantity
          let id = inbounds[peg.source.inbound].inbound.id
          waits[PartKey(cell: part.cell, part: .inbound(id)), default: .zero].awaited += peg.quantity
        }
      }
    }
    return (promised, waits)
  }
}
