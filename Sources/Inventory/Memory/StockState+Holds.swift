import Logistics

extension StockState {
  mutating func hold(_ request: HoldRequest, at now: Instant) throws(InvalidInput) -> HoldOutcome {
    let allocations = try Allocation.merged(request.allocations)
    try Self.check(request.until, after: now)
    let wanted = try explode(allocations)
    let parts: [HoldPart]
    switch judge(wanted, asker(request.channel, by: request.waitsUntil)) {
    case .short(let shortages): return .short(shortages)
    case .parts(let found): parts = found
    }
    let number = holds.count
    let hold = Hold(
      id: Self.holdName(number), owner: request.owner, channel: request.channel, allocations: allocations,
      open: bill.kits.isEmpty ? allocations : wanted.map(\.allocation), until: request.until, waitsUntil: request.waitsUntil)
    let previous = latestHolds.updateValue(number, forKey: request.owner) ?? -1
    holds.append(HoldRecord(hold: hold, parts: parts, previous: previous))
    holdEnds.insert(hold.until, number)
    take(parts, for: number, at: now)
    return .held(holds[number].hold)
  }

  private static func check(_ until: Instant, after now: Instant) throws(InvalidInput) {
    var faults = FaultList()
    faults.check(until > now, at: "$.until", found: "\(until)", expected: "a moment after \(now)")
    try faults.throwIfAny("hold")
  }

  mutating func confirm(_ id: ID<Hold>, for order: ID<StockReference>, at now: Instant) -> HoldChange {
    guard let number = number(of: id) else { return .refused(.unknown) }
    switch refusal(number) {
    case .none: break
    case .confirmed(let other): return other == order ? .done(holds[number].hold) : .refused(.confirmed(for: other))
    case .shipped where holds[number].hold.order == order: return .done(holds[number].hold)
    case .shipped: return .refused(.confirmed(for: holds[number].hold.order!))
    case .some(let refusal): return .refused(refusal)
    }
    for index in holds[number].parts.indices {
      let units = holds[number].parts[index].lying
      guard units > 0 else { continue }
      post(
        holds[number].parts[index].cell, .confirmed, StockBalance(held: -units, committed: units), .hold(number), at: now)
    }
    holds[number].hold.state = .confirmed(order)
    return .done(holds[number].hold)
  }

  mutating func release(_ id: ID<Hold>, at now: Instant) -> HoldChange {
    guard let number = number(of: id) else { return .refused(.unknown) }
    switch holds[number].hold.state {
    case .expired, .released: break
    case .shipped: return .refused(.shipped)
    case .held:
      letGo(of: number, as: .released, at: now)
      holds[number].hold.state = .released
    case .confirmed:
      letGo(of: number, as: .cancelled, at: now)
      holds[number].hold.state = .released
    }
    return .done(holds[number].hold)
  }

  mutating func extend(_ id: ID<Hold>, until: Instant, at now: Instant) throws(InvalidInput) -> HoldChange {
    try Self.check(until, after: now)
    guard let number = number(of: id) else { return .refused(.unknown) }
    if let refusal = refusal(number) { return .refused(refusal) }
    setEnd(of: number, to: until)
    return .done(holds[number].hold)
  }

  private mutating func setEnd(of number: Int, to until: Instant) {
    guard holds[number].hold.until != until else { return }
    holds[number].hold.until = until
    holdEnds.insert(until, number)
  }

  mutating func extendAll(of owner: ID<HoldOwner>, until: Instant, at now: Instant) throws(InvalidInput) -> [Hold] {
    try Self.check(until, after: now)
    let live = liveHolds(of: owner)
    for number in live where holds[number].hold.until < until { setEnd(of: number, to: until) }
    return live.map { holds[$0].hold }
  }

  /// The live holds of an owner, oldest first.
  mutating func liveHolds(of owner: ID<HoldOwner>) -> [Int] {
    var live: [Int] = []
    var number = latestHolds[owner] ?? -1
    while number >= 0 {
      if case .held = holds[number].hold.state { live.append(number) }
      number = holds[number].previous
    }
    // A hold that has ended stays so: the next look need not pass it again.
    latestHolds[owner] = live.first
    for (index, number) in live.enumerated() { holds[number].previous = index + 1 < live.count ? live[index + 1] : -1 }
    return live.reversed()
  }

  mutating func amend(_ id: ID<Hold>, to allocations: [Allocation], at now: Instant) throws(InvalidInput) -> HoldChange {
    let merged = try Allocation.merged(allocations)
    guard let number = number(of: id) else { return .refused(.unknown) }
    if let refusal = refusal(number) { return .refused(refusal) }
    let wanted = try explode(merged)
    return exchange(number, for: wanted, on: holds[number].hold.channel, asked: merged, at: now)
  }

  mutating func move(_ id: ID<Hold>, to channel: Channel, at now: Instant) -> HoldChange {
    guard let number = number(of: id) else { return .refused(.unknown) }
    if let refusal = refusal(number) { return .refused(refusal) }
    let hold = holds[number].hold
    guard hold.channel != channel else { return .done(hold) }
    let wanted = zip(holds[number].parts, hold.open).map { Wanted(cell: $0.cell, allocation: $1) }
    return exchange(number, for: wanted, on: channel, asked: hold.allocations, at: now)
  }

  /// Gives back what a live hold keeps and takes what is wanted instead, or leaves everything as it was.
  private mutating func exchange(
    _ number: Int, for wanted: [Wanted], on channel: Channel, asked allocations: [Allocation], at now: Instant
  ) -> HoldChange {
    let mark = ledger.count
    let before = holds[number].parts.map { current($0) }
    give(back: before, of: number, as: .amended, at: now)
    let asker = asker(channel, by: holds[number].hold.waitsUntil)
    switch judge(wanted, asker) {
    case .short(let shortages):
      take(before, for: number, at: now)
      // Nobody has seen these entries: this is one step.
      ledger.cut(to: mark)
      return .refused(.short(shortages))
    case .parts(let parts):
      holds[number].hold.channel = channel
      holds[number].hold.allocations = allocations
      holds[number].parts = parts
      take(parts, for: number, at: now)
      tell(number)
      return .done(holds[number].hold)
    }
  }
}
