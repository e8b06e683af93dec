public import Logistics

/// Units that came back, or are about to, and have to go somewhere.
public struct ReturnedUnits: Hashable, Sendable {
  /// The subject of the name of such units.
  public enum Name {}

  public let id: ID<Name>
  public let sku: SKU
  /// How many, 1 to 10⁹.
  public let quantity: Int
  public let grade: ReturnGrade
  /// Where they are: a node, or a place that is none, as a customer's district.
  public let place: ID<Node>

  /// Units.
  public init(id: ID<Name>, _ sku: SKU, quantity: Int, grade: ReturnGrade, at place: ID<Node>) {
    self.id = id
    self.sku = sku
    self.quantity = quantity
    self.grade = grade
    self.place = place
  }
}

/// A place where something can be done with goods that came back.
public struct RecoverySite: Hashable, Sendable {
  /// Something that can be done there.
  public struct Bench: Hashable, Sendable {
    public let disposition: Disposition
    /// What it costs a unit: to look at it, wash it, pack it, throw it away.
    public let handling: MinorUnits
    /// How many units it takes in all, or `nil` for no limit.
    public let capacity: Int?

    /// A bench.
    public init(_ disposition: Disposition, handling: MinorUnits, capacity: Int? = nil) {
      self.disposition = disposition
      self.handling = handling
      self.capacity = capacity
    }
  }

  public let node: ID<Node>
  public let benches: [Bench]
  /// How many units the site takes in all, or `nil` for no limit.
  public let capacity: Int?

  /// A site.
  public init(_ node: ID<Node>, benches: [Bench], capacity: Int? = nil) {
    self.node = node
    self.benches = benches
    self.capacity = capacity
  }
}

/// A way from where units are to a site.
public struct RecoveryLane: Hashable, Sendable {
  public let from: ID<Node>
  public let to: ID<Node>
  /// What the way costs a unit.
  public let unitCost: MinorUnits

  /// A way.
  public init(from: ID<Node>, to: ID<Node>, unitCost: MinorUnits) {
    self.from = from
    self.to = to
    self.unitCost = unitCost
  }
}

/// What units are worth once something was done with them.
public struct RecoveryWorth: Hashable, Sendable {
  public let sku: SKU
  /// The grades it holds for.
  public let grades: Set<ReturnGrade>
  public let disposition: Disposition
  /// Where, or `nil` for wherever it is done.
  public let node: ID<Node>?
  /// How many units; `nil` for any number. Entries of a product at a node add up, the worthiest first: as the shelf fills, what one
  /// more is worth falls.
  public let units: Int?
  /// What a unit is worth: of one to be sold again the opportunity price of stock there, as `StockPrices` and the prices of a
  /// wave tell it, or the margin times the chance of a sale; of one that is thrown away nothing or less.
  public let worth: MinorUnits

  /// A worth.
  public init(
    _ sku: SKU, _ grades: Set<ReturnGrade>, _ disposition: Disposition, at node: ID<Node>? = nil, units: Int? = nil,
    worth: MinorUnits
  ) {
    self.sku = sku
    self.grades = grades
    self.disposition = disposition
    self.node = node
    self.units = units
    self.worth = worth
  }
}

/// Where goods that come back are worth most, less the way there and what is done with them.
///
/// ``plan()`` sends one lot after the other to the best place that is left, as a service desk does at the counter. The module
/// `Waves` sends all of them together, by a linear program.
///
/// ```swift
/// let problem = try RecoveryProblem(
///   units: [ReturnedUnits(id: "r-1", "coat", quantity: 1, grade: .b, at: "store-7")],
///   sites: [
///     RecoverySite("store-7", benches: [.init(.restock, handling: 120)]),
///     RecoverySite("hub", benches: [.init(.refurbish, handling: 400)]),
///   ],
///   lanes: [RecoveryLane(from: "store-7", to: "hub", unitCost: 250)],
///   worths: [
///     RecoveryWorth("coat", [.a, .b], .restock, at: "store-7", units: 1, worth: 4_000),
///     RecoveryWorth("coat", [.b, .c], .refurbish, worth: 3_000),
///   ])
/// for move in problem.plan().moves { print(move.units, move.node, move.disposition, move.net) }
/// ```
public struct RecoveryProblem: Sendable {
  public let units: [ReturnedUnits]
  public let sites: [RecoverySite]
  public let lanes: [RecoveryLane]
  public let worths: [RecoveryWorth]

