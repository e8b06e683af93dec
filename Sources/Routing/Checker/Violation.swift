/// One rule that a plan breaks, and by how much.
public struct Violation: Hashable, Sendable {
  /// The rules.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// More is on board than fits; the amount is in the unit of the dimension that is exceeded most. Without a stop, at the beginning
    /// of a trip.
    case capacity
    /// A service begins later than it may: after its last window has closed and what lateness is allowed; seconds beyond that.
    case timeWindow
    /// The route ends after the shift of its vehicle; seconds.
    case shift
    /// The route is longer than the vehicle may drive; metres.
    case maximumDistance
    /// The route lasts longer than it may, allowed overtime included; seconds beyond that.
    case maximumDuration
    /// The route has this many jobs too many.
    case maximumStops
    /// The vehicle lacks this many skills that the stop needs.
    case skills
    /// The breaks of the vehicle, this many, find no place in which every window and the shift are kept. The route is then judged
    /// without them.
    case breaks
    /// A reload where the vehicle may not load anew, or at a position that the route does not have or has passed; the stop is the job
    /// before which it stands, if there is one. Without a stop or a job behind it, this many reloads too many.
    case reload
    /// In a trip that is to make its deliveries first, a first stop that only picks up, or a delivery after such a stop.
    case deliveriesFirst
    /// A job is visited this many times too often.
    case duplicate
    /// This many jobs that must be served are not; of alternatives, the first stands for all.
    case missing
    /// Of alternatives this many are served too many; the job is the first of them.
    case alternatives
    /// Of a shipment one end is served alone, or by another route than the other, or the delivery comes before the pickup.
    case shipment
    /// The goods of a shipment are on board for too long; seconds. The stop is that of the delivery.
    case timeOnBoard
    /// Jobs that belong on one route are on this many more; the job is the first of them.
    case sameRoute
    /// A job comes before another of its route that must come first.
    case precedence
    /// A route that has begun is not the beginning of any route; the job is the first of it.
    case begun
    /// A job or a vehicle that the problem does not have; the amount is its index.
    case unknown
    /// More routes than vehicles of a type, by this many.
    case fleet
  }

  public let kind: Kind
  /// The route, from 0; `nil` if no single one is at fault.
  public let route: Int?
  /// The stop on it, from 0, as the position among its jobs; `nil` if the fault is of the route as a whole.
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
