import Inventory
import Logistics
import Synchronization
import Promising
import Routing
import Sourcing

extension Planner {
  /// The ways in which an order can be fulfilled, soonest first, each cheaper than all before it.
  ///
  /// For every date that some node can promise, the order is sourced at its exact least cost among the nodes and services that
  /// keep that date; dates at which nothing gets cheaper are left out. Nothing is held. All is judged at the moment at which the
  /// order is placed.
  ///
  /// An order of few lines for a door, in a network without rules and hubs, is answered over tables that were made with the planner, and
  /// that forget a promise only when a cut-off passes or a vehicle leaves: in microseconds for hundreds of nodes.
  ///
  /// - Parameter explained: whether each offer tells why every other node ships nothing of it, which takes far longer.
  /// - Returns: The front of cost versus date; empty if the order cannot be fulfilled, see ``refusal(of:)``.
  /// - Throws: What the inventory throws; `InvalidInput` if the order itself makes no sense.
  /// - Complexity: One sourcing problem for each date; see `SourcingProblem.solve(stepLimit:)`.
  public func offers(for order: Order, explained: Bool = false) async throws -> [Offer] {
    if !explained, let offers = try await doorOffers(for: order) { return offers }
    guard case .success(let ways) = try await ways(for: order) else { return [] }
    return try ways.front(self, rejections: explained)
  }

  /// Why an order cannot be fulfilled; `nil` if it can.
  ///
  /// - Throws: As ``offers(for:)``.
  public func refusal(of order: Order) async throws -> Refusal? {
    switch try await ways(for: order) {
    case .failure(let refusal): refusal
    case .success(let ways): try ways.front(self, rejections: false).isEmpty ? try ways.shortage(self) : nil
    }
  }

  /// Everything that there is to choose from for one order.
  ///
  /// - Parameters:
  ///   - closed: nodes that are closed for this order, beside those that are for all: see ``close(_:until:at:)``.
  ///   - givingUp: what the order has and gives up for it, if it has anything.
  func ways(
    for order: Order, closed: [ID<Node>: Instant?] = [:], givingUp: State.Room? = nil
  ) async throws -> Result<Ways, Refusal> {
    for line in order.lines where network.product(line.sku) == nil { return .failure(.unknownProduct(line.sku)) }
    if case .pickup(let place) = order.fulfilment, !network.hasPickup(at: place) { return .failure(.noPickup(at: place)) }
    var options: [ShippingOption] = []
    var reasons: [ID<Node>: String] = [:]
    let closures = state.withLock { $0.closures }.merging(closed) { later($0, $1) }
    let (late, place) = (lateServices(from: order.placedAt), network.destination(of: order))
    let sites = sites(at: order.placedAt)
    let locker = network.locker(of: order.fulfilment).map { locker in
      LockerSearch(
        network: network, locker: locker, book: book(of: locker, without: givingUp), order: order, closures: closures, late: late)
    }
    if let locker, locker.isTooLarge { return .failure(.tooLargeForLocker(locker.locker.node.id)) }
    var isFull = false
    for site in sites {
      var order = order
      if let closure = closures[site.node.id] {
        guard let until = closure else {
          reasons[site.node.id] = "it is closed"
          continue
        }
        // Nothing happens there before: it is as if the order came then.
        order = order.placed(at: max(order.placedAt, until))
      }
      if let locker {
        let found = locker.options(from: site)
        options += found.options
        isFull = isFull || found.isFull
        if found.options.isEmpty { reasons[site.node.id] = found.reason }
        continue
      }
      let found = network.options(for: order, from: site, on: tentativeDay)
      options += place.map { place in found.options.compactMap { network.delayed($0, to: place, by: late) } } ?? []
      if found.options.isEmpty { reasons[site.node.id] = found.reason }
    }
    let hubs = network.hubs(for: order, over: sites, closures: closures, late: late)
    if options.isEmpty, isFull, let locker { return .failure(.lockerFull(locker.locker.node.id)) }
    guard !options.isEmpty || !hubs.isEmpty else { return .failure(.notServed(reasons)) }
    let stock = try await inventory.snapshot(
      of: order.lines.map(\.sku) + network.substitutes(for: order).flatMap { $0.map(\.sku) }, at: network.sites.map(\.node.id),
      for: order.channel, at: order.placedAt)
    return .success(Ways(order: order, options: options, hubs: hubs, stock: stock, locker: locker))
  }

  /// What of a locker is taken, but for what an order gives up.
  private func book(of locker: Locker, without room: State.Room?) -> LockerBook {
    var book = state.withLock { $0.lockers[locker.node.id] } ?? LockerBook()
    for (key, count) in room?.compartments ?? [:] where key.locker == locker.node.id { book.take(-count, at: key.place) }
    return book
  }

  /// How many days that nobody was promised are kept for each node; beyond that they are made anew when they are asked for.
  static let mostEmptyDays = 60

