import Inventory
import Logistics
import Synchronization
import Sourcing

extension Planner {
  /// Takes an order as offered: its stock is committed and its dates are promised, or nothing happens.
  ///
  /// - Returns: The accepted order; a refusal if the stock is no longer there. The same offer again is answered as the first
  ///   time; another offer for an order that was accepted is refused.
  /// - Throws: What the inventory throws.
  public func accept(_ offer: Offer) async throws -> Acceptance {
    let now = offer.order.placedAt
    if let known = acceptedOrder(offer.order.id) {
      return known.offer == offer ? .accepted(known) : .refused(offer.order, .alreadyAccepted)
    }
    // A quote of the same cart is given up: the order takes its place.
    if let quote = state.withLock({ $0.quotes[offer.order.id] }), try await !withdraw(quote, at: now) {
      return .refused(offer.order, .outrun)
    }
    // The same offer asks the inventory the same thing, however often; another offer asks another.
    let parcels = offer.parcels.map { "\($0.contents.node) \($0.promise.deliveryDate)" }.joined(separator: ", ")
    let request = HoldRequest(
      id: ID("order \(offer.order.id): \(offer.cost.total.count), \(parcels)"), offer.allocations,
      for: ID(offer.order.customer.text), on: offer.order.channel, until: now + .minutes(15))
    guard case .held(let hold) = try await inventory.hold(request, against: nil, at: now) else {
      return .refused(offer.order, .outrun)
    }
    // Should the inventory fail from here on, the hold runs out by itself.
    guard case .done = try await inventory.confirm(hold.id, for: ID(offer.order.id.text), at: now) else {
      return .refused(offer.order, .outrun)
    }
    let accepted = AcceptedOrder(offer, hold: hold.id)
    guard note(accepted) else {
      _ = try await inventory.release(hold.id, at: now)
      return .refused(offer.order, .outrun)
    }
    return .accepted(accepted)
  }

  /// Takes the doors, the room and the parcels of an offer, if they are all still there.
  private func note(_ accepted: AcceptedOrder) -> Bool {
    state.withLock { state in
      // Two tasks may accept the same offer at once: both got the same hold, and one of them notes it.
      guard state.index[accepted.order.id] == nil else { return true }
      guard state.exchange(State.Room(of: accepted.order.id), for: State.Room(accepted, in: network), in: network) else {
        return false
      }
      state.queue(accepted.work(), at: accepted.order.placedAt, in: network)
      state.index[accepted.order.id] = state.accepted.count
      state.accepted.append(accepted)
      return true
    }
  }

  /// Places an order the way the house prefers: at the least cost, where each day later than the soonest possible costs
  /// goodwill. Sources anew if the stock moves away meanwhile.
  ///
  /// - Returns: The accepted order, or why it cannot be fulfilled.
  /// - Throws: What the inventory throws; `InvalidInput` if the order itself makes no sense.
  public func place(_ order: Order) async throws -> Acceptance {
    for _ in 0..<3 {
      switch try await ways(for: order) {
      case .failure(let refusal): return .refused(order, refusal)
      case .success(let ways):
        guard let offer = try ways.best(self) else { return .refused(order, try ways.shortage(self)) }
        if case .accepted(let accepted) = try await accept(offer) { return .accepted(accepted) }
      }
    }
    return .refused(order, .outrun)
  }
}
