import Inventory
public import Logistics
import Synchronization

extension Planner {
  /// Closes a node beside its calendar, as by a power cut: nothing ships from there before a moment, and whatever orders were still to
  /// get from there by then moves, each as by a ``decline(_:)`` for ``Decline/Reason/closed(until:)``. Its stock stays in the books but
  /// is not offered for what leaves before.
  ///
  /// Orders move one after the other, those promised soonest first. One that nobody else ships better stays and is promised anew;
  /// one that is on time even if its work begins only then stays as it is.
  ///
  /// - Parameters:
  ///   - until: When it works again, or `nil` if nobody knows: see ``reopen(_:)``.
  ///   - now: When it closed.
  /// - Returns: What changed, for each order that was to get something from there.
  /// - Throws: What the inventory throws; `InvalidInput` if there is no such node, or it would open before it closes. Orders that
  ///   moved before have moved; said again, the rest does.
  public func close(_ node: ID<Node>, until: Instant?, at now: Instant) async throws -> [DeclineOutcome] {
    var faults = FaultList()
    faults.check(network.site(node) != nil, at: "$.node", found: "\(node)", expected: "a node of the network")
    if let until { faults.check(until > now, at: "$.until", found: "\(until)", expected: "a moment after \(now)") }
    try faults.throwIfAny("closure")
    state.withLock { state in
      state.closures[node] = .some(until)
      if let until, let site = network.site(node) { state.queues[node]?.rest(from: now, until: until, site.schedule) }
    }
    let kits = try await inventory.billOfMaterials()
    var outcomes: [DeclineOutcome] = []
    for order in acceptedOrders.sorted(by: { ($0.promisedDate, $0.order.id) < ($1.promisedDate, $1.order.id) }).map(\.order.id) {
      let outcome = try await resourcing.pass { try await leave(node, order, until: until, kits, at: now) }
      if let outcome { outcomes.append(outcome) }
    }
    return outcomes
  }

  /// Lets what an order was still to get from a closed node come from elsewhere; `nil` if nothing was, or it is on time all the same.
  private func leave(
    _ node: ID<Node>, _ order: ID<Order>, until: Instant?, _ kits: BillOfMaterials, at now: Instant
  ) async throws -> DeclineOutcome? {
    guard let accepted = acceptedOrder(order) else { return nil }
    let decline = ID<Decline>("closure of \(node) at \(now): \(order)")
    if let known = state.withLock({ $0.declines[decline] }) { return .resourced(known) }
    let due = accepted.parcels.filter { $0.contents.node == node }
    guard due.contains(where: { !network.keeps($0, of: accepted.order, from: until) }),
      let hold = try await inventory.hold(named: accepted.hold, at: now)
    else { return nil }
    let lost = hold.stillToShip(from: node, kits: kits)
    guard !lost.isEmpty else { return nil }
    return try await resource(
      lost, of: accepted,
      Decline(
        id: decline, of: order, at: node, lines: lost.map { OrderLine($0.sku, quantity: $0.quantity) },
        because: .closed(until: until), at: now))
  }

  /// Opens a node again that was closed beside its calendar; what moved away stays where it is.
  public func reopen(_ node: ID<Node>) { state.withLock { $0.closures[node] = nil } }

  /// The nodes that are closed beside their calendars, and until when; `nil` if nobody knows.
  public var closures: [ID<Node>: Instant?] { state.withLock { $0.closures } }
}

extension Network {
  /// Whether a parcel of an order is there on its day even if nothing is done for it before a moment.
  fileprivate func keeps(_ parcel: OfferedParcel, of order: Order, from moment: Instant?) -> Bool {
    guard let moment, let site = site(parcel.contents.node) else { return false }
    let order = order.placed(at: max(order.placedAt, moment))
    // Its own place on the vehicles is taken already.
    return options(for: order, from: site, on: emptyDay).options.contains {
      $0.service.id == parcel.service && $0.promise.deliveryDate <= parcel.promise.deliveryDate
    }
  }
}

/// Of two moments the later one; `nil` is later than all.
func later(_ one: Instant?, _ other: Instant?) -> Instant? {
  guard let one, let other else { return nil }
  return max(one, other)
}
