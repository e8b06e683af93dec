public import Logistics

/// What is known of an order's goods when a delivery date is promised: nothing of it lies in the order's future.
public struct Consignment: Hashable, Sendable {
  /// The order's name.
  public var id: ID<Consignment>
  /// When it was bought.
  public var placedAt: Instant
  /// Who ships: a seller, a shop, a warehouse.
  public var shipper: String
  /// The coarse area that it leaves from, as a state.
  public var originRegion: String
  /// The coarse area that it goes to.
  public var destinationRegion: String
  /// The place that it leaves from, as a town.
  public var originTown: String
  /// The place that it goes to.
  public var destinationTown: String
  /// Where it leaves from, if known.
  public var origin: Coordinate?
  /// Where it goes to, if known.
  public var destination: Coordinate?
  /// Kilometres of great circle, if known.
  public var kilometres: Double?
  /// Grams, if known.
  public var grams: Double?
  /// Cubic centimetres, if known.
  public var cubicCentimetres: Double?
  /// What was paid for the goods, in any one unit of money.
  public var price: Double?
  /// What was paid for freight, in the same unit.
  public var freight: Double?
  /// How many pieces.
  public var pieces: Int
  /// From how many shippers.
  public var shippers: Int

  /// A consignment; what is left out is unknown.
  public init(
    id: ID<Consignment>, placedAt: Instant, shipper: String = "", originRegion: String, destinationRegion: String,
    originTown: String = "", destinationTown: String = "", origin: Coordinate? = nil, destination: Coordinate? = nil,
    kilometres: Double? = nil, grams: Double? = nil, cubicCentimetres: Double? = nil, price: Double? = nil,
    freight: Double? = nil, pieces: Int = 1, shippers: Int = 1
  ) {
    self.id = id
    self.placedAt = placedAt
    self.shipper = shipper
    self.originRegion = originRegion
    self.destinationRegion = destinationRegion
    self.originTown = originTown
    self.destinationTown = destinationTown
    self.origin = origin
    self.destination = destination
    self.kilometres = kilometres
    self.grams = grams
    self.cubicCentimetres = cubicCentimetres
    self.price = price
    self.freight = freight
    self.pieces = pieces
    self.shippers = shippers
  }

  /// Whether it stays in its town.
  var staysInTown: Bool { !originTown.isEmpty && originTown == destinationTown }

  /// The lane, coarse.
  var lane: String { "\(originRegion)→\(destinationRegion)" }
}
