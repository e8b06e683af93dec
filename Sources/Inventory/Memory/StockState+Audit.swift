import Logistics

extension StockState {
  func snapshot(of skus: [SKU], at nodes: [ID<Node>], for channel: Channel, at now: Instant) -> StockSnapshot {
    var units: [Int] = []
    units.reserveCapacity(nodes.count * skus.count)
    for node in nodes {
      for sku in skus { units.append(balance(of: sku, at: node).available(on: channel, under: policy)) }
    }
    return StockSnapshot(nodes: nodes, skus: skus, units: units, channel: channel, takenAt: now, sequence: ledger.count)
  }

  func audit() -> [AuditDifference] {
    var fromLedger = [StockBalance](repeating: .zero, count: cells.count)
    for entry in ledger {
      if let slot = slot(entry.sku, entry.node) { fromLedger[slot] += entry.change }
    }
    var fromHolds = balances
    for slot in cells.indices {
      fromHolds[slot].held = 0
      fromHolds[slot].committed = 0
    }
    for hold in holds {
      for part in hold.open {
        guard let slot = slot(part.sku, part.node) else { continue }
        if case .confirmed = hold.state {
          fromHolds[slot].committed += part.quantity
        } else {
          fromHolds[slot].held += part.quantity
        }
      }
    }
    var differences: [AuditDifference] = []
    for slot in cells.indices.sorted(by: { (cells[$0].node, cells[$0].sku) < (cells[$1].node, cells[$1].sku) }) {
      for (source, expected) in [(AuditDifference.Source.ledger, fromLedger[slot]), (.holds, fromHolds[slot])]
      where expected != balances[slot] {
        differences.append(
          AuditDifference(
            node: cells[slot].node, sku: cells[slot].sku, source: source, found: balances[slot], expected: expected))
      }
    }
    return differences
  }
}
