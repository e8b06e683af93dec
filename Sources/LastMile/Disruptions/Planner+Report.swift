import Inventory
import Logistics
import Sourcing
import Synchronization

extension Planner {
  /// Takes news of a delay: who is concerned, and the new day of each, by the chain that made the first promise.
  ///
  /// Every order that the news concerns is promised anew from the same node by the same service: work, departures, transit and delivery
  /// keep their calendars, and on a full day of the house's vehicles or of the node the next one is taken. A promise never moves to an
  /// earlier day. What has left is late with its service, but not with its node; what has come (``noteDelivery(of:from:on:)``), or would
  /// have come by now even so, is left alone. Nothing moves to another node: ``Disruption/Impact/waiting`` is what still could, by
  /// ``decline(_:)``.
  ///
  /// All orders are judged in one step, which neither declines nor other news come between. What is promised later knows of carriers and
  /// transfers that are late.
  ///
  /// - Returns: Whom it concerns, or why it was not taken. The same news again is answered as the first time.
  /// - Throws: What the inventory throws; then nothing has changed. `InvalidInput` if the news names nodes, services or areas that there
  ///   are not, no delay, or a moment that is over.
  /// - Complexity: O(accepted orders), and a few microseconds for each parcel that is concerned.
  public func report(_ disruption: Disruption) async throws -> DisruptionOutcome {
    try disruption.check(in: network)
    return try await resourcing.pass {
      if let known = state.withLock({ $0.disruptions[disruption.id] }) {
        return known.disruption == disruption ? .judged(known) : .refused(.differentDisruption)
      }
      if case .orderLate(let order, _, _) = disruption.kind, acceptedOrder(order) == nil { return .refused(.unknownOrder) }
      let waiting = try await stillToShip(under: disruption)
      return state.withLock { .judged($0.judge(disruption, waiting: waiting, in: network)) }
    }
  }

  /// What of the orders that news may concern has not left its nodes.
  private func stillToShip(under disruption: Disruption) async throws -> [ID<Order>: [Allocation]] {
    let kits = try await inventory.billOfMaterials()
    var waiting: [ID<Order>: [Allocation]] = [:]
    for accepted in acceptedOrders where disruption.mayConcern(accepted) {
      guard let hold = try await inventory.hold(named: accepted.hold, at: disruption.at) else { continue }
      waiting[accepted.order.id] = Set(hold.allocations.map(\.node)).sorted().flatMap { hold.stillToShip(from: $0, kits: kits) }
    }
    return waiting
  }
}

extension Planner.State {
  /// Gives every order that news concerns its new day.
  ///
  /// - Parameter waiting: what of the orders has not left its nodes; one that was accepted a moment ago is not among them, and waits.
  fileprivate mutating func judge(
    _ disruption: Disruption, waiting: [ID<Order>: [Allocation]], in network: Network
  ) -> DisruptionReport {
    let news = disruptions.values.map(\.disruption.kind) + [disruption.kind]
    // Who is promised soonest has the first choice of what days are left.
    let concerned = accepted.indices.filter { disruption.mayConcern(accepted[$0]) }.sorted {
      (accepted[$0].promisedDate, accepted[$0].order.id) < (accepted[$1].promisedDate, accepted[$1].order.id)
    }
    var impacts: [Disruption.Impact] = []
    for index in concerned {
      let order = accepted[index]
      var delay = Delay(
        disruption, of: order, waiting: waiting[order.order.id] ?? order.offer.allocations,
        delivered: delivered[order.order.id] ?? [], news: news, in: network)
      guard let impact = delay.judge(&self) else { continue }
      accepted[index] = delay.order
      accepted[index].disruptions.append(impact)
      impacts.append(impact)
    }
    let report = DisruptionReport(disruption, impacts)
    disruptions[disruption.id] = report
    return report
  }
}
