import Sourcing

/// Finds the plan of one order after the other; serves one thread at a time.
final class OrderSearch {
  private let model: WaveModel
  private var search = LaneSearch()
  private var lanes: [Int] = []

  init(_ model: WaveModel) { self.model = model }

  /// The cheapest plan of an order under prices, on some stock; `nil` if branches leave it no way.
  ///
  /// - Returns: The plan, and what no plan costs less than with what it pays for stock and parcels.
  func plan(
    _ order: Int, stock: UnsafePointer<Int>, parcelsLeft: UnsafePointer<Int>,
    prices: (cells: UnsafePointer<Int>, rows: UnsafePointer<Int>)?, marks: UnsafePointer<UInt8>? = nil,
    holds: [WaveBranch] = [], like hint: OrderPlan? = nil
  ) -> PricedPlan? {
    if let tariff = model.tariff(of: order) {
      return tariff.plan(order, model, stock: stock, parcelsLeft: parcelsLeft, prices: prices, holds: holds)
    }
    var conditions = LaneSearch.Conditions(stock: stock)
    conditions.parcelsLeft = parcelsLeft
    conditions.cellPrices = prices?.cells
    conditions.parcelPrices = prices?.rows
    conditions.marks = marks
    conditions.stepLimit = 2_000
    conditions.lanesAreSorted = true
    if let hint {
      lanes.removeAll(keepingCapacity: true)
      for part in hint.parts where lanes.last != part.candidate { lanes.append(part.candidate) }
      lanes.withUnsafeBufferPointer { lanes in
        conditions.hint = lanes
        search.run(model.table, order, conditions)
        conditions.hint = nil
      }
    } else {
      search.run(model.table, order, conditions)
    }
    guard search.cost != nil else { return nil }
    var parts: [LaneSearch.Part] = []
    search.parts(model.table, order, conditions) { parts.append($0) }
    return PricedPlan(
      plan: OrderPlan(parts: parts, cost: model.cost(of: parts, order: order)), bound: search.bound, isExact: !search.exhausted)
  }

  /// The cheapest plan of an order under prices.
  func plan(_ order: Int, on stores: WaveStores, under prices: WavePrices) -> OrderPlan {
    stores.stock.withUnsafeBufferPointer { stock in
      stores.parcels.withUnsafeBufferPointer { parcels in
        prices.cells.withUnsafeBufferPointer { cells in
          prices.rows.withUnsafeBufferPointer { rows in
            let found = plan(
              order, stock: stock.baseAddress!, parcelsLeft: parcels.baseAddress!,
              prices: (cells.baseAddress!, rows.baseAddress!))
            guard let found else { preconditionFailure("an order that may neither ship nor be left out") }
            return found.plan
          }
        }
      }
    }
  }

  /// The cheapest plan of an order on what a state leaves, under prices if there are any.
  func plan(_ order: Int, in state: borrowing WaveState, under prices: WavePrices?) -> OrderPlan {
    guard let found = priced(order, in: state, under: prices, marks: nil) else {
      preconditionFailure("an order that may neither ship nor be left out")
    }
    return found.plan
  }

  /// The same under the marks of a branch, and what no plan pays less than; `nil` if they leave the order no way.
  func priced(
    _ order: Int, in state: borrowing WaveState, under prices: WavePrices?, marks: UnsafePointer<UInt8>?,
    holds: [WaveBranch] = []
  ) -> PricedPlan? {
    state.left.withUnsafeBufferPointer { left -> PricedPlan? in
      state.parcelsLeft.withUnsafeBufferPointer { parcelsLeft -> PricedPlan? in
        guard let prices else {
          return plan(
            order, stock: left.baseAddress!, parcelsLeft: parcelsLeft.baseAddress!, prices: nil, marks: marks,
            holds: holds)
        }
        return prices.cells.withUnsafeBufferPointer { cells in
          prices.rows.withUnsafeBufferPointer { rows in
            plan(
              order, stock: left.baseAddress!, parcelsLeft: parcelsLeft.baseAddress!,
              prices: (cells.baseAddress!, rows.baseAddress!), marks: marks, holds: holds)
          }
        }
      }
    }
  }
}

/// The plan of an order under prices.
struct PricedPlan {
  let plan: OrderPlan
  /// No plan costs less, with what it pays for stock and parcels.
  let bound: Int
  /// Whether the plan costs no more: the search did not end at its limit of steps.
  let isExact: Bool
}

/// What there is to take: units in each cell, parcels of each row.
struct WaveStores {
  var stock: [Int]
  var parcels: [Int]
}
