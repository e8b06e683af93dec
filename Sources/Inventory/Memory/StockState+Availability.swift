import Logistics

extension StockState {
  /// For whom availability is asked, and by when.
  struct Asker {
    let channel: Channel
    let isKeptFromSafety: Bool
    /// The moment until which the asker can wait, or `nil` for what may leave now.
    let date: Instant?
  }

  func asker(_ channel: Channel, by date: Instant?) -> Asker {
    Asker(channel: channel, isKeptFromSafety: policy.keepsBack(from: channel), date: date)
  }

  /// What a cell has for an asker.
  struct Room {
    /// Units that lie there.
    var lying = 0
    /// Units to come in time, beyond those that something else at the node needs.
    var coming = 0
    /// Units to come in time, soonest first, that something else at the node needs before.
    var owed = 0
    /// Units among all these that only the asker's channel may take.
    var allotted = 0
  }

  func room(_ cell: Int, _ asker: Asker) -> Room {
    let balance = cells[cell].balance
    var free = balance.onHand - balance.held - balance.committed
    let reserve = asker.isKeptFromSafety ? balance.safety : 0
    guard cells[cell].extra >= 0 else { return Room(lying: max(0, free - reserve)) }
    let extra = extras[cells[cell].extra]
    let allotted = extra.allotments.first { $0.channel == asker.channel }?.remaining ?? 0
    if let date = asker.date, case .lots(let minimumLife) = products[cells[cell].product].tracking {
      free = min(free, extra.shelf.usable(by: date, minimumLife: minimumLife))
    }
    // Below zero, what comes next fills the gap first.
    let left = free - reserve - (balance.allotted - allotted)
    var room = Room(lying: max(0, left), owed: max(0, -left), allotted: allotted)
    if let date = asker.date, !extra.supply.isEmpty {
      let coming = extra.supply.reduce(0) { canWait(for: $1, until: date) ? $0 + $1.free : $0 }
      room.coming = max(0, coming - room.owed)
    }
    return room
  }

  /// What is late promises nothing until it has a new date.
  private func canWait(for supply: Supply, until date: Instant) -> Bool { supply.due > clock && supply.due <= date }

  /// What a channel may take of a product wherever it lies, beyond what is allotted to it at the nodes.
  struct Cap {
    var lying = Int.max
    var coming = Int.max
  }

  func cap(_ product: Int, _ asker: Asker) -> Cap {
    let anywhere = products[product].anywhere
    guard anywhere >= 0, cells[anywhere].balance.allotted > 0 else { return Cap() }
    let own = extras[cells[anywhere].extra].allotments.first { $0.channel == asker.channel }?.remaining ?? 0
    var cap = Cap(lying: own - cells[anywhere].balance.allotted, coming: own - cells[anywhere].balance.allotted)
    for cell in products[product].cells {
      let room = room(cell, asker)
      cap.lying += max(0, room.lying - room.allotted)
      cap.coming += max(0, room.lying + room.coming - room.allotted)
    }
    return Cap(lying: max(0, cap.lying), coming: max(0, cap.coming))
  }

  /// Units that lie in a room and may be taken, and those and what comes, under what is left of a cap.
  func found(_ room: Room, _ cap: Cap) -> (lying: Int, all: Int) {
    guard cap.lying < Int.max else { return (room.lying, room.lying + room.coming) }
    let lying = min(room.lying, room.allotted + cap.lying)
    return (lying, min(lying + room.coming, room.allotted + cap.coming))
  }

  /// Units of a product, or kits, that an asker may have at a place.
  func available(_ product: Int, _ place: Int, _ asker: Asker) -> Int {
    guard product >= 0, place >= 0 else { return 0 }
    if products[product].isKit {
      return bill.components(of: products[product].sku).map { line in
        available(self.product(line.sku), place, asker) / line.quantity
      }.min() ?? 0
    }
    let cell = table.cell(place, product)
    return cell < 0 ? 0 : found(room(cell, asker), cap(product, asker)).all
  }
}

// Judging what is wanted.
extension StockState {
  /// Units of one node and product that are wanted.
  struct Wanted {
    /// -1 where the product never was.
    let cell: Int
    let allocation: Allocation
  }

