import Inventory
public import Logistics

/// A day to replay: a network, what is in stock before the first order, the orders in the order in which they come, and the
/// returns to be fetched.
public struct Scenario: Sendable {
  /// Units of a product at a node.
  public struct Stock: Hashable, Sendable {
    public let node: ID<Node>
    public let sku: SKU
    public let onHand: Int
    /// What the node keeps back from other channels.
    public let safety: Int

    /// Units.
    public init(node: ID<Node>, sku: SKU, onHand: Int, safety: Int) {
      self.node = node
      self.sku = sku
      self.onHand = onHand
      self.safety = safety
    }
  }

  public let network: Network
  /// The day to plan.
  public let date: LocalDate
  public let stock: [Stock]
  /// By the moment at which they are placed.
  public let orders: [Order]
  public let returns: [ReturnRequest]

  /// A scenario.
  ///
  /// - Throws: `InvalidInput` with every order or return named twice, every product, node or stock entry that the network does
  ///   not know, and every replacement that is no order, replaces goods of two orders, or does not go to the same door and customer.
  public init(
    network: Network, date: LocalDate, stock: [Stock], orders: [Order], returns: [ReturnRequest]
  ) throws(InvalidInput) {
    self.network = network
    self.date = date
    self.stock = stock
    self.orders = orders.sorted { ($0.placedAt, $0.id) < ($1.placedAt, $1.id) }
    self.returns = returns
    try validate()
  }

  private func validate() throws(InvalidInput) {
    var faults = FaultList()
    var names = Set<ID<Order>>()
    for order in orders {
      let place = "order \(order.id)"
      faults.check(names.insert(order.id).inserted, at: place, found: "the name twice", expected: "a name given once")
      faults.check(!order.lines.isEmpty, at: place, found: "no lines", expected: "at least one")
      for line in order.lines where network.product(line.sku) == nil {
        faults.add(at: place, found: "product \(line.sku)", expected: "a product of the network")
      }
      if case .pickup(let node) = order.fulfilment, network.site(node) == nil, network.locker(node) == nil {
        faults.add(at: place, found: "pickup at \(node)", expected: "a node of the network")
      }
    }
    validateReturns(&faults)
    var cells = Set<Stock.Cell>()
    for entry in stock {
      let place = "stock of \(entry.sku) at \(entry.node)"
      faults.check(
        cells.insert(Stock.Cell(node: entry.node, sku: entry.sku)).inserted, at: place, found: "two entries",
        expected: "one entry for a product at a node")
      faults.check(network.site(entry.node) != nil, at: place, found: "\(entry.node)", expected: "a node of the network")
      faults.check(network.product(entry.sku) != nil, at: place, found: "\(entry.sku)", expected: "a product of the network")
      faults.check(
        (0...Allocation.limit).contains(entry.onHand), at: place, found: "\(entry.onHand) units", expected: "0 to 10^12")
      faults.check(
        (0...Allocation.limit).contains(entry.safety), at: place, found: "\(entry.safety) units kept back",
        expected: "0 to 10^12")
    }
    try faults.throwIfAny("scenario")
  }
}

extension Scenario.Stock {
  fileprivate struct Cell: Hashable {
    let node: ID<Node>
    let sku: SKU
  }
}
