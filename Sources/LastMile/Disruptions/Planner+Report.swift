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
      let (report, void) = state.withLock { $0.judge(disruption, waiting: waiting, in: network) }
      // Where that fails, what was kept for the quote ends when the quote would have.
      for quote in void { _ = try? await inventory.release(quote.hold, at: disruption.at) }
      return .judged(report)
    }
  }

  /// The vehicles of which it is known that they do not drive on a day.
  func vehiclesOut(on date: LocalDate) -> Set<ID<FleetVehicle>> { state.withLock { $0.out[date] ?? [] } }

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
  ) -> (DisruptionReport, void: [Quote]) {
    var stranded: [ID<Order>: Set<Room.Visit>] = [:]
    if case .vehicleOut(let vehicle, let date) = disruption.kind { stranded = withdraw(vehicle, on: date, in: network) }
    // One that is being accepted at this moment becomes an order as it stands.
    let void = stranded.keys.sorted().compactMap { quotes.isClaimed($0) ? nil : quotes[$0] }
    for quote in void { giveBack(quote, in: network) }
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
        delivered: Set(delivered[order.order.id, default: [:]].keys), news: news, stranded: stranded[order.order.id] ?? [],
        in: network)
      guard let impact = delay.judge(&self) else { continue }
      accepted[index] = delay.order
      accepted[index].disruptions.append(impact)
      impacts.append(impact)
    }
    let report = DisruptionReport(disruption, impacts)
    disruptions[disruption.id] = report
    return (report, void)
  }

  /// Takes a vehicle out of a day. Orders are asked for another place before carts.
  ///
  /// - Returns: The visits for which there is none, which are not held any more.
  private mutating func withdraw(
    _ id: ID<FleetVehicle>, on date: LocalDate, in network: Network
  ) -> [ID<Order>: Set<Room.Visit>] {
    guard let vehicle = network.fleet.first(where: { $0.id == id }), out[date, default: []].insert(id).inserted else {
      return [:]
    }
    let key = Planner.NodeDay(node: vehicle.node, day: date)
    guard var day = days[key] ?? network.emptyDay(key),
      let type = network.vehicles(at: vehicle.node).alike.firstIndex(where: { $0.contains { $0.id == id } })
    else { return [:] }
    var lost = day.withdrawVehicle(ofType: type)
    func isOrder(_ stop: HeldStop) -> Bool {
      let order = Room.order(of: stop.id)
      return index[order] != nil || quotes.isClaimed(order)
    }
    // An order that was accepted comes before a cart that may be.
    if lost.contains(where: isOrder) {
      let carts = day.stops.filter { !isOrder($0) }
      for cart in carts { day.remove(cart.id) }
      lost = (lost.filter(isOrder) + lost.filter { !isOrder($0) } + carts).filter { stop in
        if case .held = try? day.insert(stop.request, as: stop.id, in: stop.window) { false } else { true }
      }
    }
    days[key] = day
    return lost.reduce(into: [:]) { stranded, stop in
      stranded[Room.order(of: stop.id), default: []].insert(Room.Visit(day: key, window: stop.window))
    }
  }
}
