import Logistics

extension StockState {
  /// A hold and where its units come from.
  struct HoldRecord {
    var hold: Hold
    /// One for each entry of `hold.open`, in its order.
    var parts: [HoldPart]
    /// The hold of the same owner before it, or -1.
    var previous: Int
  }

  /// Units of one cell that a hold keeps.
  struct HoldPart {
    let cell: Int
    /// Units that have not left yet, those still to come among them.
    var quantity: Int
    /// Units still to come, by date.
    var pegs: [Peg] = []
    /// Units that were kept for the channel at the node, and wherever they lie.
    var allotted = Draw()
    var allottedAnywhere = Draw()

    /// Units that lie there, or should.
    var lying: Int { pegs.isEmpty ? quantity : pegs.reduce(quantity) { $0 - $1.quantity } }

    /// Units less: what was drawn from allotments leaves last, so that giving up the rest gives back all it can.
    mutating func remove(_ units: Int) {
      quantity -= units
      allotted.quantity = min(allotted.quantity, quantity)
      allottedAnywhere.quantity = min(allottedAnywhere.quantity, quantity - allotted.quantity)
    }
  }

  struct Peg {
    let source: InboundLine
    var quantity: Int
  }

  struct Draw {
    var quantity = 0
    var round = 0
  }

  /// The number of a hold, or `nil` if there is none of that name. The names are those that `holdName` gives.
  func number(of id: ID<Hold>) -> Int? {
    var digits = id.text.utf8.makeIterator()
    guard digits.next() == UInt8(ascii: "h"), id.text.utf8.count <= 16 else { return nil }
    var number = 0
    var count = 0
    while let digit = digits.next() {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit), count == 0 || number > 0 else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
      count += 1
    }
    return count > 0 && number < holds.count ? number : nil
  }

  static func holdName(_ number: Int) -> ID<Hold> { ID("h" + String(number)) }

  /// Why a hold is not live, or `nil` if it is.
  func refusal(_ number: Int) -> HoldRefusal? {
    switch holds[number].hold.state {
    case .held: nil
    case .expired: .expired
    case .released: .released
    case .shipped: .shipped
    case .confirmed(let order): .confirmed(for: order)
    }
  }

  /// Says anew in a hold what of it is still open and what still to come.
  mutating func tell(_ number: Int) {
    holds[number].parts.removeAll { $0.quantity == 0 }
    let parts = holds[number].parts
    holds[number].hold.open = parts.map { allocation($0.cell, $0.quantity) }
    guard !holds[number].hold.awaited.isEmpty || parts.contains(where: { !$0.pegs.isEmpty }) else { return }
    holds[number].hold.awaited = parts.flatMap { part in
      part.pegs.map { peg in
        let inbound = inbounds[peg.source.inbound].inbound
        return AwaitedUnits(of: inbound.id, allocation(part.cell, peg.quantity), due: inbound.due)
      }.sorted { ($0.due, $0.inbound) < ($1.due, $1.inbound) }
    }
  }
}
