public import Logistics

/// What becomes of goods that came back.
public struct RecoveryPlan: Hashable, Sendable {
  /// Units of one lot that go to one site.
  public struct Move: Hashable, Sendable {
    public let lot: ID<ReturnedUnits.Name>
    public let sku: SKU
    public let units: Int
    public let node: ID<Node>
    public let disposition: Disposition
    /// What a unit gains: its worth less the way and the handling.
    public let net: MinorUnits
  }

  /// Units that no site takes.
  public struct Left: Hashable, Sendable {
    /// Why.
    public enum Reason: Hashable, Sendable {
      /// No site that can be reached does anything with units of that product and grade.
      case nothingToDo
      /// All that do are full, or are worth more to others.
      case noRoom
    }

    public let lot: ID<ReturnedUnits.Name>
    public let units: Int
    public let reason: Reason
  }

  /// By lot, the best first.
  public let moves: [Move]
  public let left: [Left]
  /// What all moves gain together.
  public let net: MinorUnits
  /// Whether no other moves of as many units gain more.
  public let isOptimal: Bool
  /// What one more unit of room at a site would gain, where that is known and more than nothing.
  public let roomPrices: [ID<Node>: MinorUnits]

  /// The plan that sends so many units along each of some options.
  ///
  /// - Precondition: no lot is sent more often than it has units.
  package init(
    _ problem: RecoveryProblem, _ chosen: [(option: RecoveryProblem.Option, units: Int)], isOptimal: Bool,
    roomPrices: [ID<Node>: MinorUnits] = [:]
  ) {
    var sent = [Int](repeating: 0, count: problem.units.count)
    var net = MinorUnits.zero
    // Shelves of one site and bench that differ in worth alone are one move to people, but each has its own price.
    moves = chosen.enumerated().sorted {
      ($0.element.option.lot, $1.element.option.net, $0.offset) < ($1.element.option.lot, $0.element.option.net, $1.offset)
    }.map { _, choice in
      let (option, units) = choice
      let site = problem.sites[option.site]
      sent[option.lot] += units
      net += option.net * units
      return Move(
        lot: problem.units[option.lot].id, sku: problem.units[option.lot].sku, units: units, node: site.node,
        disposition: site.benches[option.bench].disposition, net: option.net)
    }
    self.net = net
    self.isOptimal = isOptimal
    self.roomPrices = roomPrices
    let possible = Set(problem.options().map(\.lot))
    left = problem.units.indices.filter { sent[$0] < problem.units[$0].quantity }.map { lot in
      precondition(sent[lot] <= problem.units[lot].quantity, "more than all units")
      return Left(
        lot: problem.units[lot].id, units: problem.units[lot].quantity - sent[lot],
        reason: possible.contains(lot) ? .noRoom : .nothingToDo)
    }
  }
}
