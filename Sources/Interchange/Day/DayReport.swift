import LastMile
import Inventory
import Logistics
import Promising
import Routing
import Sourcing

/// A planned day as data: what `plan.json` holds, and what the page and the map are drawn from.
///
/// Times are ISO 8601 on the network's clock; amounts are in minor units of `currency`; loads are grams, cubic centimetres
/// and parcels.
public struct DayReport: Encodable, Sendable {
  public let scenario: String
  public let date: String
  public let currency: String
  public let summary: DaySummary
  public let nodes: [NodeReport]
  public let vehicles: [VehicleReport]
  public let routes: [RouteReport]
  public let leftOut: [LeftOutReport]
  public let orders: [OrderReport]
  public let returns: [ReturnReport]
  public let prices: PriceReport
}

/// The day in numbers.
public struct DaySummary: Encodable, Sendable {
  public let orders: Int
  /// Orders of which everything or some of it ships.
  public let sourced: Int
  /// Orders that cannot be fulfilled.
  public let refused: Int
  /// Units that were ordered and that nobody can ship.
  public let unfilledUnits: Int
  public let parcels: Int
  /// Orders that ship from more than one node.
  public let splitOrders: Int
  /// Parcels by who brings them: ownVan, carrier, storePickup, transfer, lockerCarrier.
  public let parcelsByService: [String: Int]
  /// Visits of the day, deliveries and pickups of returns. Where goods change hands both ways it is one.
  public let stops: Int
  /// Visits that a vehicle makes.
  public let assigned: Int
  /// Of these, how many only fetch returns, bring a replacement and fetch what it replaces, and fetch other returns beside a
  /// delivery.
  public let pickups: Int
  public let swaps: Int
  public let deliveriesWithPickup: Int
  /// Returns that customers want to have fetched, and how many of them a vehicle fetches, no vehicle fetches though they may come
  /// back, no law lets come back, and wait for the day of their replacement.
  public let returns: Int
  public let returnsFetched: Int
  public let returnsLeftOut: Int
  public let returnsRefused: Int
  public let returnsWaiting: Int
  /// Vehicles that drive, and that there are.
  public let vehicles: Int
  public let fleet: Int
  public let distanceMetres: Int
  /// What the routes and the stops left out cost.
  public let cost: Int
  public let routeCost: Int
  public let leftOutCost: Int
  /// What freight, handling and lateness of all parcels cost, by the tariffs that the sources were chosen by.
  public let sourcingCost: Int
  /// What no plan of these stops can undercut, if that is proven.
  @OrNull public var bound: Int?
  @OrNull public var boundMethod: String?
  @OrNull public var gap: Double?
  /// Routes that the linear program chose from, and by how much at most another set of them could be cheaper.
  public let candidates: Int
  @OrNull public var candidateGap: Double?
  /// Deliveries that begin after what was promised: none in a plan that the checker passed.
  public let late: Int
  public let unserved: Int
  /// Rules that the checker found broken.
  public let violations: Int
  public let iterations: Int
  public let seed: UInt64
  /// What it saves to fetch returns on the way of the deliveries; `nil` if that was not asked for.
  @OrNull public var pickupComparison: PickupComparisonReport?
}

/// A node of the network.
public struct NodeReport: Encodable, Sendable {
  public let id: String
  public let name: String
  public let kind: String
  public let latitude: Double
  public let longitude: Double
  /// Parcels that ship from it over all days.
  public let parcels: Int
}

/// A vehicle, whether it drives or not.
public struct VehicleReport: Encodable, Sendable {
  public let id: String
  public let model: String
  public let node: String
  public let capacity: [Int]
  public let shiftOpens: String
  public let shiftCloses: String
  public let skills: [String]
  public let drives: Bool
}

/// What a vehicle does.
public struct RouteReport: Encodable, Sendable {
  public let vehicle: String
  public let node: String
  public let departure: String
  public let arrival: String
  public let distanceMetres: Int
  public let drivingSeconds: Int
  public let waitingSeconds: Int
  public let cost: Int
  public let initialLoad: [Int]
  /// What is on board at the fullest, in each dimension.
  public let peakLoad: [Int]
  public let stops: [StopReport]
}

/// A visit on a route.
public struct StopReport: Encodable, Sendable {
  /// The order, or the first return if none is handed over.
  public let id: String
  /// `delivery`, `pickup`, `swap` (old out, new in) or `deliveryAndPickup` (a return that the order does not replace goes along).
  public let kind: String
  /// The returns that are fetched there.
  public let returns: [String]
  public let latitude: Double
  public let longitude: Double
  public let arrival: String
  public let begin: String
  public let departure: String
  public let windowOpens: String
  public let windowCloses: String
  /// Parcels that change hands, both ways together.
  public let parcels: Int
  /// What is handed over and what is taken back, each in all dimensions.
  public let delivered: [Int]
  public let collected: [Int]
  /// What is on board afterwards.
  public let load: [Int]
  /// What the stop costs at the margin, by the linear program; `nil` if that was not solved.
  @OrNull public var price: Int?
}

