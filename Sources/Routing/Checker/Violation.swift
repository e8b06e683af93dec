/// One rule that a plan breaks, and by how much.
public struct Violation: Hashable, Sendable {
  /// The rules.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// More is on board than fits; the amount is in the unit of the dimension that is exceeded most.
    case capacity
    /// A service begins after its window has closed; seconds.
    case timeWindow
    /// The vehicle is back after its shift has ended; seconds.
    case shift
    /// The route is longer than the vehicle may drive; metres.
    case maximumDistance
    /// The vehicle lacks this many skills that the stop needs.
    case skills
    /// A job is visited this many times too often.
    case duplicate
    /// This many jobs that must be served are not.
    case missing
    /// A job or a vehicle that the problem does not have; the amount is its index.
    case unknown
    /// More routes than vehicles of a type, by this many.
    case fleet
    /// A vehicle loads anew where it may not, or this many times too often.
    case reload
    /// This many breaks are not taken as they must be.
    case breaks
    /// The route lasts longer than the vehicle may; seconds.
    case maximumDuration
    /// The route has this many jobs too many.
    case maximumStops
    /// Of alternatives more than one is served, or none where one must be.
    case alternatives
    /// The ends of a shipment are not on one route, the pickup first.
    case shipment
    /// Goods are on board longer than they may; seconds.
    case timeOnBoard
    /// Jobs of one route are on this many routes too many.
    case sameRoute
    /// A job comes before one that it must follow.
    case precedence
    /// A trip picks up before it has delivered.
    case deliveriesFirst
    /// A route that has begun is not gone on with.
    case begun
  }

  public let kind: Kind
  /// The route, from 0; `nil` if no single one is at fault.
  public let route: Int?
  /// The stop on it, from 0; `nil` if the fault is of the route as a whole.
  public let stop: Int?
  /// The job concerned, if it is about one.
  public let job: Int?
  /// By how much, in the unit of the kind; at least one but for `unknown`.
  public let amount: Int

  /// A broken rule.
  public init(_ kind: Kind, route: Int? = nil, stop: Int? = nil, job: Int? = nil, amount: Int) {
    self.kind = kind
    self.route = route
    self.stop = stop
    self.job = job
    self.amount = amount
  }
}
