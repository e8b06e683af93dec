public import Logistics
public import Sourcing

/// By which rules a house sources its orders: what a ``Replay`` compares.
public struct SourcingRules: Sendable {
  /// How the nodes of an order are chosen.
  public enum Choice: String, Hashable, Sendable, CaseIterable {
    /// The lanes in the order in which the order has them, each with what it has: what most shops do.
    case ranked
    /// As few parcels as fill the most, the cheapest of those.
    case fewestParcels
    /// The least cost of each order, on what those before it left.
    case leastCost
    /// The least cost of all orders together.
    case together
  }

  public var choice: Choice
  /// No order arrives in more parcels, or `nil` for what the order says.
  public var maximumParcels: Int?
  /// Whether orders ship whole or not at all, or `nil` for what the order says.
  public var shipsComplete: Bool?
  /// What the choice counts for each parcel after the first, or `nil` for what the order says. What it costs is what the order says.
  public var extraParcelCost: MinorUnits?
  /// Nodes that ship nothing.
  public var closedNodes: Set<ID<Node>> = []
  /// How many parcels nodes may ship, beside the limits that they have.
  public var parcelLimits: [ID<Node>: Int] = [:]
  /// How many units of every product each node keeps for itself.
  public var keptBack = 0
  /// What units are worth where they lie, as the choice of the least cost counts them; what it costs is told without them. For the stock
  /// that is replayed.
  public var prices: StockPrices?
  /// What is still to come, from which the choice of the least cost has its prices, in place of ``prices``.
  public var outlook: Outlook?

  /// Rules that leave everything else as the orders say.
  public init(_ choice: Choice = .leastCost) { self.choice = choice }

  /// An order as the choice sees it.
  ///
  /// - Precondition: The order was checked.
  func applied(to order: SourcingOrder) -> SourcingOrder {
    var lines = order.lines
    var extra = extraParcelCost ?? order.extraParcelCost
    if choice == .fewestParcels {
      // A parcel more costs more than anything it could save, a unit left out more than all parcels.
      let units = lines.reduce(0) { $0 + $1.quantity }
      let most = (order.lanes.allSatisfy(\.isFlat) ? min(units, order.lanes.count) : units) + 1
      let greatest = lines.reduce(extra.count) { max($0, $1.unfilledCost?.count ?? 0) }
      // As far as amounts may go.
      let parcel = MinorUnits(
        min(Int(WaveProblem.greatestCost(order).rounded(.up)) + 1, (MinorUnits.limit - greatest) / most))
      extra += parcel
      lines = lines.map { line in
        SourcingLine(
          line.sku, quantity: line.quantity, weight: line.weight, volume: line.volume,
          unfilledCost: line.unfilledCost.map { $0 + parcel * most })
      }
    }
    return SourcingOrder(
      lines: lines, lanes: order.lanes,
      maximumParcels: [order.maximumParcels, maximumParcels].compactMap { $0 }.min(),
      shipsComplete: shipsComplete ?? order.shipsComplete, extraParcelCost: extra)
  }
}