/// A visit that nobody makes.
public struct LeftOutReport: Encodable, Sendable {
  /// As of a visit that is made.
  public let id: String
  public let kind: String
  public let returns: [String]
  @OrNull public var node: String?
  public let latitude: Double
  public let longitude: Double
  public let windowOpens: String
  public let windowCloses: String
  public let reason: String
  /// Each was planned with, and so was a second, a gram or a metre less, which does not do; cheapest first.
  public let remedies: [String]
  /// How far remedies were looked for: `complete`, `cutShort`, or `obstaclesOnly` for not at all.
  public let remediesSought: String
  /// What keeps it off each vehicle that loads at its node and has the skills.
  public let vehicles: [ObstacleReport]
  /// What the stop would cost at the margin, by the linear program; `nil` if that was not solved.
  @OrNull public var price: Int?
}

/// What keeps a stop off a vehicle.
public struct ObstacleReport: Encodable, Sendable {
  /// A rule in the way.
  public struct Rule: Encodable, Sendable {
    /// As the checker calls it; `fleet` where every vehicle of the kind is out.
    public let rule: String
    /// By how much: seconds, metres, vehicles, or the unit of the dimension.
    public let amount: Int
    /// The stop that would be served too late, if it is about one.
    @OrNull public var stop: String?
  }

  public let vehicle: String
  /// Whether it is out; otherwise this is about one with nothing else to do.
  public let out: Bool
  public let rules: [Rule]
  /// Whether all rules are in the way at once; otherwise each is the only one at some place on the route.
  public let together: Bool
  /// The same in words.
  public let text: String
}

/// What became of an order.
public struct OrderReport: Encodable, Sendable {
  public let id: String
  public let channel: String
  public let customer: String
  public let placed: String
  public let fulfilment: String
  /// `planned` on a route today, `leftOut` of today's routes, `otherDay`, `carrier`, `pickup`, or `refused`.
  public let status: String
  @OrNull public var promisedDate: String?
  public let parcels: [ParcelReport]
  public let unfilled: [LineReport]
  /// Why it is refused; `nil` if it is not.
  @OrNull public var reason: String?
  /// What it costs to fulfil, by the tariffs; `nil` if it is refused.
  @OrNull public var cost: Int?
  /// Why each other node ships nothing of it.
  public let otherNodes: [String: String]
}

/// A parcel of an order.
public struct ParcelReport: Encodable, Sendable {
  public let node: String
  public let service: String
  public let lines: [LineReport]
  public let weightGrams: Int
  public let promisedDate: String
  @OrNull public var windowOpens: String?
  @OrNull public var windowCloses: String?
  /// The chain that leads to the date.
  public let reasons: [String]
}

/// Units of a product.
public struct LineReport: Encodable, Sendable {
  public let sku: String
  /// The product's name; empty if the network knows no such product.
  public let name: String
  public let quantity: Int
}

/// A return to be fetched.
public struct ReturnReport: Encodable, Sendable {
  public let id: String
  public let order: String
  public let reason: String
  public let delivered: String
  /// `planned` on a route, `leftOut` of the routes, `waiting` for the day of its replacement, or `refused`.
  public let status: String
  /// The order that brings what takes its place, as it was named.
  @OrNull public var replacement: String?
  /// How it is fetched: `swap` or `withDelivery` in one visit with the order `with`, `alone`; `nil` if it is not that day.
  @OrNull public var visit: String?
  @OrNull public var with: String?
  /// Until which day it waits.
  @OrNull public var waitsUntil: String?
  /// Why it is no swap though a replacement is named, or not fetched though the law would let it.
  @OrNull public var note: String?
  /// The right that lets it come back, or that would have.
  public let right: String
  /// Whether somebody has read the law itself for that; `nil` if no rule is known.
  @OrNull public var verified: Bool?
}

/// What the linear program says things are worth.
public struct PriceReport: Encodable, Sendable {
  /// One kind of vehicle.
  public struct Vehicle: Encodable, Sendable {
    public let vehicles: [String]
    public let used: Int
    /// What one more would save.
    public let saving: Int
  }

  public let vehicles: [Vehicle]
  /// How many candidate routes the program chose from.
  public let candidates: Int
}
