public import Inventory
public import Logistics

/// Units that are expected to be wanted somewhere, and what it is worth to have them there.
public struct ExpectedDemand: Hashable, Sendable {
  public let node: ID<Node>
  public let sku: SKU
  /// How many units; each is worth as much. Several entries of a product at a node add up, the worthiest first: as the chance falls
  /// that so many are sold, so does what a unit more is worth.
  public let units: Int
  /// What a unit that is there is worth, as the margin of a sale times the chance that it is sold.
  public let worth: MinorUnits

  /// A demand.
  public init(_ sku: SKU, at node: ID<Node>, units: Int, worth: MinorUnits) {
    self.node = node
    self.sku = sku
    self.units = units
    self.worth = worth
  }
}

/// A way from one node to another for stock.
public struct TransferLane: Hashable, Sendable {
  public let from: ID<Node>
  public let to: ID<Node>
  /// What moving a unit costs, whichever product.
  public let unitCost: MinorUnits
  /// How many units it takes in all, or `nil` for no limit.
  public let capacity: Int?

  /// A lane.
  public init(from: ID<Node>, to: ID<Node>, unitCost: MinorUnits, capacity: Int? = nil) {
    self.from = from
    self.to = to
    self.unitCost = unitCost
    self.capacity = capacity
  }
}

/// Which stock to move where before it sells out in one place and lies in another.
///
/// A transportation program (F. Hitchcock, "The distribution of a product from several sources to numerous localities", 1941): every unit
/// stays, or moves along one lane; every unit of demand is met where it is, by what stays and what comes. What is gained is the worth of the
/// demand that is met less what moving costs.
///
/// ```swift
/// let problem = try RebalancingProblem(
///   stock: snapshot, demand: [ExpectedDemand("coat", at: "store-7", units: 3, worth: 4_000)],
///   lanes: [TransferLane(from: "dc", to: "store-7", unitCost: 250)])
/// for move in try problem.solve().moves { print(move.units, move.sku, move.from, move.to) }
/// ```
public struct RebalancingProblem: Sendable {
  public let stock: StockSnapshot
  public let demand: [ExpectedDemand]
  public let lanes: [TransferLane]

  /// A problem.
  ///
  /// - Throws: `InvalidInput` with every demand or lane of a node that the snapshot does not have, every product that it does not have,
  ///   every number below zero or beyond 10⁹, a lane from a node to itself, and a second lane between the same nodes.
  public init(stock: StockSnapshot, demand: [ExpectedDemand], lanes: [TransferLane]) throws(InvalidInput) {
    var faults = FaultList()
    let most = 1_000_000_000
    for (index, it) in demand.enumerated() {
      faults.check(
        stock.row(of: it.node) != nil, at: "$.demand[\(index)].node", found: "\(it.node)", expected: "a node of the snapshot")
      faults.check(
        stock.column(of: it.sku) != nil, at: "$.demand[\(index)].sku", found: "\(it.sku)", expected: "a product of the snapshot")
      faults.check((0...most).contains(it.units), at: "$.demand[\(index)].units", found: "\(it.units)", expected: "0 to 10^9")
      faults.check(
        (0...most).contains(it.worth.count), at: "$.demand[\(index)].worth", found: "\(it.worth)", expected: "0 to 10^9")
    }
    var seen: Set<[ID<Node>]> = []
    for (index, lane) in lanes.enumerated() {
      for (name, node) in [("from", lane.from), ("to", lane.to)] {
        faults.check(
          stock.row(of: node) != nil, at: "$.lanes[\(index)].\(name)", found: "\(node)", expected: "a node of the snapshot")
      }
      faults.check(
        lane.from != lane.to, at: "$.lanes[\(index)]", found: "a lane from \(lane.from) to itself", expected: "two nodes")
      faults.check(
        seen.insert([lane.from, lane.to]).inserted, at: "$.lanes[\(index)]",
        found: "a second lane from \(lane.from) to \(lane.to)", expected: "one lane between two nodes")
      faults.check(
        (0...most).contains(lane.unitCost.count), at: "$.lanes[\(index)].unitCost", found: "\(lane.unitCost)",
        expected: "0 to 10^9")
      if let capacity = lane.capacity {
        faults.check((0...most).contains(capacity), at: "$.lanes[\(index)].capacity", found: "\(capacity)", expected: "0 to 10^9")
      }
    }
    for row in stock.nodes.indices {
      for column in stock.skus.indices where stock[node: row, sku: column] > most {
        faults.add(
          at: "stock of \(stock.skus[column]) at \(stock.nodes[row])", found: "\(stock[node: row, sku: column]) units",
          expected: "at most 10^9")
      }
    }
    try faults.throwIfAny("rebalancing")
    self.stock = stock
    self.demand = demand
    self.lanes = lanes
  }
}

/// Which stock to move where, and what that is worth.
public struct RebalancingPlan: Hashable, Sendable {
  /// Units of one product along one lane.
  public struct Move: Hashable, Sendable {
    public let sku: SKU
    public let from: ID<Node>
    public let to: ID<Node>
    public let units: Int

    /// A move.
    public init(sku: SKU, from: ID<Node>, to: ID<Node>, units: Int) {
      self.sku = sku
      self.from = from
      self.to = to
      self.units = units
    }
  }

  /// By lane, then by product.
  public let moves: [Move]
  /// The worth of the demand met with nothing moved.
  public let worthBefore: MinorUnits
  /// The worth of the demand met after the moves.
  public let worthAfter: MinorUnits
  /// What moving costs.
  public let cost: MinorUnits
  /// Whether no other moves gain more.
  public let isOptimal: Bool

  /// What the moves gain.
  public var gain: MinorUnits { worthAfter - worthBefore - cost }
}
