import Logistics

/// Which units move: the books of lots and serial numbers.
extension StockState {
  /// Units of one cell and one lot, with their serial numbers.
  struct Handled {
    var cell: Int
    var quantity: Int
    var lot: Lot?
    var serials: [ID<SerialNumber>] = []
  }

  struct SerialKey: Hashable {
    let product: Int
    let serial: ID<SerialNumber>
  }

  struct SerialRecord {
    var place: SerialHistory.Place
    /// The ledger entries that name it.
    var entries: [Int] = []
  }

  /// Units chosen one after the other for one step, and what stood in the way.
  struct Choice {
    var units: [Handled] = []
    /// How many of `units` came fit for sale; the rest did not.
    var endOfGood = 0
    var faults = FaultList()
    /// What is left of the lots of a cell.
    fileprivate var shelves: [Int: LotShelf] = [:]
    fileprivate var lots: [Int: [ID<Lot>: Lot]] = [:]
    fileprivate var serials: Set<SerialKey> = []
  }

  /// Where units stand in what was given.
  struct Spot {
    let list: String
    /// `nil` where there is no list.
    let index: Int?

    func callAsFunction(_ field: String) -> String { index.map { "\(list)[\($0)].\(field)" } ?? "\(list).\(field)" }
  }

  /// Where the serial numbers of units that come in must be.
  enum Origin {
    case supplier, customer, count
  }

  /// Chooses units that leave a cell: the lot given or the first to expire, the serial numbers given.
  func pick(_ units: StockUnits, _ cell: Int, damaged: Bool = false, at spot: Spot, _ choice: inout Choice) {
    switch products[cells[cell].product].tracking {
    case .count: count(units, cell, spot, &choice)
    case .lots:
      refuseSerials(units, spot, &choice)
      var shelf = choice.shelves[cell] ?? (cells[cell].extra < 0 ? LotShelf() : extras[cells[cell].extra].shelf)
      var left = units.quantity
      var found = 0
      for entry in shelf.entries where units.lot.map({ $0.id == entry.lot.id }) ?? true {
        let there = damaged ? entry.damaged : entry.onHand
        let taken = min(there, left)
        found += there
        guard taken > 0 else { continue }
        choice.units.append(Handled(cell: cell, quantity: taken, lot: entry.lot))
        shelf.change(entry.lot, onHand: damaged ? 0 : -taken, damaged: damaged ? -taken : 0)
        left -= taken
      }
      choice.shelves[cell] = shelf
      let name = units.lot.map { " of lot \($0.id)" } ?? ""
      choice.faults.check(
        left == 0, at: spot("lot"), found: "\(found) units\(name)", expected: "at least \(units.quantity) at \(units.node)")
    case .serials:
      refuseLot(units, spot, &choice)
      let wanted: SerialHistory.Place = damaged ? .damaged(units.node) : .onHand(units.node)
      checkSerials(units, cell, spot, &choice) { record in record?.place == wanted ? nil : "a unit at \(units.node)" }
      choice.units.append(Handled(cell: cell, quantity: units.quantity, serials: units.serials))
    }
  }

  /// Judges units that come into a cell.
  func admit(_ units: StockUnits, _ cell: Int, from origin: Origin, at spot: Spot, _ choice: inout Choice) {
    let product = cells[cell].product
    switch products[product].tracking {
    case .count: count(units, cell, spot, &choice)
    case .lots:
      refuseSerials(units, spot, &choice)
      guard let lot = units.lot else {
        choice.faults.add(at: spot("lot"), found: "none", expected: "a lot of \(units.sku)")
        return
      }
      let known = products[product].lots[lot.id] ?? choice.lots[product]?[lot.id] ?? lot
      choice.faults.check(
        known == lot, at: spot("lot"), found: "lot \(lot.id) that \(lot.term)", expected: "one that \(known.term)")
      choice.lots[product, default: [:]][lot.id] = lot
      choice.units.append(Handled(cell: cell, quantity: units.quantity, lot: lot))
    case .serials:
      refuseLot(units, spot, &choice)
      checkSerials(units, cell, spot, &choice) { record in
        switch (origin, record?.place) {
        case (.supplier, nil), (.count, nil), (.count, .gone), (.customer, .shipped): nil
        case (.customer, _): "a unit that was shipped"
        case (.supplier, _), (.count, _): "a unit that is not in the books"
        }
      }
      choice.units.append(Handled(cell: cell, quantity: units.quantity, serials: units.serials))
    }
  }

