import Dispatch
import Sourcing
import Synchronization

/// Looks for the prices of stock and parcels that prove most.
///
/// Under prices every order is on its own: each takes its cheapest plan, and the sum of what they pay, less what all there is
/// would be sold for, is a bound on every plan of the wave, whatever the prices are (A. Geoffrion, "Lagrangean relaxation for integer
/// programming", Mathematical Programming Study 2, 1974). Prices rise where more is wanted than there is and fall where something is
/// left (M. Held, P. Wolfe, H. Crowder, "Validation of subgradient optimization", Mathematical Programming 6, 1974), each by its part of
/// what is there, along a mean of the last directions, which keeps them from swinging to and fro.
struct PriceSearch {
  private let model: WaveModel
  private let searches: [OrderSearch]
  /// Under which most was proved, and how much: scaled, with the orders' offsets.
  private(set) var best: WavePrices
  private(set) var bound = Int.min
  /// What each order pays at least under the best prices, and the plan that it would choose.
  private(set) var choices: [Choice]
  private(set) var rounds = 0

  struct Choice {
    var plan = OrderPlan(parts: [], cost: 0)
    var least = 0
  }

  /// The sum of what orders that meet no other pay.
  private var loneCost = 0
  private var point: (cells: [Double], rows: [Double])
  private var direction: (cells: [Double], rows: [Double])
  /// The most that was ever wanted, or there is: what an excess is measured by, for all prices to move as fast.
  private var measure: (cells: [Double], rows: [Double])
  /// The place of each contested row in their list.
  private let rowPlaces: [Int: Int]
  private var step = 0.5
  private var stale = 0
  /// After so many rounds that prove no more the step is halved: sooner where there is time for few.
  private let patience: Int
  /// What the contending orders chose in the last round.
  private var last: [OrderPlan] = []

  init(_ model: WaveModel, threads: Int) {
    self.model = model
    searches = (0..<max(1, threads)).map { _ in OrderSearch(model) }
    best = WavePrices(model)
    choices = [Choice](repeating: Choice(), count: model.table.orders.count)
    point = ([Double](repeating: 0, count: model.contestedCells.count), [Double](repeating: 0, count: model.contestedRows.count))
    direction = point
    patience = model.contending.count < 2_000 ? 12 : 4
    rowPlaces = Dictionary(uniqueKeysWithValues: model.contestedRows.enumerated().map { ($1, $0) })
    measure = (
      model.contestedCells.map { Double(max(1, model.stock[$0])) },
      model.contestedRows.map { Double(max(1, model.parcelLimits[$0])) }
    )
  }

  /// The choices of some orders under prices, where these were the last ones; none if there were none.
  private func choices(of orders: [Int], under prices: WavePrices, like last: [OrderPlan]) -> [Choice] {
    var found = [Choice](repeating: Choice(), count: orders.count)
    let block = 64
    let blocks = (orders.count + block - 1) / block
    let next = Atomic<Int>(0)
    let searches = self.searches
    found.withUnsafeMutableBufferPointer { found in
      nonisolated(unsafe) let found = found
      nonisolated(unsafe) let searches = searches
      let model = self.model
      DispatchQueue.concurrentPerform(iterations: min(searches.count, max(1, blocks))) { thread in
        model.stock.withUnsafeBufferPointer { stock in
          model.parcelLimits.withUnsafeBufferPointer { limits in
            prices.cells.withUnsafeBufferPointer { cells in
              prices.rows.withUnsafeBufferPointer { rows in
                while case let number = next.wrappingAdd(1, ordering: .relaxed).oldValue, number < blocks {
                  for index in number * block..<min(orders.count, (number + 1) * block) {
                    let best = searches[thread].plan(
                      orders[index], stock: stock.baseAddress!, parcelsLeft: limits.baseAddress!,
                      prices: (cells.baseAddress!, rows.baseAddress!), like: last.isEmpty ? nil : last[index])
                    guard let best else { preconditionFailure("an order that may neither ship nor be left out") }
                    found[index] = Choice(plan: best.plan, least: best.bound)
                  }
                }
              }
            }
          }
        }
      }
    }
    return found
  }

