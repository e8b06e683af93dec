import Inventory
import Logistics
import Synchronization
import Sourcing

extension Planner {
  /// Takes an order as offered: its stock is committed and its dates are promised, or nothing happens.
  ///
  /// - Returns: The accepted order; a refusal if the stock is no longer there. The same offer again is answered as the first
  ///   time.
  /// - Throws: What the inventory throws.
  public func accept(_ offer: Offer) async throws -> Acceptance {
    let now = offer.order.placedAt
    if let known = acceptedOrders.last(where: { $0.order.id == offer.order.id && $0.offer == offer }) { return .accepted(known) }
    let allocations = offer.parcels.flatMap { parcel in
      parcel.contents.lines.map { Allocation($0.sku, at: parcel.contents.node, quantity: $0.quantity) }
    }
    let request = HoldRequest(
      id: ID("order/\(offer.order.id)"), allocations, for: ID(offer.order.customer.text), on: offer.order.channel,
      until: now + .minutes(15))
    switch try await inventory.hold(request, against: nil, at: now) {
    case .held(let hold):
      guard case .done = try await inventory.confirm(hold.id, for: ID(offer.order.id.text), at: now) else {
        return .refused(offer.order, .outrun)
      }
      let accepted = AcceptedOrder(offer: offer, hold: hold.id)
      state.withLock { state in
        state.accepted.append(accepted)
        for parcel in offer.parcels {
          state.parcels[NodeDay(node: parcel.contents.node, day: parcel.promise.leavesOn), default: 0] += 1
        }
        var doors = Set<NodeDay>()
        for parcel in offer.parcels where parcel.role == .ownVan {
          let key = NodeDay(node: parcel.contents.node, day: parcel.promise.deliveryDate)
          var day = state.promised[key] ?? PromisedDay()
          day.doors += doors.insert(key).inserted ? 1 : 0
          day.weight = day.weight + parcel.contents.weight
          day.volume = day.volume + parcel.contents.volume
          state.promised[key] = day
        }
      }
      return .accepted(accepted)
    case .short, .moved, .differentRequest:
      return .refused(offer.order, .outrun)
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
