import Logistics

extension StockState {
  /// An inbound, who waits for it, and which units are on the way.
  struct InboundRecord {
    var inbound: Inbound
    /// One for each line of the inbound, in its order.
    var lines: [LineRecord]
    /// What made it: the same again is the same inbound.
    let command: StockCommand
  }

  struct LineRecord {
    let cell: Int
    var pegs = PegQueue()
    /// Of a transfer: the units still on the way, by the cell they left.
    var cargo: [Handled] = []
  }

  func inbound(_ id: ID<Inbound>) -> Inbound? { inboundNumbers[id].map { inbounds[$0].inbound } }

  var openInbounds: [Inbound] {
    inbounds.lazy.map(\.inbound).filter { $0.state == .open }.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
  }

  func holds(waitingFor id: ID<Inbound>) -> [Hold] {
    guard let number = inboundNumbers[id] else { return [] }
    return Set(inbounds[number].lines.flatMap { $0.pegs.pegs.map(\.hold) }).sorted().map { holds[$0].hold }
  }

  /// Notes an inbound that was judged.
  mutating func add(_ record: InboundRecord, as kind: LedgerEntry.Kind, at now: Instant) {
    let number = inbounds.count
    let inbound = record.inbound
    inboundNumbers[inbound.id] = number
    inbounds.append(record)
    for index in record.lines.indices {
      let cell = record.lines[index].cell
      let quantity = inbound.lines[index].quantity
      let change = inbound.source == .supplier ? StockBalance(inbound: quantity) : StockBalance(inTransit: quantity)
      post(cell, kind, change, .text(inbound.id.text), at: now, parts: [.inbound(inbound.id)])
      enlist(InboundLine(inbound: number, line: index), in: cell)
    }
  }

  /// Puts a line among those of its cell, by date.
  mutating func enlist(_ line: InboundLine, in cell: Int) {
    let extra = makeExtra(cell)
    let due = inbounds[line.inbound].inbound.due
    let index = extras[extra].supply.firstIndex { other in
      let otherDue = inbounds[other.inbound].inbound.due
      return otherDue > due || otherDue == due && other.inbound > line.inbound
    }
    extras[extra].supply.insert(line, at: index ?? extras[extra].supply.count)
  }

  mutating func delist(_ line: InboundLine, from cell: Int) {
    extras[cells[cell].extra].supply.removeAll { $0 == line }
  }
}
