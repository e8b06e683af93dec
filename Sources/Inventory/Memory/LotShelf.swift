import Logistics

/// The lots of a product at a node, first to expire first, and the promises that need them to last.
struct LotShelf {
  struct Entry {
    let lot: Lot
    var onHand: Int
    var damaged: Int
  }

  private(set) var entries: [Entry] = []
  /// Units promised from what lies there that are to be sold by a later moment, soonest first.
  private(set) var needs: [(moment: Instant, quantity: Int)] = []

  subscript(lot: ID<Lot>) -> Entry? { entries.first { $0.lot.id == lot } }

  /// Changes how many units of a lot lie there.
  mutating func change(_ lot: Lot, onHand: Int = 0, damaged: Int = 0) {
    let index: Int
    if let known = entries.firstIndex(where: { $0.lot.id == lot.id }) {
      index = known
    } else {
      index = entries.firstIndex { Self.expiresBefore(lot, $0.lot) } ?? entries.count
      entries.insert(Entry(lot: lot, onHand: 0, damaged: 0), at: index)
    }
    entries[index].onHand += onHand
    entries[index].damaged += damaged
    if entries[index].onHand == 0, entries[index].damaged == 0 { entries.remove(at: index) }
  }

  private static func expiresBefore(_ left: Lot, _ right: Lot) -> Bool {
    let (first, second) = (left.expires ?? .never, right.expires ?? .never)
    return first == second ? left.id < right.id : first < second
  }

  /// Changes how many units are promised that must last until a moment.
  mutating func need(_ quantity: Int, until moment: Instant) {
    let index = needs.firstIndex { $0.moment >= moment } ?? needs.count
    guard index < needs.count, needs[index].moment == moment else {
      needs.insert((moment, quantity), at: index)
      return
    }
    needs[index].quantity += quantity
    if needs[index].quantity == 0 { needs.remove(at: index) }
  }

  /// Units that can be promised to somebody who is to get them at `date`: what is sold until then at the latest is of no use
  /// to him, and what lasts longer others may need.
  ///
  /// A promise for a moment takes any lot that lasts longer. All can be served exactly if for every sell-by no more is promised
  /// for it and later than lots last beyond it (Hall 1935, for sets that lie in one another).
  func usable(by date: Instant, minimumLife: TimeSpan) -> Int {
    var lasting = entries.reduce(0) { $0 + $1.onHand }
    var usable = Int.max
    for entry in entries where entry.onHand > 0 {
      let sellBy = entry.lot.sellBy(minimumLife)
      guard sellBy <= date else { break }
      lasting -= entry.onHand
      let needed = needs.reduce(0) { $0 + ($1.moment >= sellBy ? $1.quantity : 0) }
      usable = min(usable, lasting - needed)
    }
    return usable
  }
}

extension Instant {
  /// Later than any moment there is.
  static let never = Instant(secondsSince1970: .max)
}

extension Lot {
  /// The moment from which it is not sold any more.
  func sellBy(_ minimumLife: TimeSpan) -> Instant {
    guard let expires else { return .never }
    let (seconds, early) = expires.secondsSince1970.subtractingReportingOverflow(minimumLife.seconds)
    return Instant(secondsSince1970: early ? .min : seconds)
  }
}
