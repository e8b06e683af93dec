public import Logistics

/// One parcel of a plan.
public struct SourcedParcel: Hashable, Sendable {
  public let node: ID<Node>
  /// The service of its lane that it goes by, the cheapest for it.
  public let service: LaneService
  /// What is in it, one entry for each product, in the order of the order's lines.
  public let lines: [OrderLine]
  public let weight: Weight
  public let volume: Volume
  /// What the carrier charges.
  public let freight: MinorUnits
  /// What packing it and picking its units costs.
  public let handling: MinorUnits

  /// The parcel of a lane with some contents, by the service that is cheapest for it.
  ///
  /// - Precondition: Some carrier takes it.
  init(_ lane: Lane, _ lines: [OrderLine], weight: Weight, volume: Volume) {
    guard let service = lane.cheapest(weight: weight, volume: volume).map({ lane.services[$0] }),
      let freight = service.rate.price(weight: weight, volume: volume)
    else { preconditionFailure("a parcel of \(weight) from \(lane.node) that no carrier takes") }
    node = lane.node
    self.service = service
    self.lines = lines
    self.weight = weight
    self.volume = volume
    self.freight = freight
    handling = lane.handlingPerParcel + lane.handlingPerUnit * lines.reduce(0) { $0 + $1.quantity }
  }
}

extension SourcedParcel {
  /// The same parcel with less in it, by the same service.
  ///
  /// - Parameter handlingPerUnit: what picking one unit costs at its node.
  /// - Precondition: It weighs no more and is no larger than before.
  package func reduced(
    to lines: [OrderLine], weight: Weight, volume: Volume, handlingPerUnit: MinorUnits
  ) -> SourcedParcel {
    let fewer = self.lines.reduce(0) { $0 + $1.quantity } - lines.reduce(0) { $0 + $1.quantity }
    // What a carrier takes it takes lighter too.
    return SourcedParcel(
      node: node, service: service, lines: lines, weight: weight, volume: volume,
      freight: service.rate.price(weight: weight, volume: volume) ?? freight, handling: handling - handlingPerUnit * fewer)
  }

  /// A parcel of which everything is known.
  init(
    node: ID<Node>, service: LaneService, lines: [OrderLine], weight: Weight, volume: Volume, freight: MinorUnits,
    handling: MinorUnits
  ) {
    self.node = node
    self.service = service
    self.lines = lines
    self.weight = weight
    self.volume = volume
    self.freight = freight
    self.handling = handling
  }
}

/// What a plan costs, by cause.
public struct SourcingCost: Hashable, Sendable {
  /// What carriers charge.
  public internal(set) var freight: MinorUnits = .zero
  /// Packing and picking.
  public internal(set) var handling: MinorUnits = .zero
  /// Goodwill lost to every parcel after the first.
  public internal(set) var extraParcels: MinorUnits = .zero
  /// Late arrival of parcels.
  public internal(set) var lateness: MinorUnits = .zero
  /// Units left out.
  public internal(set) var unfilled: MinorUnits = .zero
  /// Goodwill and differences of price of what ships in the place of something else: see ``CheckoutProblem``.
  public internal(set) var substitution: MinorUnits = .zero

  /// Takes in what a parcel costs.
  mutating func add(_ parcel: SourcedParcel) {
    freight += parcel.freight
    handling += parcel.handling
    lateness += parcel.service.lateness
  }

  /// What the units that ship were worth where they lay, to others: see ``StockPrices``. Below zero where it was good that they went.
  public internal(set) var opportunity: MinorUnits = .zero

  /// What is spent or lost on this order itself.
  public var own: MinorUnits { freight + handling + extraParcels + lateness + unfilled + substitution }

  /// The sum, by which plans are compared.
  public var total: MinorUnits { own + opportunity }
}

/// How one order ships.
public struct SourcingPlan: Hashable, Sendable {
  /// The parcels, by the order's lanes; the parcels of one lane heaviest first.
  public let parcels: [SourcedParcel]
  /// The units that do not ship, one entry for each product, in the order of the order's lines.
  public let unfilled: [OrderLine]
  public let cost: SourcingCost
  /// No plan costs less than this.
  public let lowerBound: MinorUnits
  /// How many partial plans were looked at.
  public let steps: Int

  /// Whether no plan is cheaper. `false` only if the search ended at its step limit.
  public var proven: Bool { lowerBound == cost.total }
}

/// The answer to a ``SourcingProblem``.
public enum SourcingOutcome: Hashable, Sendable {
  /// The cheapest plan, or the best found within the limit of steps: see ``SourcingPlan/proven``.
  case plan(SourcingPlan)
  /// No plan ships what must ship. At least one reason.
  case infeasible([SourcingObstacle])
  /// The limit of steps ended the search before any plan was found; none costs less than `lowerBound`.
  case undecided(lowerBound: MinorUnits)

  /// The plan, if there is one.
  public var plan: SourcingPlan? {
    if case .plan(let plan) = self { plan } else { nil }
  }
}

/// Why no plan exists.
public enum SourcingObstacle: Hashable, Sendable {
  /// The usable lanes have too few of a product in all.
  case stock(SKU, wanted: Int, found: Int)
  /// So few units may ship, and so many more are at nodes that rules keep from shipping them, in the order of the lanes.
  case excluded(SKU, wanted: Int, found: Int, heldBack: Int, by: [ID<EligibilityRule>])
  /// There is enough of every product, but it takes more parcels than the order or its nodes may ship.
  case parcels
}

/// Why a lane is not in a plan.
public struct Rejection: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// Rules keep it from shipping all that it has of the order.
    case excluded([Exclusion])
    /// No carrier serves the address from there.
    case notServed
    /// The node may ship no more parcels.
    case noCapacity
    /// It has no unit of any line.
    case noStock
    /// Its carrier refuses even a single unit of whatever it has.
    case refusedByCarrier
    /// The cheapest plan that ships from this node alone costs so much more than the plan: exact. Zero if it costs the same.
    case dearer(by: MinorUnits)
    /// The node alone cannot ship what must ship, or the step limit was reached: every plan that ships anything from it
    /// costs at least so much more.
    case dearerAtLeast(by: MinorUnits)
  }

  public let node: ID<Node>
  public let reason: Reason
  /// The rules that keep it from shipping the order or some of its lines, whatever the reason.
  public let exclusions: [Exclusion]
}
