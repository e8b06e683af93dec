public import Inventory
public import Logistics

/// Orders one after the other, each at its own cheapest plan on the stock and the capacity that those before it left: what a
/// checkout does all day.
///
/// ```swift
/// var day = OrderByOrder(stock: snapshot, parcelsLeft: ["store-7": 40])
/// for order in orders {
///   let outcome = try day.source(order)
/// }
/// ```
public struct OrderByOrder: Sendable {
  /// What is left.
  public private(set) var stock: StockSnapshot
  /// How many parcels nodes may still ship; a node not named has no limit.
  public private(set) var parcelsLeft: [ID<Node>: Int]
  /// What units are worth where they lie, if that counts.
  public let prices: StockPrices?

  /// A day that begins with this stock and this capacity.
  public init(stock: StockSnapshot, parcelsLeft: [ID<Node>: Int] = [:], prices: StockPrices? = nil) {
    self.stock = stock
    self.parcelsLeft = parcelsLeft
    self.prices = prices
  }

  /// Sources an order, and takes what its plan ships, proven cheapest or not.
  ///
  /// - Throws: `InvalidInput` as ``SourcingProblem``; nothing is taken then.
  public mutating func source(_ order: SourcingOrder, stepLimit: Int = 200_000) throws(InvalidInput) -> SourcingOutcome {
    let outcome = try SourcingProblem(order, stock: stock, parcelsLeft: parcelsLeft, prices: prices).solve(stepLimit: stepLimit)
    for parcel in outcome.plan?.parcels ?? [] {
      for line in parcel.lines { stock.take(Allocation(line.sku, at: parcel.node, quantity: line.quantity)) }
      if let left = parcelsLeft[parcel.node] { parcelsLeft[parcel.node] = left - 1 }
    }
    return outcome
  }
}

extension SourcingPlan {
  /// What to hold for this plan: one allocation for each product of each node, in the order of node and product.
  public var allocations: [Allocation] {
    var units: [ID<Node>: [SKU: Int]] = [:]
    for parcel in parcels {
      for line in parcel.lines { units[parcel.node, default: [:]][line.sku, default: 0] += line.quantity }
    }
    return units.sorted { $0.key < $1.key }.flatMap { node, skus in
      skus.sorted { $0.key < $1.key }.map { Allocation($0.key, at: node, quantity: $0.value) }
    }
  }
}