  enum Judgement {
    case parts([HoldPart])
    case short([Shortage])
  }

  /// What is wanted, kits taken apart, one entry for each node and product, in their order.
  func explode(_ allocations: [Allocation]) throws(InvalidInput) -> [Wanted] {
    var wanted: [Wanted] = []
    wanted.reserveCapacity(allocations.count)
    for allocation in allocations {
      let product = product(allocation.sku)
      let place = place(allocation.node)
      if product >= 0, products[product].isKit { return try explodeKits(allocations) }
      wanted.append(Wanted(cell: product < 0 || place < 0 ? -1 : table.cell(place, product), allocation: allocation))
    }
    return wanted
  }

  private func explodeKits(_ allocations: [Allocation]) throws(InvalidInput) -> [Wanted] {
    var all: [Allocation] = []
    for allocation in allocations {
      let lines = try bill.explode([OrderLine(allocation.sku, quantity: allocation.quantity)])
      all += lines.map { Allocation($0.sku, at: allocation.node, quantity: $0.quantity) }
    }
    return try Allocation.merged(all).map { Wanted(cell: cell($0.sku, $0.node), allocation: $0) }
  }

  /// Where all that is wanted comes from, or of what there is too little. Changes nothing.
  func judge(_ wanted: [Wanted], _ asker: Asker) -> Judgement {
    var parts: [HoldPart] = []
    parts.reserveCapacity(wanted.count)
    var shortages: [Shortage] = []
    // What is left, of products of which something is kept wherever it lies, for the next node.
    var caps: [Int: (cap: Cap, own: Int)] = [:]
    for want in wanted {
      let quantity = want.allocation.quantity
      guard want.cell >= 0 else {
        shortages.append(Shortage(node: want.allocation.node, sku: want.allocation.sku, wanted: quantity, found: 0))
        continue
      }
      let room = room(want.cell, asker)
      let product = cells[want.cell].product
      let anywhere = products[product].anywhere
      var cap = Cap()
      if anywhere >= 0, cells[anywhere].balance.allotted > 0 { cap = caps[product]?.cap ?? self.cap(product, asker) }
      let (lying, all) = found(room, cap)
      guard all >= quantity else {
        shortages.append(Shortage(node: want.allocation.node, sku: want.allocation.sku, wanted: quantity, found: all))
        continue
      }
      var part = HoldPart(cell: want.cell, quantity: quantity)
      if quantity > lying { part.pegs = pegs(want.cell, quantity - lying, after: room.owed, asker) }
      if cells[want.cell].extra >= 0, room.allotted > 0 {
        part.allotted = draw(min(quantity, room.allotted), extras[cells[want.cell].extra], asker.channel)
      }
      if cap.lying < Int.max {
        let extra = extras[cells[anywhere].extra]
        let own = caps[product]?.own ?? extra.allotments.first { $0.channel == asker.channel }?.remaining ?? 0
        let rest = quantity - part.allotted.quantity
        part.allottedAnywhere = draw(min(rest, own), extra, asker.channel)
        cap.lying -= max(0, min(quantity, lying) - part.allotted.quantity)
        cap.coming -= rest
        caps[product] = (cap, own - part.allottedAnywhere.quantity)
      }
      parts.append(part)
    }
    return shortages.isEmpty ? .parts(parts) : .short(shortages)
  }

  private func draw(_ quantity: Int, _ extra: Extra, _ channel: Channel) -> Draw {
    Draw(quantity: quantity, round: extra.allotments.first { $0.channel == channel }?.round ?? 0)
  }

  /// Units to come, soonest first, leaving so many of the first to others.
  private func pegs(_ cell: Int, _ quantity: Int, after owed: Int, _ asker: Asker) -> [Peg] {
    guard let date = asker.date else { return [] }
    var pegs: [Peg] = []
    var owed = owed
    var left = quantity
    for supply in extras[cells[cell].extra].supply where left > 0 && canWait(for: supply, until: date) {
      let units = min(left, supply.free - min(owed, supply.free))
      owed -= min(owed, supply.free)
      if units > 0 { pegs.append(Peg(source: supply.line, quantity: units)) }
      left -= units
    }
    return pegs
  }
}