  /// The first round: under no prices. Orders that meet no other are settled by it for good.
  mutating func begin() {
    let contends = Set(model.contending)
    let all = Array(model.table.orders.indices)
    var sum = 0
    for (order, choice) in zip(all, choices(of: all, under: best, like: [])) {
      choices[order] = choice
      if contends.contains(order) { sum += choice.least } else { loneCost += choice.least }
    }
    bound = sum + loneCost
    rounds = 1
    moveOn(from: model.contending.map { choices[$0].plan }, bound, target: bound + max(1, abs(bound) / 20))
  }

  /// One round more: prices move, and what they prove is kept if it is more.
  ///
  /// - Parameter target: The cost of the best plan known, towards which the bound is to rise.
  mutating func advance(target: Int) {
    var prices = WavePrices(model)
    for (place, cell) in model.contestedCells.enumerated() {
      prices.cells[cell] = Int(min(point.cells[place], Double(model.mostPrice)))
    }
    for (place, row) in model.contestedRows.enumerated() {
      prices.rows[row] = Int(min(point.rows[place], Double(model.mostPrice)))
    }
    let found = choices(of: model.contending, under: prices, like: last)
    last = found.map(\.plan)
    let value = found.reduce(loneCost - prices.worthOfAll(model)) { $0 + $1.least }
    rounds += 1
    if value > bound {
      // What hardly rises is as stale as what does not.
      stale = Double(value - bound) > 1e-5 * Double(max(1, target - bound)) ? 0 : stale + 1
      bound = value
      best = prices
      for (order, choice) in zip(model.contending, found) { choices[order] = choice }
    } else {
      stale += 1
    }
    if stale >= patience {
      step /= 2
      stale = 0
      for (place, cell) in model.contestedCells.enumerated() { point.cells[place] = Double(best.cells[cell]) }
      for (place, row) in model.contestedRows.enumerated() { point.rows[place] = Double(best.rows[row]) }
      direction = ([Double](repeating: 0, count: point.cells.count), [Double](repeating: 0, count: point.rows.count))
      return moveOn(from: model.contending.map { choices[$0].plan }, bound, target: target)
    }
    moveOn(from: found.map(\.plan), value, target: target)
  }

  /// Whether prices hardly move any more.
  var isSettled: Bool { step < 1e-3 }

  /// Moves the point along the excess of what is wanted over what there is.
  private mutating func moveOn(from plans: [OrderPlan], _ value: Int, target: Int) {
    var cells = model.contestedCells.map { -Double(model.stock[$0]) }
    var rows = model.contestedRows.map { -Double(model.parcelLimits[$0]) }
    for (order, plan) in zip(model.contending, plans) {
      for (number, part) in plan.parts.enumerated() {
        let place = Int(model.place[model.cell(part, of: order)])
        if place >= 0 { cells[place] += Double(part.units) }
        guard !rowPlaces.isEmpty, plan.opensParcel(number) else { continue }
        if let place = rowPlaces[Int(model.table.candidates[part.candidate].row)] { rows[place] += 1 }
      }
    }
    for place in cells.indices {
      measure.cells[place] = max(measure.cells[place], cells[place] + Double(model.stock[model.contestedCells[place]]))
    }
    for place in rows.indices {
      measure.rows[place] = max(measure.rows[place], rows[place] + Double(model.parcelLimits[model.contestedRows[place]]))
    }
    // What is not wanted and free already stays free: it is no direction.
    for place in cells.indices where cells[place] < 0 && point.cells[place] <= 0 { cells[place] = 0 }
    for place in rows.indices where rows[place] < 0 && point.rows[place] <= 0 { rows[place] = 0 }
    let keep = 0.9
    var length = 0.0
    for place in cells.indices {
      direction.cells[place] = keep * direction.cells[place] + cells[place]
      length += direction.cells[place] * direction.cells[place] / measure.cells[place]
    }
    for place in rows.indices {
      direction.rows[place] = keep * direction.rows[place] + rows[place]
      length += direction.rows[place] * direction.rows[place] / measure.rows[place]
    }
    guard length > 0 else { return }
    let stride = step * Double(max(1, target - value)) / length
    for place in cells.indices {
      point.cells[place] = max(0, point.cells[place] + stride * direction.cells[place] / measure.cells[place])
    }
    for place in rows.indices {
      point.rows[place] = max(0, point.rows[place] + stride * direction.rows[place] / measure.rows[place])
    }
  }
}
