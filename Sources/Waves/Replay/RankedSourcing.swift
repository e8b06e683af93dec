import Inventory
import Logistics
import Sourcing

/// Orders one after the other, each from its lanes in the order in which it has them, each lane with what it has.
struct RankedSourcing {
  private var stock: StockSnapshot
  private var parcelsLeft: [ID<Node>: Int]

  init(stock: StockSnapshot, parcelsLeft: [ID<Node>: Int]) {
    self.stock = stock
    self.parcelsLeft = parcelsLeft
  }

  /// Sources an order and takes what it ships; `nil`, with nothing taken, if it must ship and is not filled so.
  mutating func source(_ order: SourcingOrder) throws(InvalidInput) -> SourcingPlan? {
    // Checks the order as every other way of sourcing does.
    _ = try SourcingProblem(order, stock: stock)
    var skus: [SKU] = []
    var left: [Int] = []
    for line in order.lines {
      if let known = skus.firstIndex(of: line.sku) {
        left[known] += line.quantity
      } else {
        skus.append(line.sku)
        left.append(line.quantity)
      }
    }
    var parts: [(lane: Int, item: Int, units: Int)] = []
    var parcels = 0
    for (index, lane) in order.lanes.enumerated() where !lane.services.isEmpty && parcelsLeft[lane.node] ?? 1 > 0 {
      guard parcels < order.maximumParcels ?? .max else { break }
      let taken = skus.indices.compactMap { item -> (lane: Int, item: Int, units: Int)? in
        let units = min(left[item], max(0, stock.available(skus[item], at: lane.node) ?? 0))
        return units > 0 ? (index, item, units) : nil
      }
      guard !taken.isEmpty, order.takes(taken.map { ($0.item, $0.units) }, from: index) else { continue }
      for part in taken { left[part.item] -= part.units }
      parts += taken
      parcels += 1
    }
    let isFilled = left.allSatisfy { $0 == 0 }
    let required = order.lines.reduce(into: [SKU: Int]()) { sums, line in
      if line.unfilledCost == nil { sums[line.sku, default: 0] += line.quantity }
    }
    let wanted = order.lines.reduce(into: [SKU: Int]()) { $0[$1.sku, default: 0] += $1.quantity }
    let isShort = zip(skus, left).contains { sku, left in wanted[sku]! - left < required[sku] ?? 0 }
    if isShort || order.shipsComplete && !isFilled && !required.isEmpty { return nil }
    if order.shipsComplete && !isFilled { parts = [] }
    let plan = SourcingPlan(order, parts: parts, lowerBound: nil, steps: 0)
    for part in parts {
      stock.take(Allocation(skus[part.item], at: order.lanes[part.lane].node, quantity: part.units))
    }
    for parcel in plan.parcels {
      if let left = parcelsLeft[parcel.node] { parcelsLeft[parcel.node] = left - 1 }
    }
    return plan
  }
}
