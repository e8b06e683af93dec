public import Inventory
public import Logistics
public import Sourcing

/// The same orders on the same stock under any rules: what other rules would have cost.
///
/// ```swift
/// let replay = Replay(orders, stock: snapshot)
/// let now = try replay.run(SourcingRules(.ranked))
/// let then = try replay.run(SourcingRules(.together))
/// print(now.cost - then.cost, now.splitOrders, then.splitOrders)
/// ```
public struct Replay: Sendable {
  public let orders: [SourcingOrder]
  public let stock: StockSnapshot
  /// How many parcels a node may ship; a node not named has no limit.
  public let parcelsLeft: [ID<Node>: Int]

  /// A replay. The orders are checked where they are run.
  public init(_ orders: [SourcingOrder], stock: StockSnapshot, parcelsLeft: [ID<Node>: Int] = [:]) {
    self.orders = orders
    self.stock = stock
    self.parcelsLeft = parcelsLeft
  }

  /// Sources all orders in their order.
  ///
  /// - Parameters:
  ///   - limit: of the search where all orders are planned together.
  /// - Throws: `InvalidInput` with the faults of an order, or if the rules have prices for other stock.
  public func run(
    _ rules: SourcingRules, limit: WaveLimit = WaveLimit(), threads: Int = 2
  ) throws(InvalidInput) -> ReplayOutcome {
    // Before costs of theirs are added up.
    for order in orders {
      var faults = FaultList()
      SourcingProblem.check(order, [], &faults)
      try faults.throwIfAny("order")
    }
    var stock = stock
    if rules.keptBack > 0 {
      for row in stock.nodes.indices {
        for column in stock.skus.indices {
          stock[node: row, sku: column] = max(0, stock[node: row, sku: column] - rules.keptBack)
        }
      }
    }
    var left = parcelsLeft
    for (node, limit) in rules.parcelLimits { left[node] = min(left[node] ?? .max, limit) }
    for node in rules.closedNodes { left[node] = 0 }
    let seen = orders.map { rules.applied(to: $0) }
    var plans: [SourcingPlan?] = []
    plans.reserveCapacity(orders.count)
    switch rules.choice {
    case .together:
      plans = try WaveProblem(seen, stock: stock, parcelsLeft: left).solve(limit, threads: threads).orders
    case .leastCost, .fewestParcels:
      var day = OrderByOrder(stock: stock, parcelsLeft: left, prices: rules.choice == .leastCost ? rules.prices : nil)
      for (number, order) in seen.enumerated() {
        if rules.choice == .leastCost, let outlook = rules.outlook, number % max(1, outlook.every) == 0 {
          let prices = try outlook.prices(on: day.stock, parcelsLeft: day.parcelsLeft, after: number, threads: threads)
          day = OrderByOrder(stock: day.stock, parcelsLeft: day.parcelsLeft, prices: prices)
        }
        plans.append(try day.source(order).plan)
      }
    case .ranked:
      var day = RankedSourcing(stock: stock, parcelsLeft: left)
      for order in seen { plans.append(try day.source(order)) }
    }
    return ReplayOutcome(plans: zip(orders, plans).map { order, plan in plan?.repriced(for: order) })
  }
}

/// What came of a replay.
public struct ReplayOutcome: Sendable {
  /// For each order how it ships, at the costs that the order has; `nil` for one that must ship and could not.
  public let plans: [SourcingPlan?]

  /// An outcome of plans that are at hand.
  public init(plans: [SourcingPlan?]) { self.plans = plans }

  /// What all that was planned costs.
  public var cost: MinorUnits { plans.reduce(.zero) { $0 + ($1?.cost.total ?? .zero) } }
  public var parcels: Int { plans.reduce(0) { $0 + ($1?.parcels.count ?? 0) } }
  /// Orders that arrive in more than one parcel.
  public var splitOrders: Int { plans.count { $0?.parcels.count ?? 0 > 1 } }
  /// Units that were left out.
  public var unfilledUnits: Int { plans.reduce(0) { $0 + ($1?.unfilled.reduce(0) { $0 + $1.quantity } ?? 0) } }
  /// Orders that must ship and could not.
  public var impossibleOrders: Int { plans.count { $0 == nil } }

  /// The places of the orders that ship otherwise in another outcome of the same orders.
  public func differing(from other: ReplayOutcome) -> [Int] {
    zip(plans, other.plans).enumerated().compactMap { place, pair in
      let parcels = [pair.0, pair.1].map { plan in plan.map { Set($0.parcels.map { Content(node: $0.node, lines: $0.lines) }) } }
      return parcels[0] == parcels[1] ? nil : place
    }
  }

  private struct Content: Hashable {
    let node: ID<Node>
    let lines: [OrderLine]
  }
}
