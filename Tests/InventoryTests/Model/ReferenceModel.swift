import Inventory
import Logistics

/// An inventory that adds up everything anew whenever it is asked, shares no code with the real one and has no ledger, no
/// queue and no running balance.
struct ReferenceModel {
  struct Spot: Hashable, Comparable {
    let node: ID<Node>
    let sku: SKU

    static func < (left: Self, right: Self) -> Bool { (left.node, left.sku) < (right.node, right.sku) }
  }

  /// Units of one lot at one spot; products without lots have one batch that keeps.
  struct Batch {
    let lot: Lot?
    var units = 0
    var damaged = 0
  }

  struct Supply {
    let id: ID<Inbound>
    let isTransfer: Bool
    var due: Instant
    /// Units still to come, and of a transfer from which lots.
    var open: [Spot: Int]
    var cargo: [Spot: [(lot: Lot?, units: Int)]] = [:]
    var origin: ID<Node>?
    var isOpen = true
  }

  struct Part {
    var lying = 0
    var waits: [(supply: Int, units: Int)] = []
    /// Units taken from an allotment of the node, and of anywhere.
    var drawn: (allotment: Int, units: Int) = (0, 0)
    var drawnAnywhere: (allotment: Int, units: Int) = (0, 0)

    var units: Int { lying + waits.reduce(0) { $0 + $1.units } }
  }

  struct Keep {
    var channel: Channel
    var parts: [Spot: Part]
    var until: Instant
    let waitsUntil: Instant?
    var isConfirmed = false
    var isOver = false
  }

  /// Each allotting makes a new one; those before it for the same channel end.
  struct Allotted {
    let node: ID<Node>?
    let sku: SKU
    let channel: Channel
    var units: Int
    var isOver = false
  }

  let lives: [SKU: TimeSpan]
  let kits: [SKU: [OrderLine]]
  var clock: Instant
  var batches: [Spot: [Batch]] = [:]
  var safety: [Spot: Int] = [:]
  var supplies: [Supply] = []
  var keeps: [Keep] = []
  var allotted: [Allotted] = []

  // MARK: What there is

  func onHand(_ spot: Spot) -> Int { (batches[spot] ?? []).reduce(0) { $0 + $1.units } }

  func damaged(_ spot: Spot) -> Int { (batches[spot] ?? []).reduce(0) { $0 + $1.damaged } }

  func balance(_ spot: Spot) -> StockBalance {
    var balance = StockBalance(onHand: onHand(spot), damaged: damaged(spot), safety: safety[spot] ?? 0)
    for keep in keeps {
      guard let part = keep.parts[spot] else { continue }
      if keep.isConfirmed { balance.committed += part.lying } else { balance.held += part.lying }
      balance.awaited += part.units - part.lying
    }
    for supply in supplies {
      if supply.isTransfer { balance.inTransit += supply.open[spot] ?? 0 } else { balance.inbound += supply.open[spot] ?? 0 }
    }
    for each in allotted where !each.isOver && each.node == spot.node && each.sku == spot.sku { balance.allotted += each.units }
    return balance
  }

  func sellBy(_ batch: Batch, _ sku: SKU) -> Instant? {
    guard let expires = batch.lot?.expires, let life = lives[sku] else { return nil }
    return expires - life
  }

