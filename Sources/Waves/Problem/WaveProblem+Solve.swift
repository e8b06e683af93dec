import Inventory
import Logistics
import Sourcing

extension WaveProblem {
  /// The cheapest plan that can be found, and what is proved of it.
  ///
  /// Prices of scarce stock and parcels are looked for that prove the most (see `PriceSearch`); under them the orders are planned one
  /// after the other, and then, a few at a time, anew.
  ///
  /// - Parameters:
  ///   - limit: When to stop.
  ///   - threads: How many orders are looked at at a time.
  ///   - seed: Of the choices made at random.
  ///   - isCancelled: Asked now and then; the best so far is returned once it says yes.
  ///   - progress: Told now and then.
  public func solve(
    _ limit: WaveLimit = WaveLimit(), threads: Int = 2, seed: UInt64 = 1, isCancelled: @escaping () -> Bool = { false },
    progress: @escaping (WaveProgress) -> Void = { _ in }
  ) -> WavePlan {
    let start = ContinuousClock.now
    func isOver(_ part: Double) -> Bool {
      if isCancelled() { return true }
      guard let time = limit.time else { return false }
      return ContinuousClock.now - start >= time * part
    }
    let end = limit.time.map { start + $0 }
    var search = WaveSearch(
      model, limit, threads: threads, seed: seed, isOver: isOver, isLate: { end.map { ContinuousClock.now >= $0 } ?? false }
    ) { search in
      let state = search.plans.state
      progress(
        WaveProgress(
          time: ContinuousClock.now - start, rounds: search.prices.rounds, tries: search.tries,
          cost: state.missing == 0 ? MinorUnits((state.cost - model.offset) / model.scale) : nil, missing: state.missing,
          lowerBound: lowerBound(search.bound)))
    }
    search.run()
    let termination: WavePlan.Termination =
      search.isInfeasible
      ? .infeasible : search.isProved && search.plans.state.missing == 0 ? .optimal : isCancelled() ? .cancelled : .limit
    return plan(search, termination, time: ContinuousClock.now - start)
  }

  /// A bound of the search in minor units.
  private func lowerBound(_ scaled: Int) -> Double { Double(scaled - model.offset) / Double(model.scale) }

  private func plan(
    _ search: WaveSearch, _ termination: WavePlan.Termination, time: Swift.Duration
  ) -> WavePlan {
    let (plans, prices) = (search.plans, search.prices)
    let scale = Double(model.scale)
    var cost = MinorUnits.zero
    let found = orders.indices.map { order -> SourcingPlan? in
      guard !plans.state.isMissing(order), let plan = plans.state.plans[order] else { return nil }
      let parts = plan.parts.map {
        (lane: Int(model.table.candidates[$0.candidate].lane), parcel: $0.parcel, item: $0.item, units: $0.units)
      }.sorted { ($0.lane, $0.parcel, $0.item) < ($1.lane, $1.parcel, $1.item) }
      let sourced = SourcingPlan(orders[order], parts: parts, lowerBound: nil, steps: 0)
      precondition(
        sourced.cost.total.count * model.scale == plan.cost - model.table.orders[order].offset,
        "order \(order) costs something else")
      cost += sourced.cost.total
      return sourced
    }
    let stockPrices = model.contestedCells.compactMap { cell -> StockPrice? in
      guard prices.best.cells[cell] > 0 else { return nil }
      return StockPrice(
        node: stock.nodes[cell % stock.nodes.count], sku: columnNames[cell / stock.nodes.count],
        price: Double(prices.best.cells[cell]) / scale)
    }
    var parcelPrices: [ID<Node>: Double] = [:]
    for row in model.contestedRows where prices.best.rows[row] > 0 {
      parcelPrices[stock.nodes[row]] = Double(prices.best.rows[row]) / scale
    }
    return WavePlan(
      orders: found, termination: termination, cost: cost,
      lowerBound: search.isProved ? Double(cost.count) : lowerBound(search.bound), stockPrices: stockPrices,
      parcelPrices: parcelPrices, rounds: prices.rounds, tries: search.tries, time: time)
  }
}
