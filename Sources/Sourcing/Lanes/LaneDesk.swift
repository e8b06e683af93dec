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
    /// The units of a problem that brings its own.
    var units = Scratch<Int>()
    var slots = Scratch<Int32>()
  }

  private let places = Mutex<[Place]>([])

  /// What a problem's cheapest plan is; `nil` if the price of some lane depends on the parcel.
  func solve(_ problem: SourcingProblem, stepLimit: Int) -> SourcingOutcome? {
    withPlace { $0.solve(problem, stepLimit: stepLimit) }
  }

  /// Lends so many numbers, whatever they were before.
  func withSlots(_ count: Int, _ body: (UnsafeMutablePointer<Int32>) -> Void) {
    withPlace { place in
      place.slots.reserve(count)
      body(place.slots.base)
    }
  }

  private func withPlace<Result>(_ body: (Place) -> Result) -> Result {
    let place = places.withLock { $0.popLast() } ?? Place()
    defer { places.withLock { $0.append(place) } }
    return body(place)
  }
}

extension LaneDesk.Place {
  fileprivate func solve(_ problem: SourcingProblem, stepLimit: Int) -> SourcingOutcome? {
    let order = problem.order
    let parcelsLeft = { (lane: Int) in problem.parcelsLeft(lane) ?? .max }
    switch problem.supply {
    case .table(let rows, _):
      let width = order.lines.count
      table.removeAll(.rows(width: width))
      let isFlat = table.add(
        order, scale: Instance.scale, column: { sku in order.lines.firstIndex { $0.sku == sku } },
        row: { parcelsLeft($0) > 0 ? $0 : nil })
      guard isFlat else { return nil }
      units.reserve(rows.count * width)
      for (lane, row) in rows.enumerated() {
        for line in 0..<width { units.base[lane * width + line] = row[line] }
      }
      return outcome(problem, stock: UnsafePointer(units.base), prices: nil, stepLimit)
    case .snapshot(let stock, _, let prices):
      table.removeAll(.rows(width: stock.skus.count))
      let isFlat = table.add(
        order, scale: Instance.scale, column: { stock.column(of: $0) },
        row: { parcelsLeft($0) > 0 ? stock.row(of: order.lanes[$0].node) : nil })
      guard isFlat else { return nil }
      return stock.withUnits { units in
        // Without a lane no unit is looked at.
        let units = units.baseAddress ?? UnsafePointer(bitPattern: MemoryLayout<Int>.alignment)!
        guard let prices else { return outcome(problem, stock: units, prices: nil, stepLimit) }
        return prices.withValues { outcome(problem, stock: units, prices: $0, stepLimit) }
      }
    }
  }

  private func outcome(
    _ problem: SourcingProblem, stock: UnsafePointer<Int>, prices: UnsafePointer<Int>?, _ stepLimit: Int
  ) -> SourcingOutcome {
    var conditions = LaneSearch.Conditions(stock: stock)
    conditions.cellPrices = prices
    conditions.priceScale = Instance.scale
    conditions.pricesAreCosts = prices == nil
    conditions.looksAtPairs = true
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
