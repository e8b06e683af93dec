public import Logistics

/// The subject of a request's name: `ID<StockRequest>` is what a caller sends again when it does not know whether the
/// first call came through.
public enum StockRequest {}

/// The subject of the name of an order, a delivery note or a return that a movement of stock belongs to.
public enum StockReference {}

/// How units come in.
public enum Arrival: String, Hashable, Sendable, Codable, CaseIterable {
  /// From a supplier or another node, unannounced; what was announced is received as an ``Inbound``.
  case delivery
  /// From a customer, fit for sale.
  case customerReturn
  /// From a customer, not fit for sale: counted as damaged.
  case damagedReturn
}

/// Why a count is corrected.
public enum Adjustment: Hashable, Sendable, Codable {
  /// A count found so many units more (or, negative, fewer) than the books say.
  case recount(by: Int)
  /// So many sellable units turned out damaged.
  case damage(Int)
  /// So many damaged units can be sold again.
  case repair(Int)
  /// So many damaged units were thrown away.
  case disposal(Int)
}

/// What became of a movement of stock, or of a rule about it.
public enum MoveOutcome: Hashable, Sendable {
  /// It is written in the books.
  case done
  /// The request's name was used before with another content. Nothing changed.
  case differentRequest
  /// The books would fall below zero, or above 10¹²: only so many units can move. Nothing changed.
  case exceeds(found: Int, wanted: Int)
  /// The books say otherwise of a lot, a serial number, a kit or what a product is tracked by: each place and what stands
  /// there. Nothing changed.
  case conflicts([Fault])
}