  /// A problem. Units that are at a site need no way to it.
  ///
  /// - Throws: `InvalidInput` with every name given twice, every site or bench given twice, lanes or worths to what is no site, a
  ///   worth of limited units without a place, and every number out of bounds: quantities and capacities 0 (units: 1) to 10⁹, money
  ///   within ±10⁹, costs of ways not below zero.
  public init(
    units: [ReturnedUnits], sites: [RecoverySite], lanes: [RecoveryLane], worths: [RecoveryWorth]
  ) throws(InvalidInput) {
    self.units = units
    self.sites = sites
    self.lanes = lanes
    self.worths = worths
    try validate()
  }

  private func validate() throws(InvalidInput) {
    var faults = FaultList()
    let most = 1_000_000_000
    let known = Set(sites.map(\.node))
    var names = Set<ID<ReturnedUnits.Name>>()
    for (index, it) in units.enumerated() {
      let place = "$.units[\(index)]"
      faults.check(names.insert(it.id).inserted, at: "\(place).id", found: "\(it.id) twice", expected: "a name given once")
      faults.check((1...most).contains(it.quantity), at: "\(place).quantity", found: "\(it.quantity)", expected: "1 to 10^9")
    }
    var nodes = Set<ID<Node>>()
    for (index, site) in sites.enumerated() {
      let place = "$.sites[\(index)]"
      faults.check(
        nodes.insert(site.node).inserted, at: "\(place).node", found: "\(site.node) twice", expected: "a site given once")
      faults.check(
        site.capacity.map { (0...most).contains($0) } ?? true, at: "\(place).capacity", found: "\(site.capacity ?? 0)",
        expected: "0 to 10^9")
      var benches = Set<Disposition>()
      for (number, bench) in site.benches.enumerated() {
        let spot = "\(place).benches[\(number)]"
        faults.check(
          benches.insert(bench.disposition).inserted, at: spot, found: "\(bench.disposition.rawValue) twice",
          expected: "each disposition once")
        faults.check(
          (-most...most).contains(bench.handling.count), at: "\(spot).handling", found: "\(bench.handling)",
          expected: "within ±10^9")
        faults.check(
          bench.capacity.map { (0...most).contains($0) } ?? true, at: "\(spot).capacity", found: "\(bench.capacity ?? 0)",
          expected: "0 to 10^9")
      }
    }
    var ways = Set<[ID<Node>]>()
    for (index, lane) in lanes.enumerated() {
      let place = "$.lanes[\(index)]"
      faults.check(known.contains(lane.to), at: "\(place).to", found: "\(lane.to)", expected: "a site")
      faults.check(
        ways.insert([lane.from, lane.to]).inserted, at: place, found: "a second way from \(lane.from) to \(lane.to)",
        expected: "one way between two places")
      faults.check(
        (0...most).contains(lane.unitCost.count), at: "\(place).unitCost", found: "\(lane.unitCost)", expected: "0 to 10^9")
    }
    for (index, it) in worths.enumerated() {
      let place = "$.worths[\(index)]"
      if let node = it.node { faults.check(known.contains(node), at: "\(place).node", found: "\(node)", expected: "a site") }
      faults.check(
        it.units == nil || it.node != nil, at: "\(place).node", found: "none, with so many units",
        expected: "the site whose shelf takes them")
      faults.check(
        it.units.map { (0...most).contains($0) } ?? true, at: "\(place).units", found: "\(it.units ?? 0)", expected: "0 to 10^9")
      faults.check((-most...most).contains(it.worth.count), at: "\(place).worth", found: "\(it.worth)", expected: "within ±10^9")
    }
    try faults.throwIfAny("recovery")
  }
}