  /// Units that can be given to somebody who is to get them at a date, beside all promises: the most with which each promise
  /// still finds a lot that lasts long enough, serving those who need them to last longest first. Below zero if even the
  /// promises do not. Who needs units that last beyond the date is no worse off for it than if he needed them until then.
  func free(_ spot: Spot, _ date: Instant?) -> Int {
    var promises: [(moment: Instant?, units: Int)] = keeps.compactMap { keep in
      keep.parts[spot].map { (keep.waitsUntil.map { min($0, date ?? $0) }, $0.lying) }
    }
    let sorted = { (promises: [(moment: Instant?, units: Int)]) in
      promises.sorted { ($0.moment ?? clock) > ($1.moment ?? clock) }
    }
    func works(_ extra: Int) -> Bool {
      var pool: [(until: Instant?, units: Int)] = (batches[spot] ?? []).map { (sellBy($0, spot.sku), $0.units) }
      var all = promises
      if extra > 0 { all.append((date, extra)) } else { pool.append((nil, -extra)) }
      for promise in sorted(all) {
        var left = promise.units
        for index in pool.indices {
          let lasts = promise.moment == nil || pool[index].until == nil || pool[index].until! > promise.moment!
          guard lasts, left > 0 else { continue }
          let taken = min(left, pool[index].units)
          pool[index].units -= taken
          left -= taken
        }
        if left > 0 { return false }
      }
      return true
    }
    // Without a date, or without lots, nobody asks how long units last.
    if date == nil || lives[spot.sku] == nil { promises = promises.map { (nil, $0.units) } }
    var units = onHand(spot)
    while !works(units) { units -= 1 }
    return units
  }

  struct Room {
    var lying: Int
    var coming: Int
    var owed: Int
    var own: Int
  }

  func kept(_ node: ID<Node>?, _ sku: SKU, for channel: Channel? = nil, but other: Channel? = nil) -> Int {
    allotted.reduce(0) { sum, each in
      let counts = !each.isOver && each.node == node && each.sku == sku && (channel == nil || each.channel == channel)
      return counts && each.channel != other ? sum + each.units : sum
    }
  }

  /// Units of a supply that can be waited for until a date.
  func comingUnits(_ spot: Spot, _ date: Instant?) -> [(supply: Int, units: Int)] {
    guard let date else { return [] }
    return supplies.indices.sorted { (supplies[$0].due, $0) < (supplies[$1].due, $1) }.compactMap { index in
      guard supplies[index].due > clock, supplies[index].due <= date, let open = supplies[index].open[spot] else { return nil }
      return (index, open - waiting(for: index, spot))
    }
  }

  func waiting(for supply: Int, _ spot: Spot) -> Int {
    keeps.reduce(0) { sum, keep in
      (keep.parts[spot]?.waits ?? []).reduce(sum) { $1.supply == supply ? $0 + $1.units : $0 }
    }
  }

  func room(_ spot: Spot, _ channel: Channel, _ date: Instant?) -> Room {
    let own = kept(spot.node, spot.sku, for: channel)
    let left =
      free(spot, date) - (channel == .store ? 0 : safety[spot] ?? 0) - kept(spot.node, spot.sku, but: channel)
    let coming = comingUnits(spot, date).reduce(0) { $0 + $1.units }
    return Room(lying: max(0, left), coming: max(0, coming - max(0, -left)), owed: max(0, -left), own: own)
  }

  /// What may be taken over all nodes beyond what is allotted at each: what lies there, and with what comes.
  func cap(_ sku: SKU, _ channel: Channel, _ date: Instant?) -> (lying: Int, all: Int)? {
    guard kept(nil, sku) > 0 else { return nil }
    var cap = (lying: -kept(nil, sku, but: channel), all: -kept(nil, sku, but: channel))
    for spot in batches.keys where spot.sku == sku {
      let room = room(spot, channel, date)
      cap.lying += max(0, room.lying - room.own)
      cap.all += max(0, room.lying + room.coming - room.own)
    }
    return (max(0, cap.lying), max(0, cap.all))
  }

  func available(_ sku: SKU, _ node: ID<Node>, _ channel: Channel, _ date: Instant?) -> Int {
    if let components = kits[sku] {
      return components.map { available($0.sku, node, channel, date) / $0.quantity }.min()!
    }
    let room = room(Spot(node: node, sku: sku), channel, date)
    guard let cap = cap(sku, channel, date) else { return room.lying + room.coming }
    return min(min(room.lying, room.own + cap.lying) + room.coming, room.own + cap.all)
  }
}
