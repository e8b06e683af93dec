import Logistics

extension StockState {
  /// Changes the units of a lot that lie in a cell.
  mutating func stock(_ lot: Lot, in cell: Int, _ change: StockBalance) {
    let extra = makeExtra(cell)
    products[cells[cell].product].lots[lot.id] = lot
    extras[extra].shelf.change(lot, onHand: change.onHand, damaged: change.damaged)
    if change.onHand > 0 { outdateLater(lot, in: cell) }
  }

  /// Notes when a lot is no longer sold.
  mutating func outdateLater(_ lot: Lot, in cell: Int) {
    guard let life = minimumLife(cell), lot.expires != nil else { return }
    lotEnds.insert(max(lot.sellBy(life), clock), cell)
  }

  func minimumLife(_ cell: Int) -> TimeSpan? {
    if case .lots(let life) = products[cells[cell].product].tracking { life } else { nil }
  }

  /// Moves units that are past their sell-by to those that cannot be sold.
  mutating func outdateLots() {
    while let next = lotEnds.popFirst(atOrBefore: clock) {
      guard let life = minimumLife(next.number) else { continue }
      for entry in extras[cells[next.number].extra].shelf.entries
      where entry.onHand > 0 && entry.lot.sellBy(life) <= next.until {
        move(
          Handled(cell: next.number, quantity: entry.onHand, lot: entry.lot), .outdated,
          StockBalance(onHand: -entry.onHand, damaged: entry.onHand), .text(entry.lot.id.text), at: next.until,
          to: .damaged(node(next.number)))
      }
    }
  }

  func lots(of sku: SKU, at node: ID<Node>) -> [LotBalance] {
    let cell = cell(sku, node)
    guard cell >= 0, cells[cell].extra >= 0, let life = minimumLife(cell) else { return [] }
    return extras[cells[cell].extra].shelf.entries.map { entry in
      LotBalance(
        lot: entry.lot, sellBy: entry.lot.expires == nil ? nil : entry.lot.sellBy(life), onHand: entry.onHand,
        damaged: entry.damaged)
    }
  }

  func history(of serial: ID<SerialNumber>, _ sku: SKU) -> SerialHistory? {
    guard let record = serials[SerialKey(product: product(sku), serial: serial)] else { return nil }
    let events = record.entries.map { sequence in
      let entry = entry(sequence)
      var reference = entry.reference
      if entry.kind == .shipped, case .hold(let number) = ledger[sequence].reference, let order = holds[number].hold.order {
        reference = order.text
      }
      return SerialHistory.Event(entry.kind, at: entry.node!, entry.instant, reference: reference)
    }
    return SerialHistory(sku: sku, serial: serial, place: record.place, events: events)
  }
}
