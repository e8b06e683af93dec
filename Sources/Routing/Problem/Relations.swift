public import Logistics

/// What binds jobs together, by their indices in the problem.
public struct Relations: Sendable, Hashable {
  /// Goods that a vehicle takes at one job and hands over at another.
  public var shipments: [Shipment]
  /// Jobs of which one is served.
  public var alternatives: [Alternatives]
  /// Jobs that, as far as they are served, are served by one route. No job is in two of these lists.
  public var sameRoute: [[Int]]
  /// Orders between two jobs that hold wherever one route serves both.
  public var precedences: [Precedence]
  /// Whether every trip makes all its deliveries before its first pickup, and has a delivery: the vehicle is loaded from the rear and
  /// what is picked up stands before what is still to be delivered. A job that does both counts as a delivery.
  public var deliveriesFirst: Bool

  /// Relations; none, if nothing is given.
  public init(
    shipments: [Shipment] = [], alternatives: [Alternatives] = [], sameRoute: [[Int]] = [], precedences: [Precedence] = [],
    deliveriesFirst: Bool = false
  ) {
    self.shipments = shipments
    self.alternatives = alternatives
    self.sameRoute = sameRoute
    self.precedences = precedences
    self.deliveriesFirst = deliveriesFirst
  }

  /// Whether nothing binds jobs together.
  public var isEmpty: Bool { self == Relations() }
}

/// Goods that one vehicle takes at one job and hands over at a later one of the same route.
///
/// Both jobs are served or neither. The pickup of the first and the delivery of the second are the same load, which is on board only
/// between them, also past a reload.
public struct Shipment: Sendable, Hashable {
  /// The job where the goods are taken; it delivers nothing.
  public let pickup: Int
  /// The job where they are handed over; it picks up nothing.
  public let delivery: Int
  /// The most between the departure from the one and the begin of service at the other, or `nil` for no limit.
  public let mostTimeOnBoard: TimeSpan?

  /// A shipment from one job to another.
  public init(pickup: Int, delivery: Int, mostTimeOnBoard: TimeSpan? = nil) {
    self.pickup = pickup
    self.delivery = delivery
    self.mostTimeOnBoard = mostTimeOnBoard
  }
}

/// Jobs of which exactly one is served: the same goods at the door, at a neighbour's, at a locker.
public struct Alternatives: Sendable, Hashable {
  /// The jobs; their own drop costs mean nothing. No job is in two of these, nor the end of a shipment.
  public let jobs: [Int]
  /// What it costs to serve none of them; `nil` if one must be served.
  public let dropCost: Int?

  /// A choice between jobs.
  public init(jobs: [Int], dropCost: Int? = nil) {
    self.jobs = jobs
    self.dropCost = dropCost
  }
}

/// An order between two jobs that holds wherever one route serves both.
public struct Precedence: Sendable, Hashable {
  /// The job that comes first.
  public let first: Int
  /// The job that comes after it, not necessarily at once.
  public let second: Int

  /// An order.
  public init(_ first: Int, before second: Int) {
    self.first = first
    self.second = second
  }
}
