import Inventory
import Logistics
import Synchronization

/// Lends searches with their memory to whoever has an order to source, so that a checkout does not ask for memory at every order.
final class LaneDesk: Sendable {
  static let shared = LaneDesk()

  /// Taken whole by one thread, used, and laid back: nothing of it is shared.
  fileprivate final class Place: @unchecked Sendable {
    var table = LaneTable(.rows(width: 0))
    var search = LaneSearch()
  }

  private let places = Mutex<[Place]>([])

  /// What a problem's cheapest plan is; `nil` if the price of some lane depends on the parcel.
  func solve(_ problem: SourcingProblem, stepLimit: Int) -> SourcingOutcome? {
    let place = places.withLock { $0.popLast() } ?? Place()
    defer { places.withLock { $0.append(place) } }
    return place.solve(problem, stepLimit: stepLimit)
  }
}

extension LaneDesk.Place {
  fileprivate func solve(_ problem: SourcingProblem, stepLimit: Int) -> SourcingOutcome? {
    let order = problem.order
    let parcelsLeft = { (lane: Int) in problem.parcelsLeft(lane) ?? .max }
    switch problem.supply {
    case .table(let units, _):
      table.removeAll(.rows(width: order.lines.count))
      let isFlat = table.add(
        order, scale: Instance.scale, column: { sku in order.lines.firstIndex { $0.sku == sku } },
        row: { parcelsLeft($0) > 0 ? $0 : nil })
      guard isFlat else { return nil }
      return units.withUnsafeBufferPointer { outcome(problem, stock: $0, prices: nil, stepLimit) }
    case .snapshot(let stock, _, let prices):
      table.removeAll(.rows(width: stock.skus.count))
      let isFlat = table.add(
        order, scale: Instance.scale, column: { stock.column(of: $0) },
        row: { parcelsLeft($0) > 0 ? stock.row(of: order.lanes[$0].node) : nil })
      guard isFlat else { return nil }
      return stock.withUnits { units in
        guard let prices else { return outcome(problem, stock: units, prices: nil, stepLimit) }
        return prices.withValues { outcome(problem, stock: units, prices: $0, stepLimit) }
      }
    }
  }

  private func outcome(
    _ problem: SourcingProblem, stock: UnsafeBufferPointer<Int>, prices: UnsafePointer<Int>?, _ stepLimit: Int
  ) -> SourcingOutcome {
    // Without a lane no unit is looked at.
    var conditions = LaneSearch.Conditions(stock: stock.baseAddress ?? UnsafePointer(bitPattern: MemoryLayout<Int>.alignment)!)
    conditions.cellPrices = prices
    conditions.priceScale = Instance.scale
    conditions.pricesAreCosts = prices == nil
    conditions.stepLimit = stepLimit
    conditions.grain = Instance.scale
    search.run(table, 0, conditions)
    let offset = table.orders[0].offset
    let bound = MinorUnits(search.bound == .max ? 0 : (search.bound - offset) / Instance.scale)
    guard search.cost != nil else {
      if search.exhausted { return .undecided(lowerBound: bound) }
      let obstacles = problem.stockObstacles(problem.makeInstance())
      return .infeasible(obstacles.isEmpty ? [.parcels] : obstacles)
    }
    var parts: [(lane: Int, item: Int, units: Int)] = []
    var opportunity = 0
    search.parts(table, 0, conditions) { part in
      let candidate = table.candidates[part.candidate]
      parts.append((Int(candidate.lane), part.item, part.units))
      if let prices { opportunity += part.units * prices[table.layout.cell(Int(candidate.row), table.items[part.item].column)] }
    }
    return .plan(
      SourcingPlan(
        problem.order, parts: parts, lowerBound: search.exhausted ? bound : nil,
        opportunity: MinorUnits(opportunity), steps: search.steps))
  }
}