  /// The routes of a day at a node as they are promised; `nil` if no vehicle loads there.
  func tentativeDay(_ key: NodeDay) -> TentativePlan? {
    if let day = state.withLock({ $0.days[key] ?? $0.emptyDays[key] }) { return day }
    guard let empty = network.emptyDay(key) else { return nil }
    return state.withLock { state in
      if let day = state.days[key] { return day }
      // A checkout that runs for years asks for ever new days: those that are over must not stay.
      if state.emptyDays.count >= Self.mostEmptyDays * network.sites.count { state.emptyDays.removeAll() }
      state.emptyDays[key] = empty
      return empty
    }
  }

  /// How many parcels a node may still ship on the day an option leaves, or `nil` for no limit.
  func parcelsLeft(_ option: ShippingOption) -> Int? {
    guard let limit = option.site.parcelLimit else { return nil }
    return max(0, limit - parcels(from: option.site.node.id, on: option.promise.leavesOn))
  }

  /// How many parcels leave a node on a day.
  func parcels(from node: ID<Node>, on day: LocalDate) -> Int {
    state.withLock { $0.parcels[NodeDay(node: node, day: day)] ?? 0 }
  }
}

extension Refusal: Error {}

/// The ways of one order, and the stock they can draw on.
struct Ways {
  let order: Order
  var options: [ShippingOption]
  let hubs: [HubOption]
  let stock: StockSnapshot
  /// The locker that it is for; `nil` for everywhere else.
  var locker: LockerSearch? = nil

  /// The cheapest offer for each date, as long as it gets cheaper.
  func front(_ planner: Planner, rejections: Bool) throws -> [Offer] {
    try placed { ways in
      let problem = try ways.problem(planner, late: nil)
      return problem.front().map { point in
        ways.offer(point.plan, rejections: rejections ? problem.alternatives(to: point.plan, arrivingBy: point.arrives) : [])
      }
    }.offers
  }

  /// The offer that weighs a later date against its price: each day after the soonest that any node could promise costs
  /// goodwill.
  func best(_ planner: Planner) throws -> Offer? {
    let soonest = (options + hubs.flatMap { $0.legs.map(\.option) }).map(\.promise.deliveryDate).min()
    return try placed { ways in
      let problem = try ways.problem(planner, late: soonest)
      guard let plan = problem.solve().plan, !plan.sourcing.parcels.isEmpty else { return [] }
      return [ways.offer(plan, rejections: problem.alternatives(to: plan))]
    }.offers.first
  }

  /// The cheapest offer that has all of it there by a day, or else the one that weighs what it leaves out and each day later against
  /// its price.
  func keeping(_ date: LocalDate, _ planner: Planner) throws -> Offer? {
    try placed { ways in
      let problem = try ways.problem(planner, late: date)
      if let plan = problem.solve(arrivingBy: date).plan, plan.sourcing.unfilled.isEmpty {
        return [ways.offer(plan, rejections: [])]
      }
      guard let plan = problem.solve().plan, !plan.sourcing.parcels.isEmpty else { return [] }
      return [ways.offer(plan, rejections: [])]
    }.offers.first
  }

  /// Why nothing ships.
  func shortage(_ planner: Planner) throws -> Refusal {
    let problem = try problem(planner, late: nil)
    let outcome = problem.solve()
    if let locker, case .plan(let plan) = outcome, !plan.sourcing.parcels.isEmpty {
      let (offers, isTooLarge) = try placed { ways in
        try ways.problem(planner, late: nil).front().map { ways.offer($0.plan, rejections: []) }
      }
      // It could ship, so it is the locker that does not take it.
      if offers.isEmpty { return isTooLarge ? .tooLargeForLocker(locker.locker.node.id) : .lockerFull(locker.locker.node.id) }
    }
    switch outcome {
    case .infeasible(let ways):
      // Directly first: what is not enough there is not enough for a hub.
      for case .infeasible(let obstacles) in ways.map(\.reason) { return .short(obstacles) }
      return .short([.parcels])
    case .undecided: return .undecided
    case .plan:
      // It may ship in part, and best ships nothing.
      let problem = problem.asOrdered
      let missing = order.lines.compactMap { line -> SourcingObstacle? in
        let found = problem.found(line.sku)
        return found < line.quantity ? problem.shortage(of: line.sku, wanted: line.quantity, found: found) : nil
      }
      return missing.isEmpty ? .notWorthShipping : .short(missing)
    }
  }

  private func offer(_ plan: CheckoutPlan, rejections: [Rejection]) -> Offer {
    let lastLeg = lastLeg(of: plan)
    let ways = lastLeg == nil ? options : hubs.first { .hub($0.site.node.id) == plan.way }!.transfers
    let parcels = plan.sourcing.parcels.map { parcel in
      if let lastLeg, parcel.node == lastLeg.parcel.hub {
        // What lies at the hub leaves it with all the rest.
        return OfferedParcel(contents: parcel, service: lastLeg.service, role: .carrier, promise: lastLeg.promise, fullDays: [])
      }
      let option = ways.first { $0.site.node.id == parcel.node && $0.service.id.text == parcel.service.id.text }!
      return OfferedParcel(
        contents: parcel, service: option.service.id, role: option.service.role, promise: option.promise,
        fullDays: option.fullDays)
    }
    return Offer(
      order: order, parcels: parcels, unfilled: plan.sourcing.unfilled, substitutions: plan.substitutions,
      promisedDate: lastLeg?.promise.deliveryDate ?? parcels.map(\.promise.deliveryDate).max()!, cost: plan.cost,
      isProvenCheapest: plan.proven, lastLeg: lastLeg, otherWays: plan.others, rejections: rejections)
  }

