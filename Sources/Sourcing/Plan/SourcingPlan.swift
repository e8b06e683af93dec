public import Logistics

/// One parcel of a plan.
public struct SourcedParcel: Hashable, Sendable {
  public let node: ID<Node>
  /// What is in it, one entry for each product, in the order of the order's lines.
  public let lines: [OrderLine]
  public let weight: Weight
  public let volume: Volume
  /// What the carrier charges.
  public let freight: MinorUnits
  /// What packing it and picking its units costs.
  public let handling: MinorUnits
}

/// What a plan costs, by cause.
public struct SourcingCost: Hashable, Sendable {
  /// What carriers charge.
  public internal(set) var freight: MinorUnits = .zero
  /// Packing and picking.
  public internal(set) var handling: MinorUnits = .zero
  /// Goodwill lost to every parcel after the first.
  public internal(set) var extraParcels: MinorUnits = .zero
  /// Late arrival, once for each node that ships.
  public internal(set) var lateness: MinorUnits = .zero
  /// Units left out.
  public internal(set) var unfilled: MinorUnits = .zero

  /// The sum.
  public var total: MinorUnits { freight + handling + extraParcels + lateness + unfilled }
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
  /// There is enough of every product, but it takes more parcels than the order or its nodes may ship.
  case parcels
}

/// Why a lane is not in a plan.
public struct Rejection: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
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
}
