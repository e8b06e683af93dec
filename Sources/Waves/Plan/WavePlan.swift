public import Logistics
public import Sourcing

/// How the orders of a wave ship, what is proved of that, and what scarce stock is worth.
public struct WavePlan: Sendable {
  /// Why the search ended.
  public enum Termination: Hashable, Sendable {
    /// No plan costs less.
    case optimal
    /// No plan ships everything that must ship; that is proved.
    case infeasible
    /// ``WaveLimit`` came first.
    case limit
    /// The caller's flag was raised.
    case cancelled
  }

  /// For each order how it ships, or `nil` if it must ship and no way was found.
  public let orders: [SourcingPlan?]
  public let termination: Termination
  /// What all plans cost together.
  public let cost: MinorUnits
  /// What no plan of the wave costs less than, in minor units: proved, by prices.
  public let lowerBound: Double
  /// What one more unit would be worth to the wave, wherever more is wanted than there is: prices of a dual solution, the
  /// opportunity costs for orders to come (J. Acimovic and S. Graves, "Making better fulfillment decisions on the fly in an online
  /// retail environment", Manufacturing & Service Operations Management 17, 2015).
  public let stockPrices: [StockPrice]
  /// What one more parcel would be worth at a node whose parcels are scarce, in minor units.
  public let parcelPrices: [ID<Node>: Double]
  /// How many rounds of prices and how many changes of the plan were tried.
  public let rounds: Int
  public let tries: Int
  public let time: Swift.Duration

  /// How much cheaper another plan could at most be: (cost − bound) / cost; meaningless while orders are missing.
  public var gap: Double {
    let cost = Double(cost.count)
    return cost <= lowerBound ? 0 : (cost - lowerBound) / max(1, cost)
  }
}

/// What one more unit of a product at a node is worth.
public struct StockPrice: Hashable, Sendable {
  public let node: ID<Node>
  public let sku: SKU
  /// In minor units, above zero.
  public let price: Double

  /// A price.
  public init(node: ID<Node>, sku: SKU, price: Double) {
    self.node = node
    self.sku = sku
    self.price = price
  }
}
