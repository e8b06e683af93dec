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
      list(InboundLine(inbound: number, line: index))
    }
  }

  /// Says anew in the cell of a line when it is due and how much of it is free; nothing, if nothing of it is still to come.
  mutating func list(_ line: InboundLine) {
    let extra = makeExtra(inbounds[line.inbound].lines[line.line].cell)
    let counts = inbounds[line.inbound].inbound.lines[line.line]
    let due = inbounds[line.inbound].inbound.due
    if let index = extras[extra].supply.firstIndex(where: { $0.line == line }) {
      if counts.open > 0, extras[extra].supply[index].due == due {
        extras[extra].supply[index].free = counts.free
        return
      }
      extras[extra].supply.remove(at: index)
    }
    guard counts.open > 0 else { return }
    let index = extras[extra].supply.firstIndex { $0.due > due || $0.due == due && $0.line.inbound > line.inbound }
    extras[extra].supply.insert(
      Supply(line: line, due: due, free: counts.free), at: index ?? extras[extra].supply.count)
  }
}
