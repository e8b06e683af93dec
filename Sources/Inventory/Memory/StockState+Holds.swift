import Logistics

extension StockState {
  mutating func hold(
    _ request: HoldRequest, against snapshot: StockSnapshot?, at now: Instant
  ) throws(InvalidInput) -> HoldOutcome {
    let content = Content.hold(request)
    let earlier = earlierAnswer(to: request.id, content)
    if earlier.different { return .differentRequest }
    if case .hold(let outcome) = earlier.answer { return outcome }
    let allocations = try Allocation.merged(request.allocations)
    try Self.check(request.until, after: now)
    let outcome = keep(allocations, request, snapshot)
    if case .held(let hold) = outcome {
      for part in allocations {
        post(makeSlot(part.sku, part.node), .held, StockBalance(held: part.quantity), reference: hold.id.text, at: now)
      }
      holdNumbers[hold.id] = holds.count
      expiries.insert(hold.until, hold: holds.count)
      holds.append(hold)
    }
    remember(request.id, content, .hold(outcome))
    return outcome
  }

  /// What the answer is, without changing anything.
  private func keep(_ allocations: [Allocation], _ request: HoldRequest, _ snapshot: StockSnapshot?) -> HoldOutcome {
    var shortages: [Shortage] = []
    for part in allocations {
      let found = balance(of: part.sku, at: part.node).available(on: request.channel, under: policy)
      guard found < part.quantity else { continue }
      shortages.append(
        Shortage(
          node: part.node, sku: part.sku, wanted: part.quantity, found: found,
          seen: snapshot?.available(part.sku, at: part.node)))
    }
    guard shortages.isEmpty else {
      return shortages.allSatisfy { ($0.seen ?? 0) >= $0.wanted } ? .moved(shortages) : .short(shortages)
    }
    return .held(
      Hold(
        id: ID("h\(holds.count)"), owner: request.owner, channel: request.channel, allocations: allocations,
        until: request.until))
  }

  private static func check(_ until: Instant, after now: Instant) throws(InvalidInput) {
    var faults = FaultList()
    faults.check(until > now, at: "$.until", found: "\(until)", expected: "a moment after \(now)")
    try faults.throwIfAny("hold")
  }

  mutating func confirm(_ id: ID<Hold>, for order: ID<StockReference>, at now: Instant) -> HoldChange {
    guard let number = holdNumbers[id] else { return .refused(.unknown) }
    switch holds[number].state {
    case .expired: return .refused(.expired)
    case .released: return .refused(.released)
    case .confirmed(let other), .shipped(let other):
      return other == order ? .done(holds[number]) : .refused(.confirmed(for: other))
    case .held:
      for part in holds[number].open {
        post(
          makeSlot(part.sku, part.node), .confirmed, StockBalance(held: -part.quantity, committed: part.quantity),
          reference: id.text, at: now)
      }
      holds[number].state = .confirmed(order)
      return .done(holds[number])
    }
  }

  mutating func release(_ id: ID<Hold>, at now: Instant) -> HoldChange {
    guard let number = holdNumbers[id] else { return .refused(.unknown) }
    switch holds[number].state {
    case .expired, .released: break
    case .shipped: return .refused(.shipped)
    case .held:
      letGo(of: number, as: .released, at: now)
      holds[number].state = .released
    case .confirmed:
      letGo(of: number, as: .cancelled, at: now)
      holds[number].state = .released
    }
    return .done(holds[number])
  }

  mutating func extend(_ id: ID<Hold>, until: Instant, at now: Instant) throws(InvalidInput) -> HoldChange {
    try Self.check(until, after: now)
    guard let number = holdNumbers[id] else { return .refused(.unknown) }
    switch holds[number].state {
    case .expired: return .refused(.expired)
    case .released: return .refused(.released)
    case .confirmed(let order): return .refused(.confirmed(for: order))
    case .shipped: return .refused(.shipped)
    case .held:
      if holds[number].until != until {
        holds[number].until = until
        expiries.insert(until, hold: number)
      }
      return .done(holds[number])
    }
  }
}
