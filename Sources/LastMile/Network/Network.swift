public import Logistics
public import Promising
public import Sourcing
public import Travel

/// Where a retailer's stock lies and how it gets to customers: everything that does not change from order to order.
public struct Network: Sendable {
  /// The name shown to people.
  public let name: String
  /// ISO 3166 code of the country whose holidays and law hold.
  public let country: String
  /// The zone of all clocks in the network.
  public let zone: Zone
  public let currency: Currency
  public let streets: StreetModel
  /// By distance, nearest first.
  public let bands: [Band]
  public let sites: [Site]
  /// Where customers fetch parcels besides in stores.
  public let lockers: [Locker]
  public let services: [ShippingService]
  public let fleet: [FleetVehicle]
  public let products: [Product]
  /// What a product needs of the vehicle that brings it; a product that is missing needs nothing.
  public let skills: [SKU: Set<Skill>]
  public let prices: Prices
  public let stop: StopTimes
  /// Which nodes may ship what; without rules every node ships all it has.
  public let rules: EligibilityRules
  /// What may ship in the place of a product; a product that is missing has no substitute.
  public let substitutes: [SKU: [ProductSubstitute]]

  private let siteIndex: [ID<Node>: Int]
  private let lockerIndex: [ID<Node>: Int]
  private let productIndex: [SKU: Int]
  private let fleetIndex: [ID<Node>: [FleetVehicle]]

  /// A network whose parts fit together.
  ///
  /// - Throws: `InvalidInput` with every name that is given twice, every node that a service or a vehicle names and that
  ///   there is not, or at which a service collects that it does not serve, every vehicle that can carry nothing, bands that do
  ///   not grow, every amount below zero or beyond what sums of it could hold, everything that `EligibilityRules` refuses, every
  ///   node, product and skill in a rule that there is not, every substitute that is no other product, or named twice, and every
  ///   locker without compartments, with compartments that do not grow, or with a number out of its range.
  public init(
    name: String, country: String, zone: Zone, currency: Currency, streets: StreetModel, bands: [Band], sites: [Site],
    services: [ShippingService], fleet: [FleetVehicle], products: [Product], skills: [SKU: Set<Skill>], prices: Prices,
    stop: StopTimes, rules: [EligibilityRule] = [], substitutes: [SKU: [ProductSubstitute]] = [:],
    lockers: [Locker] = []
  ) throws(InvalidInput) {
    self.name = name
    self.country = country
    self.zone = zone
    self.currency = currency
    self.streets = streets
    self.bands = bands
    self.sites = sites
    self.lockers = lockers
    self.services = services
    self.fleet = fleet
    self.products = products
    self.skills = skills
    self.prices = prices
    self.stop = stop
    self.rules = EligibilityRules(checked: rules)
    self.substitutes = substitutes
    siteIndex = Dictionary(sites.enumerated().map { ($0.element.node.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    lockerIndex = Dictionary(
      lockers.enumerated().map { ($0.element.node.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    productIndex = Dictionary(products.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    fleetIndex = Dictionary(grouping: fleet, by: \.node)
    try validate()
  }

  /// The site of a node, or `nil` if there is none.
  public func site(_ id: ID<Node>) -> Site? { siteIndex[id].map { sites[$0] } }

  /// The locker of a name, or `nil` if there is none.
  public func locker(_ id: ID<Node>) -> Locker? { lockerIndex[id].map { lockers[$0] } }

  /// Where in ``sites`` a node is, or `nil` if it is not there.
  func place(of id: ID<Node>) -> Int? { siteIndex[id] }

  /// The product of a stock keeping unit, or `nil` if there is none.
  public func product(_ sku: SKU) -> Product? { productIndex[sku].map { products[$0] } }

  /// The vehicles that load at a node.
  public func vehicles(at node: ID<Node>) -> [FleetVehicle] { fleetIndex[node] ?? [] }

  /// The band of an address as seen from a node, or `nil` if it is beyond all.
  public func band(from node: Node, to address: Coordinate) -> ID<TransitZone>? {
    let metres = node.coordinate.greatCircleMetres(to: address)
    return bands.first { $0.upTo.map { metres <= Double($0.metres) } ?? true }?.id
  }
}
