import Logistics

extension StockState {
  /// Books the units of a fresh hold, or of the fresh content of one.
  mutating func take(_ parts: [HoldPart], for number: Int, at now: Instant) {
    var waits = false
    for part in parts {
      book(part, of: number, 1, .held, at: now)
      if !part.pegs.isEmpty { waits = true }
    }
    if waits { tell(number) }
  }

  /// Books that units of a hold are free again. Its parts stay as they are.
  mutating func give(back parts: [HoldPart], of number: Int, as kind: LedgerEntry.Kind, at now: Instant) {
    for part in parts { book(part, of: number, -1, kind, at: now) }
  }

  /// Frees what a hold still keeps.
  mutating func letGo(of number: Int, as kind: LedgerEntry.Kind, at instant: Instant) {
    for index in holds[number].parts.indices {
      book(current(holds[number].parts[index]), of: number, -1, kind, at: instant)
    }
    holds[number].parts = []
    holds[number].hold.open = []
    holds[number].hold.awaited = []
  }

  /// A part without what it drew from allotments that were set anew since.
  func current(_ part: HoldPart) -> HoldPart {
    guard part.allotted.quantity > 0 || part.allottedAnywhere.quantity > 0 else { return part }
    var part = part
    if part.allotted.quantity > 0, !isRunning(part.allotted.round, part.cell) { part.allotted = Draw() }
    if part.allottedAnywhere.quantity > 0 {
      let anywhere = products[cells[part.cell].product].anywhere
      if !isRunning(part.allottedAnywhere.round, anywhere) { part.allottedAnywhere = Draw() }
    }
    return part
  }

  private func isRunning(_ round: Int, _ cell: Int) -> Bool {
    extras[cells[cell].extra].allotments.contains { $0.round == round }
  }

  /// Books that a hold takes (1) or gives back (-1) the units of a part.
  mutating func book(
    _ part: HoldPart, of number: Int, _ sign: Int, _ kind: LedgerEntry.Kind, at instant: Instant
  ) {
    let lying = sign * part.lying
    var change = StockBalance()
    if case .confirmed = holds[number].hold.state { change.committed = lying } else { change.held = lying }
    guard cells[part.cell].extra >= 0 || part.allottedAnywhere.quantity > 0 else {
      return post(part.cell, kind, change, .hold(number), at: instant)
    }
    let channel = holds[number].hold.channel
    var parts: [LedgerEntry.Part] = []
    if part.allotted.quantity > 0 {
      change.allotted = -sign * part.allotted.quantity
      changeAllotment(part.cell, channel, by: change.allotted)
      parts = [.channel(channel)]
    }
    if change != .zero { post(part.cell, kind, change, .hold(number), at: instant, parts: parts) }
    if part.allottedAnywhere.quantity > 0 {
      let anywhere = products[cells[part.cell].product].anywhere
      let units = -sign * part.allottedAnywhere.quantity
      changeAllotment(anywhere, channel, by: units)
      post(anywhere, kind, StockBalance(allotted: units), .hold(number), at: instant, parts: [.channel(channel)])
    }
    for peg in part.pegs {
      let units = sign * peg.quantity
      changePeg(peg.source, number, by: units)
      post(
        part.cell, kind, StockBalance(awaited: units), .hold(number), at: instant,
        parts: [.inbound(inbounds[peg.source.inbound].inbound.id)])
    }
    need(lying, in: part.cell, for: number)
  }

  private mutating func changeAllotment(_ cell: Int, _ channel: Channel, by units: Int) {
    let extra = cells[cell].extra
    let index = extras[extra].allotments.firstIndex { $0.channel == channel }!
    extras[extra].allotments[index].remaining += units
  }

  private mutating func changePeg(_ line: InboundLine, _ hold: Int, by units: Int) {
    inbounds[line.inbound].inbound.lines[line.line].awaited += units
    inbounds[line.inbound].lines[line.line].pegs.change(hold, by: units)
    list(line)
  }

  /// Notes that units of a lot-tracked product that lie there must last until a hold is over its waiting.
  mutating func need(_ units: Int, in cell: Int, for number: Int) {
    guard units != 0, let moment = holds[number].hold.waitsUntil, cells[cell].extra >= 0,
      case .lots = products[cells[cell].product].tracking
    else { return }
    extras[cells[cell].extra].shelf.need(units, until: moment)
  }

  /// Books that a hold no longer waits for units of an inbound: they lie at the node or, if they did not come, are taken from
  /// what lies there or comes next.
  mutating func land(_ units: Int, of line: InboundLine, for number: Int, as kind: LedgerEntry.Kind, at now: Instant) {
    let cell = inbounds[line.inbound].lines[line.line].cell
    let index = holds[number].parts.firstIndex { $0.cell == cell }!
    let peg = holds[number].parts[index].pegs.firstIndex { $0.source == line }!
    holds[number].parts[index].pegs[peg].quantity -= units
    if holds[number].parts[index].pegs[peg].quantity == 0 { holds[number].parts[index].pegs.remove(at: peg) }
    changePeg(line, number, by: -units)
    var change = StockBalance(awaited: -units)
    if case .confirmed = holds[number].hold.state { change.committed = units } else { change.held = units }
    post(cell, kind, change, .hold(number), at: now, parts: [.inbound(inbounds[line.inbound].inbound.id)])
    need(units, in: cell, for: number)
    tell(number)
  }
}
