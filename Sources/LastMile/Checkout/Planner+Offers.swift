import Inventory
import Logistics
import Synchronization
import Promising
import Sourcing

extension Planner {
  /// The ways in which an order can be fulfilled, soonest first, each cheaper than all before it.
  ///
  /// For every date that some node can promise, the order is sourced at its exact least cost among the nodes that keep that
  /// date, each by the one service that would bring the whole order for the least; dates at which nothing gets cheaper are left
  /// out. Nothing is held. All is judged at the moment at which the order is placed.
  ///
  /// - Returns: The front of cost versus date; empty if the order cannot be fulfilled, see ``refusal(of:)``.
  /// - Throws: What the inventory throws; `InvalidInput` if the order itself makes no sense.
  /// - Complexity: One sourcing problem for each date; see `SourcingProblem.solve(stepLimit:)`.
  public func offers(for order: Order) async throws -> [Offer] {
    guard case .success(let ways) = try await ways(for: order) else { return [] }
    return try ways.front(self, rejections: true)
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
  func ways(for order: Order) async throws -> Result<Ways, Refusal> {
    for line in order.lines where network.product(line.sku) == nil { return .failure(.unknownProduct(line.sku)) }
    if case .pickup(let store) = order.fulfilment, network.site(store)?.pickupHours == nil {
      return .failure(.noPickup(at: store))
    }
    var options: [ShippingOption] = []
    var reasons: [ID<Node>: String] = [:]
    for site in network.sites {
      let found = network.options(for: order, from: site, promised: promised)
      options += found.options
      if found.options.isEmpty { reasons[site.node.id] = found.reason }
    }
    guard !options.isEmpty else { return .failure(.notServed(reasons)) }
    let stock = try await inventory.snapshot(
      of: order.lines.map(\.sku), at: network.sites.map(\.node.id), for: order.channel, at: order.placedAt)
    return .success(Ways(order: order, options: options, stock: stock))
  }

  /// What the vehicles of a node are promised to do on a day.
  func promised(_ node: ID<Node>, _ day: LocalDate) -> PromisedDay {
    state.withLock { $0.promised[NodeDay(node: node, day: day)] ?? PromisedDay() }
  }

  /// How many parcels a node may still ship on the day an option leaves, or `nil` for no limit.
  func parcelsLeft(_ option: ShippingOption) -> Int? {
    guard let limit = option.site.parcelLimit else { return nil }
    let key = NodeDay(node: option.site.node.id, day: option.promise.leavesOn)
    return max(0, limit - state.withLock { $0.parcels[key] ?? 0 })
  }
}

extension Refusal: Error {}

/// The ways of one order, and the stock they can draw on.
struct Ways {
  let order: Order
  let options: [ShippingOption]
  let stock: StockSnapshot

  /// The cheapest offer for each date, as long as it gets cheaper.
  func front(_ planner: Planner, rejections: Bool) throws -> [Offer] {
    let dates = Set(options.map(\.promise.deliveryDate)).sorted()
    var front: [Offer] = []
    for date in dates {
      let inTime = options.filter { $0.promise.deliveryDate <= date }
      guard let offer = try cheapest(of: inTime, planner, late: nil, rejections: rejections) else { continue }
      if let last = front.last, offer.cost.total >= last.cost.total { continue }
      front.append(offer)
    }
    return front
  }

  /// The offer that weighs a later date against its price: each day after the soonest that any node could promise costs
  /// goodwill.
  func best(_ planner: Planner) throws -> Offer? {
    let soonest = options.map(\.promise.deliveryDate).min()
    return try cheapest(of: options, planner, late: soonest, rejections: true)
  }

  /// Why nothing ships.
  func shortage(_ planner: Planner) throws -> Refusal {
    let (problem, chosen) = try problem(options, planner, late: nil)
    switch problem.solve() {
    case .infeasible(let obstacles): return .short(obstacles)
    case .undecided: return .undecided
    case .plan:
      // It may ship in part, and best ships nothing.
      let missing = order.lines.compactMap { line -> SourcingObstacle? in
        let found = chosen.keys.reduce(0) { $0 + max(0, stock.available(line.sku, at: $1) ?? 0) }
        return found < line.quantity ? .stock(line.sku, wanted: line.quantity, found: found) : nil
      }
      return missing.isEmpty ? .notWorthShipping : .short(missing)
    }
  }

  private func cheapest(
    of options: [ShippingOption], _ planner: Planner, late soonest: LocalDate?, rejections: Bool
  ) throws -> Offer? {
    let (problem, chosen) = try problem(options, planner, late: soonest)
    guard let plan = problem.solve().plan, !plan.parcels.isEmpty else { return nil }
    let parcels = plan.parcels.map { parcel in
      let option = chosen[parcel.node]!
      return OfferedParcel(
        contents: parcel, service: option.service.id, role: option.service.role, promise: option.promise,
        fullDays: option.fullDays)
    }
    return Offer(
      order: order, parcels: parcels, unfilled: plan.unfilled,
      promisedDate: parcels.map(\.promise.deliveryDate).max()!, cost: plan.cost, isProvenCheapest: plan.proven,
      rejections: rejections ? problem.alternatives(to: plan) : [])
  }

  /// The sourcing problem of the order over one option for each node: the one that is cheapest for the whole order.
  private func problem(
    _ options: [ShippingOption], _ planner: Planner, late soonest: LocalDate?
  ) throws -> (SourcingProblem, [ID<Node>: ShippingOption]) {
    let prices = planner.network.prices
    let products = order.lines.map { planner.network.product($0.sku)! }
    let weight = zip(order.lines, products).reduce(Weight.zero) { $0 + $1.1.weight * $1.0.quantity }
    let volume = zip(order.lines, products).reduce(Volume.zero) { $0 + $1.1.volume * $1.0.quantity }
    func lateness(_ option: ShippingOption) -> MinorUnits {
      guard let soonest else { return 0 }
      return prices.latePerDay * max(0, soonest.days(until: option.promise.deliveryDate))
    }
    var chosen: [ID<Node>: (option: ShippingOption, price: MinorUnits)] = [:]
    for option in options {
      // What no tariff takes whole may still go in parts: it comes last, not never.
      let freight = option.rate.price(weight: weight, volume: volume) ?? MinorUnits(1_000_000_000)
      let price = freight + lateness(option)
      if let other = chosen[option.site.node.id], other.price <= price { continue }
      chosen[option.site.node.id] = (option, price)
    }
    let picked = planner.network.sites.compactMap { chosen[$0.node.id]?.option }
    let lanes = picked.map { option in
      Lane(
        from: option.site.node.id, freight: option.rate, handlingPerParcel: option.site.handlingPerParcel,
        handlingPerUnit: option.site.handlingPerUnit, lateness: lateness(option))
    }
    let lines = zip(order.lines, products).map { line, product in
      SourcingLine(
        line.sku, quantity: line.quantity, weight: product.weight, volume: product.volume,
        unfilledCost: order.shipsComplete ? nil : prices.unfilledUnit + MinorUnits(product.price.amount))
    }
    var left: [ID<Node>: Int] = [:]
    for option in picked { left[option.site.node.id] = planner.parcelsLeft(option) }
    let sourcing = SourcingOrder(lines: lines, lanes: lanes, shipsComplete: order.shipsComplete)
    do {
      return (try SourcingProblem(sourcing, stock: stock, parcelsLeft: left), chosen.mapValues(\.option))
    } catch {
      throw InvalidInput("order \(order.id)", error.faults, advice: error.advice)
    }
  }
}