  private func lastLeg(of plan: CheckoutPlan) -> OfferedLeg? {
    guard let parcel = plan.consolidated else { return nil }
    let legs = hubs.first { $0.site.node.id == parcel.hub }!.legs
    let leg = legs.first { $0.feederBy == parcel.leg.feederBy && $0.option.service.id.text == parcel.leg.service.id.text }!
    return OfferedLeg(parcel: parcel, service: leg.option.service.id, promise: leg.option.promise)
  }

  /// The problem of the order over all nodes and services.
  ///
  /// A pickup is direct: its lanes end at the store, where what comes by truck waits beside what is there already.
  private func problem(_ planner: Planner, late soonest: LocalDate?) throws -> CheckoutProblem {
    let prices = planner.network.prices
    func service(_ option: ShippingOption, late: Bool) -> LaneService {
      let days = !late ? 0 : soonest.map { max(0, $0.days(until: option.promise.deliveryDate)) } ?? 0
      return LaneService(
        option.rate, id: ID(option.service.id.text), lateness: prices.latePerDay * days, arrives: option.promise.deliveryDate)
    }
    var left: [ID<Node>: Int] = [:]
    /// A service whose day is full is out, unless all are: then the lane says so. What the others have left is the least of any.
    func open(_ all: [ShippingOption]) -> [ShippingOption] {
      let open = all.filter { planner.parcelsLeft($0) ?? 1 > 0 }
      for option in open.isEmpty ? all : open {
        guard let some = planner.parcelsLeft(option) else { continue }
        left[option.site.node.id] = min(left[option.site.node.id] ?? some, some)
      }
      return open.isEmpty ? all : open
    }
    func lanes(_ options: [ShippingOption], late: Bool) -> [Lane] {
      planner.network.sites.compactMap { site in
        let all = options.filter { $0.site.node.id == site.node.id }
        guard !all.isEmpty else { return nil }
        return Lane(
          from: site.node.id, services: open(all).map { service($0, late: late) }, handlingPerParcel: site.handlingPerParcel,
          handlingPerUnit: site.handlingPerUnit)
      }
    }
    let direct = lanes(options, late: true)
    let gathering = hubs.map { hub in
      let legs = hub.legs.filter { planner.parcelsLeft($0.option) ?? 1 > 0 }
      _ = open(hub.legs.map(\.option))
      return Hub(
        hub.site.node.id, transfers: lanes(hub.transfers, late: false),
        lastLegs: (legs.isEmpty ? hub.legs : legs).map { LastLeg(service($0.option, late: true), feederBy: $0.feederBy) },
        pickingPerUnit: hub.site.handlingPerUnit, handlingPerParcel: hub.work.handlingPerParcel,
        handlingPerUnit: hub.work.handlingPerUnit)
    }
    let lines = order.lines.map { line in
      let product = planner.network.product(line.sku)!
      return SourcingLine(
        line.sku, quantity: line.quantity, weight: product.weight, volume: product.volume,
        unfilledCost: order.shipsComplete ? nil : prices.unfilledUnit + MinorUnits(product.price.amount))
    }
    let sourcing = SourcingOrder(lines: lines, lanes: direct, shipsComplete: order.shipsComplete)
    do {
      let rules = planner.network.rules
      return try CheckoutProblem(
        sourcing, stock: stock, parcelsLeft: left, hubs: gathering, substitutes: planner.network.substitutes(for: order),
        eligibility: rules.isEmpty ? nil : Eligibility(rules, in: context(planner.network)))
    } catch {
      throw InvalidInput("order \(order.id)", error.faults, advice: error.advice)
    }
  }

  /// What the rules of the house ask of the order.
  private func context(_ network: Network) -> EligibilityContext {
    var distances: [ID<Node>: Distance] = [:]
    var readyAt: [ID<Node>: Instant] = [:]
    for option in options + hubs.flatMap({ $0.transfers + $0.legs.map(\.option) }) {
      let node = option.site.node
      readyAt[node.id] = min(readyAt[node.id] ?? option.promise.readyAt, option.promise.readyAt)
      if case .delivery(let address, _) = order.fulfilment, network.rules.asksForDistances {
        distances[node.id] = .metres(Int(node.coordinate.greatCircleMetres(to: address).rounded(.up)))
      }
    }
    var isDelivery = false
    if case .delivery = order.fulfilment { isDelivery = true }
    return EligibilityContext(
      channel: order.channel, placedAt: order.placedAt, isDelivery: isDelivery, distances: distances, readyAt: readyAt,
      skills: network.skills)
  }
}
