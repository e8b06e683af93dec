import Sourcing

/// An order of a wave whose freight depends on the parcel: it is searched by other means than those whose lanes ask one price.
struct WaveTariff: Sendable {
  private let order: TariffedOrder
  /// The table's number of each of the order's candidates.
  private let candidates: [Int]
  private let itemCount: Int

  /// - Parameter table: Has the order as its last, with all its lanes that could ship something.
  init(_ order: TariffedOrder, in table: LaneTable) {
    let own = table.orders[table.orders.count - 1]
    var numbers: [Int: Int] = [:]
    for number in own.candidates { numbers[Int(table.candidates[number].lane)] = number }
    self.order = order
    candidates = order.lanes.map { numbers[$0]! }
    itemCount = own.items.count
  }

  /// The cheapest plan under prices and what a branch says.
  func plan(
    _ number: Int, _ model: WaveModel, stock: UnsafePointer<Int>, parcelsLeft: UnsafePointer<Int>,
    prices: (cells: UnsafePointer<Int>, rows: UnsafePointer<Int>)?, holds: [WaveBranch]
  ) -> PricedPlan {
    let items = model.table.items[model.table.orders[number].items]
    func row(_ place: Int) -> Int { Int(model.table.candidates[candidates[place]].row) }
    func cell(_ place: Int, _ item: Int) -> Int? {
      let column = items[items.startIndex + item].column
      return column >= 0 ? model.table.layout.cell(row(place), column) : nil
    }
    func hold(_ place: Int, _ item: Int?) -> WaveBranch? {
      holds.last { $0.candidate == candidates[place] && $0.item == item }
    }
    let answer = order.search(
      TariffedOrder.Conditions(
        units: { place, item in
          guard let cell = cell(place, item) else { return 0 }
          return holds.isEmpty ? stock[cell] : min(stock[cell], hold(place, item)?.most ?? .max)
        },
        price: { place, item in
          guard let prices, let cell = cell(place, item) else { return 0 }
          return !holds.isEmpty && hold(place, item)?.isFixed == true ? 0 : prices.cells[cell]
        },
        parcels: { place in
          holds.isEmpty ? parcelsLeft[row(place)] : min(parcelsLeft[row(place)], hold(place, nil)?.most ?? .max)
        },
        parcelPrice: { place in
          guard let prices else { return 0 }
          return !holds.isEmpty && hold(place, nil)?.isFixed == true ? 0 : prices.rows[row(place)]
        }), stepLimit: Self.stepLimit)
    var parts: [LaneSearch.Part] = []
    var last = (candidate: -1, parcel: 0)
    for box in answer.boxes {
      last = (box.candidate, box.candidate == last.candidate ? last.parcel + 1 : 0)
      for (item, units) in box.units.enumerated() where units > 0 {
        parts.append(LaneSearch.Part(candidate: candidates[box.candidate], item: item, units: units, parcel: last.parcel))
      }
    }
    return PricedPlan(
      plan: OrderPlan(parts: parts, cost: order.cost(of: answer.boxes)), bound: answer.bound, isExact: answer.isExact)
  }

  /// What a plan costs, worked out from its parts: scaled, with the order's offset.
  func cost(of parts: [LaneSearch.Part]) -> Int {
    var boxes: [TariffedOrder.Box] = []
    var start = 0
    while start < parts.count {
      let end = parts[start...].firstIndex { !$0.isWith(parts[start]) } ?? parts.count
      var units = [Int](repeating: 0, count: itemCount)
      for part in parts[start..<end] { units[part.item] += part.units }
      boxes.append(TariffedOrder.Box(candidate: candidates.firstIndex(of: parts[start].candidate)!, units: units))
      start = end
    }
    return order.cost(of: boxes)
  }

  /// After so many partial plans an order's search hands back what it has, and proves less.
  private static let stepLimit = 2_000
}
