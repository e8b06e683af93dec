public import Logistics

/// A way for an order to come together.
public enum CheckoutWay: Hashable, Sendable {
  /// Every node sends its part to the customer.
  case direct
  /// Every node sends its part to a hub, and from there all of it goes on as one parcel.
  case hub(ID<Node>)
}

/// The one parcel in which an order leaves its hub.
public struct ConsolidatedParcel: Hashable, Sendable {
  public let hub: ID<Node>
  public let leg: LastLeg
  public let weight: Weight
  public let volume: Volume
  /// What the carrier charges.
  public let freight: MinorUnits
  /// What the hub's work costs.
  public let handling: MinorUnits
}

/// How an order ships when it may ship in more than one way, and in other products.
public struct CheckoutPlan: Hashable, Sendable {
  public let way: CheckoutWay
  /// What ships from where: to the customer, or to the hub. Its cost is that of these parcels alone.
  public let sourcing: SourcingPlan
  /// How it goes on from the hub; `nil` if it ships directly.
  public let consolidated: ConsolidatedParcel?
  /// What ships in the place of what, by the lines of the order.
  public let substitutions: [Substitution]
  /// All of it: parcels, hub, last leg and substitutes.
  public let cost: SourcingCost
  /// No plan costs less than this, in any way and with any substitutes.
  public let lowerBound: MinorUnits
  /// Why the other ways lose: directly first, then the hubs in their order.
  public let others: [WayRejection]

  /// Whether no plan is cheaper. `false` only if a search ended at its limit.
  public var proven: Bool { lowerBound == cost.total }
}

/// Why an order does not ship in some way.
public struct WayRejection: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// The cheapest plan that ships so costs so much more: exact. Zero if it costs the same.
    case dearer(by: MinorUnits)
    /// A search ended at its limit: every plan that ships so costs at least so much more.
    case dearerAtLeast(by: MinorUnits)
    /// What must ship cannot; a consolidated order ships whole. The obstacles for the products ordered and for their substitutes.
    case infeasible([SourcingObstacle])
    /// Rules keep the hub from shipping the order, with any substitutes.
    case excluded([Exclusion])
    /// The hub may ship no more parcels, or the order may arrive in none.
    case noCapacity
    /// No last leg takes a parcel of that size, or none is there in time.
    case refusedByCarrier
  }

  public let way: CheckoutWay
  public let reason: Reason
}

/// The answer to a ``CheckoutProblem``.
public enum CheckoutOutcome: Hashable, Sendable {
  /// The cheapest plan, or the best found within the limits: see ``CheckoutPlan/proven``.
  case plan(CheckoutPlan)
  /// No way ships what must ship; why not, for each.
  case infeasible([WayRejection])
  /// The limits ended the search before any plan was found; none costs less than `lowerBound`.
  case undecided(lowerBound: MinorUnits)

  /// The plan, if there is one.
  public var plan: CheckoutPlan? {
    if case .plan(let plan) = self { plan } else { nil }
  }
}
