import Inventory
public import Logistics
import Promising
import Routing
import Sourcing
import Synchronization

extension Planner {
  /// How far ahead a slot is looked for.
  private static let farthestSlot = 28

  /// The slots in which the house's own vehicles could bring a cart to its door, soonest first, those that are taken already included.
  ///
  /// A slot can be had if the stop can be inserted into the routes that keep what is promised for its day, by all rules of the vehicles.
  /// Nothing is held: a ``Cart`` that names slots is quoted with them.
  ///
  /// - Parameters:
  ///   - days: on how many days, from the soonest on which there is one; none is told that is more than 28 days after the order.
  ///   - now: when it would be ordered.
  /// - Returns: Slots of services that have ``ShippingService/slots``; none for a cart without a door.
  /// - Throws: What the inventory throws; `InvalidInput` if the cart itself makes no sense.
  /// - Complexity: One sourcing problem over the nodes of such services for each slot; an insertion for each slot and node.
  public func slots(for cart: Cart, days: Int, at now: Instant) async throws -> [DeliverySlot] {
    guard let address = cart.address, days > 0 else { return [] }
    return try await slots(for: cart, to: address, at: now) { soonest, _ in
      soonest.adding(days: min(days, Self.farthestSlot) - 1)
    }
  }

  /// The slots of a cart that are kept with its quote.
  func slotsToKeep(for cart: Cart, at now: Instant) async throws -> [DeliverySlot] {
    guard let address = cart.address else { return [] }
    switch cart.slots {
    case .none: return []
    case .soonest(let count):
      guard count > 0 else { return [] }
      // Where too many are taken on the days nearby, later ones are looked at.
      var days = 2
      while true {
        let slots = try await slots(for: cart, days: days, at: now)
        let open = slots.filter { $0.offer != nil }.prefix(count)
        if open.count >= count || days >= 14 { return Array(open) }
        days *= 2
      }
    case .at(let windows):
      guard let last = windows.map(\.closes).max() else { return [] }
      let wanted = Set(windows)
      return try await slots(for: cart, to: address, at: now, in: wanted) { _, _ in network.zone.date(at: last) }
        .filter { $0.offer != nil }
    }
  }

  /// - Parameters:
  ///   - wanted: the only windows that are looked at; `nil` for all.
  ///   - last: the last day that is looked at, by the soonest and by that of the order.
  private func slots(
    for cart: Cart, to address: Coordinate, at now: Instant, in wanted: Set<TimeWindow>? = nil,
    through last: (LocalDate, LocalDate) -> LocalDate
  ) async throws -> [DeliverySlot] {
    let closures = state.withLock { $0.closures }
    let order = cart.order(.delivery(to: address, between: nil), at: now)
    for line in order.lines where network.product(line.sku) == nil { return [] }
    let lanes = network.slotLanes(to: address, over: sites(at: now), at: now, closures: closures)
    let today = network.zone.date(at: now)
    guard let soonest = lanes.compactMap({ $0.soonest?.promise.deliveryDate }).min() else { return [] }
    let end = min(last(soonest, today), today.adding(days: Self.farthestSlot))
    let stock = try await inventory.snapshot(
      of: order.lines.map(\.sku) + network.substitutes(for: order).flatMap { $0.map(\.sku) },
      at: Set(lanes.map(\.site.node.id)).sorted(), for: order.channel, at: now)
    var found: [SlotKey: [SlotLane.Answer]] = [:]
    for lane in lanes {
      for answer in lane.answers(for: order, through: end, in: wanted, network, tentativeDay) {
        found[SlotKey(hours: answer.hours, window: answer.window), default: []].append(answer)
      }
    }
    return try found.sorted { $0.key < $1.key }.compactMap { key, answers in
      let order = cart.order(.delivery(to: address, between: key.hours), at: now)
      func offer(_ answers: [SlotLane.Answer]) throws -> Offer? {
        try Ways(order: order, options: answers.map(\.option), hubs: [], stock: stock).front(self, rejections: false).first
      }
      let date = answers[0].option.promise.deliveryDate
      let open = answers.filter { $0.place != nil }
      guard !open.isEmpty, let offer = try offer(open) else {
        // What the vehicles could bring if they were not promised to others is taken; what is not there is no slot.
        guard open.count < answers.count, try offer(answers) != nil else { return nil }
        return DeliverySlot(date: date, window: key.window, offer: nil, routeCost: nil, isNearby: false)
      }
      let taken = open.filter { answer in
        offer.parcels.contains { $0.contents.node == answer.option.site.node.id && $0.service == answer.option.service.id }
      }
      return DeliverySlot(
        date: date, window: key.window, offer: offer,
        routeCost: taken.reduce(.zero) { $0 + DayProblem.money($1.place!.extraCost) }, isNearby: taken.allSatisfy(\.isNearby))
    }
  }

  /// A slot by its hours and by when on its day they are.
  private struct SlotKey: Hashable, Comparable {
    let hours: OpeningHours
    let window: TimeWindow

    static func < (one: Self, other: Self) -> Bool {
      (one.window.opens, one.window.closes, one.hours.from, one.hours.until)
        < (other.window.opens, other.window.closes, other.hours.from, other.hours.until)
    }
  }
}
