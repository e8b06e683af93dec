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
