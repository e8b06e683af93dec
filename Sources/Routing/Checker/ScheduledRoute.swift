public import Logistics

/// A route with its times and loads, as the checker works them out.
public struct ScheduledRoute: Hashable, Sendable {
  /// One visit on it.
  public struct Stop: Hashable, Sendable {
    /// The job, as an index into the problem's jobs.
    public let job: Int
    /// When the vehicle gets there.
    public let arrival: Instant
    /// When the service begins: later than the arrival if the window is not open yet.
    public let begin: Instant
    /// When the vehicle leaves.
    public let departure: Instant
    /// What is on board when it leaves.
    public let load: Load
  }

  public let route: Route
  public let stops: [Stop]
  /// When the vehicle leaves its start: as late as the route does not get longer or later by it.
  public let departure: Instant
  /// When the vehicle is at its end.
  public let arrival: Instant
  /// What is on board at the departure.
  public let initialLoad: Load
  /// How far it drives.
  public let distance: Distance
  /// How much of the time it drives.
  public let driving: TimeSpan
  /// How much of the time it waits for windows to open.
  public let waiting: TimeSpan
  /// What it costs: fixed, by distance and by time.
  public let cost: Int

  /// From the departure to the arrival.
  public var duration: TimeSpan { arrival - departure }
}