  /// Finds units that arrive among those that are on the way, and takes them out of these.
  func claim(
    _ units: StockUnits, _ cell: Int, from cargo: inout [Handled], at spot: Spot, _ choice: inout Choice
  ) {
    if !units.serials.isEmpty || cargo.contains(where: { !$0.serials.isEmpty }) {
      let onTheWay = Set(cargo.flatMap(\.serials))
      checkSerials(units, cell, spot, &choice, also: onTheWay)
      choice.units.append(Handled(cell: cell, quantity: units.quantity, serials: units.serials))
      let claimed = Set(units.serials)
      for index in cargo.indices {
        cargo[index].serials.removeAll { claimed.contains($0) }
        cargo[index].quantity = cargo[index].serials.count
      }
    } else {
      var left = units.quantity
      for index in cargo.indices where units.lot.map({ $0.id == cargo[index].lot?.id }) ?? true {
        let taken = min(left, cargo[index].quantity)
        guard taken > 0 else { continue }
        choice.units.append(Handled(cell: cell, quantity: taken, lot: cargo[index].lot))
        cargo[index].quantity -= taken
        left -= taken
      }
      let name = units.lot.map { " of lot \($0.id)" } ?? ""
      choice.faults.check(
        left == 0, at: spot("lot"), found: "\(units.quantity - left) units\(name) on the way",
        expected: "at least \(units.quantity)")
    }
    cargo.removeAll { $0.quantity == 0 }
  }

  private func count(_ units: StockUnits, _ cell: Int, _ spot: Spot, _ choice: inout Choice) {
    refuseLot(units, spot, &choice)
    refuseSerials(units, spot, &choice)
    choice.units.append(Handled(cell: cell, quantity: units.quantity))
  }

  private func refuseLot(_ units: StockUnits, _ spot: Spot, _ choice: inout Choice) {
    guard let lot = units.lot else { return }
    choice.faults.add(at: spot("lot"), found: "lot \(lot.id)", expected: "none: \(units.sku) is not tracked by lots")
  }

  private func refuseSerials(_ units: StockUnits, _ spot: Spot, _ choice: inout Choice) {
    guard !units.serials.isEmpty else { return }
    choice.faults.add(
      at: spot("serials"), found: "\(units.serials.count) serial numbers",
      expected: "none: \(units.sku) is not tracked by serial numbers")
  }

  private func checkSerials(
    _ units: StockUnits, _ cell: Int, _ spot: Spot, _ choice: inout Choice, also among: Set<ID<SerialNumber>>? = nil,
    expected: (SerialRecord?) -> String? = { _ in nil }
  ) {
    choice.faults.check(
      units.serials.count == units.quantity, at: spot("serials"), found: "\(units.serials.count) serial numbers",
      expected: "\(units.quantity)")
    for (index, serial) in units.serials.enumerated() {
      let key = SerialKey(product: cells[cell].product, serial: serial)
      let record = serials[key]
      let here = spot("serials[\(index)]")
      guard choice.serials.insert(key).inserted else {
        choice.faults.add(at: here, found: "\(serial) again", expected: "each serial number once")
        continue
      }
      if let among, !among.contains(serial) {
        choice.faults.add(at: here, found: "\(serial), \(record.place)", expected: "a unit on the way")
      } else if let expected = expected(record) {
        choice.faults.add(at: here, found: "\(serial), \(record.place)", expected: expected)
      }
    }
  }

  func stockUnits(_ handled: Handled) -> StockUnits {
    StockUnits(
      sku(handled.cell), at: node(handled.cell), quantity: handled.quantity, lot: handled.lot, serials: handled.serials)
  }

  /// Changes a balance by units that move, and the books of their lot and serial numbers with it.
  ///
  /// - Parameter place: where the units with serial numbers are from now on.
  mutating func move(
    _ handled: Handled, _ kind: LedgerEntry.Kind, _ change: StockBalance, _ reference: Reference, at now: Instant,
    to place: SerialHistory.Place, parts: [LedgerEntry.Part] = []
  ) {
    let product = cells[handled.cell].product
    if !products[product].hasMoved { products[product].hasMoved = true }
    guard handled.lot != nil || !handled.serials.isEmpty else {
      return post(handled.cell, kind, change, reference, at: now, parts: parts)
    }
    var parts = parts
    if let lot = handled.lot {
      parts.append(.lot(lot.id))
      stock(lot, in: handled.cell, change)
    }
    if !handled.serials.isEmpty { parts.append(.serials(handled.serials)) }
    for serial in handled.serials {
      let key = SerialKey(product: product, serial: serial)
      serials[key, default: SerialRecord(place: place)].place = place
      serials[key]!.entries.append(ledger.count)
    }
    post(handled.cell, kind, change, reference, at: now, parts: parts)
  }
}

extension StockState.SerialRecord? {
  /// Where it is, in words.
  fileprivate var place: String {
    switch self?.place {
    case nil: "not in the books"
    case .onHand(let node): "at \(node)"
    case .damaged(let node): "damaged at \(node)"
    case .inTransit(let inbound): "in transit with \(inbound)"
    case .shipped(let order): "shipped for \(order)"
    case .gone: "gone"
    }
  }
}

extension Lot {
  /// When it expires, in words.
  fileprivate var term: String { expires.map { "expires \($0)" } ?? "keeps" }
}
