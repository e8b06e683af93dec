import Inventory
import Logistics
import Sourcing
import Synchronization

extension Planner {
  /// Takes a node's word that it cannot ship its part of an order: the stock is corrected by the reason, and what is missing ships
  /// from elsewhere.
  ///
  /// The day that was promised is kept whenever somebody can keep it, in the cheapest of the ways that do. Where nobody can, the
  /// promise is made anew, at the least cost, of which each day beyond the promised one is a part. What nobody can ship at all is
  /// left out and told; an order that ships whole or not at all, and of which nothing has left, is then withdrawn. A node that did
  /// not find units, or found them damaged, is not asked for the same again; one that is closed until a moment counts as if the
  /// order came then.
  ///
  /// - Returns: What changed, or why nothing did. The same decline again is answered as the first time.
  /// - Throws: What the inventory throws; `InvalidInput` if the decline names no units, or units at another node.
  public func decline(_ decline: Decline) async throws -> DeclineOutcome {
    try decline.check()
    return try await resourcing.pass {
      if let known = state.withLock({ $0.declines[decline.id] }) {
        return known.decline == decline ? .resourced(known) : .refused(.differentDecline)
      }
      guard let accepted = acceptedOrder(decline.order),
        let hold = try await inventory.hold(named: accepted.hold, at: decline.at)
      else { return .refused(.unknownOrder) }
      let lost: [Allocation]
      switch try await decline.lost(of: hold, kits: inventory.billOfMaterials()) {
      case .success(let allocations): lost = allocations
      case .failure(let refusal): return .refused(refusal)
      }
      let faults = try await correctStock(decline)
      guard faults.isEmpty else { return .refused(.conflicts(faults)) }
      return try await resource(lost, of: accepted, decline)
    }
  }

  /// Books what a decline says of the stock. Said again, it is booked once.
  private func correctStock(_ decline: Decline) async throws -> [Fault] {
    var faults: [Fault] = []
    for (index, units) in decline.units.enumerated() {
      let adjustment: (Int) -> Adjustment
      switch decline.reason {
      case .notFound: adjustment = { .recount(by: -$0) }
      case .damaged: adjustment = { .damage($0) }
      case .closed: return []
      }
      func adjust(_ quantity: Int, _ name: String) async throws -> MoveOutcome {
        try await inventory.adjust(
          units.sku, at: units.node, adjustment(quantity), lot: units.lot, serials: units.serials,
          reference: ID(decline.order.text), requestID: ID("decline \(decline.id) \(index) \(name)"), at: decline.at)
      }
      var outcome = try await adjust(units.quantity, "all")
      // The books knew already that not all of it is there.
      if case .exceeds(let found, _) = outcome, found > 0 { outcome = try await adjust(found, "rest") }
      if case .conflicts(let found) = outcome { faults += found }
    }
    return faults
  }

  /// Lets units of an order ship from elsewhere, or not at all. One order at a time: see ``resourcing``.
  func resource(_ lost: [Allocation], of current: AcceptedOrder, _ decline: Decline) async throws -> DeclineOutcome {
    for attempt in 0..<4 {
      // Where others were faster again and again, what is not there is let go rather than promised any longer.
      let other = attempt < 3 ? try await replacement(for: lost, of: current, decline) : nil
      let giving = try await other == nil ? givenUp(with: lost, of: current, decline) : lost
      let after = current.replacing(giving, by: other, in: network, decline)
      let (old, new) = (State.Room(current, in: network), State.Room(after, in: network))
      // Until the inventory has answered, it may have to stay as it is.
      let both = old.union(new)
      guard state.withLock({ $0.exchange(old, for: both, in: network) }) else { continue }
      let taking = other?.allocations ?? []
      // Said again after a failure of the store, the same is asked by the same name, and other things by others.
      let name = "decline \(decline.id), \(attempt): \(taking.map(\.description).joined(separator: ", "))"
      let change = try await inventory.reallocate(
        current.hold, giving: giving, taking: taking, requestID: ID(name), at: decline.at)
      guard case .done = change else {
        state.withLock { $0.move(both, to: old) }
        if case .refused(.short) = change { continue }
        // Somebody shipped or released it meanwhile.
        return .refused(.notOpen(lost.map { Shortage(node: $0.node, sku: $0.sku, wanted: $0.quantity, found: 0) }))
      }
      return state.withLock { state in
        state.move(both, to: new)
        // What was ready when the node said so took its work all the same.
        let (open, gone) = (after.work(readyFrom: decline.at), current.work(readyFrom: decline.at))
        state.queue(open.merging(gone.mapValues { -$0 }, uniquingKeysWith: +), at: decline.at, in: network)
        state.accepted[state.index[current.order.id]!] = after
        let resourcing = after.resourcings.last!
        state.declines[decline.id] = resourcing
        return .resourced(resourcing)
      }
    }
    return .refused(.outrun)
  }

  /// The best way to ship lost units of an order: the cheapest that keeps the promised day with all of them, or else the one in which
  /// price, days late and what is left out cost least; `nil` if nobody ships any.
  private func replacement(for lost: [Allocation], of accepted: AcceptedOrder, _ decline: Decline) async throws -> Offer? {
    let order = accepted.order
    let rest = Order(
      id: order.id, placedAt: max(decline.at, order.placedAt), channel: order.channel, customer: order.customer,
      lines: lost.map { OrderLine($0.sku, quantity: $0.quantity) }, fulfilment: order.fulfilment,
      shipsComplete: order.shipsComplete, allowsSubstitutes: order.allowsSubstitutes)
    let until: Instant?
    if case .closed(let moment) = decline.reason { until = moment } else { until = nil }
    let kept = State.Room(accepted.replacing(lost, by: nil, in: network, decline), in: network)
    let givingUp = State.Room(accepted, in: network).without(kept)
    guard case .success(let ways) = try await ways(for: rest, closed: [decline.node: until], givingUp: givingUp) else {
      return nil
    }
    return try ways.keeping(accepted.promisedDate, self)
  }

  /// What an order gives up if lost units do not ship at all: those, or everything if it ships whole or not at all and nothing of it
  /// has left.
  private func givenUp(with lost: [Allocation], of accepted: AcceptedOrder, _ decline: Decline) async throws -> [Allocation] {
    guard accepted.order.shipsComplete, let hold = try await inventory.hold(named: accepted.hold, at: decline.at) else {
      return lost
    }
    let kits = try await inventory.billOfMaterials()
    let nodes = Set(hold.allocations.map(\.node)).sorted()
    let open = nodes.flatMap { hold.stillToShip(from: $0, kits: kits) }
    return Set(open) == Set(hold.allocations) ? hold.allocations : lost
  }
}
