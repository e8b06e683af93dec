public import Logistics

/// A route with its times and loads, as the checker works them out.
///
/// **The schedule** of a departure is the one that ends earliest. The breaks are placed by a dynamic program over the points before and
/// after each stop, with the earliest time as the label of each number of breaks taken; since who is earlier at a point is never later
/// at the next, that is exact. Of two labels of the same time the one of less lateness cost is kept, then the one that took its
/// break before that point. No placement is allowed that breaks a window with its allowed lateness, or the shift.
///
/// **The departure** is the latest with which the route ends no later, and no service begins any later beyond its last closing, or beyond what was told where that has a price, than
/// with the earliest departure. The earliest is the opening of the shift, or without a shift so early that leaving still earlier would
/// only mean more waiting (the moment 0 if nothing on the route has a window or a release), but not before the goods of the
/// first trip are released. A route that cannot keep its windows and its shift departs at the earliest.
///
/// The schedule does nothing to shorten the time that shipments are on board.
public struct ScheduledRoute: Hashable, Sendable {
  /// One visit on it.
  public struct Stop: Hashable, Sendable {
    /// The job, as an index into the problem's jobs.
    public let job: Int
    /// When the vehicle gets there.
    public let arrival: Instant
    /// When the service, with its set-up, begins: later than the arrival if a window is not open yet or a break is taken first.
    public let begin: Instant
    /// When the service is over; the vehicle leaves then, or takes a break before it does.
    public let departure: Instant
    /// How long after its last window has closed the service begins; zero if it is in time.
    public let lateness: TimeSpan
    /// What is on board when it leaves.
    public let load: Load
  }

  /// One reload on it.
  public struct ReloadVisit: Hashable, Sendable {
    /// The row of the travel matrix.
    public let place: Int
    /// When the vehicle gets there.
    public let arrival: Instant
    /// When it leaves, with all goods of the next trip released and all breaks taken that it takes there.
    public let departure: Instant
    /// What is on board when it leaves.
    public let load: Load
  }

  /// One break on it.
  public struct BreakVisit: Hashable, Sendable {
    /// Which one, as an index into the breaks of the vehicle's type.
    public let index: Int
    /// When it begins.
    public let begin: Instant
    /// When it is over.
    public let end: Instant
  }

  public let route: Route
  /// The visits in order.
  public let stops: [Stop]
  /// The reloads in order; those at a place that the travel matrix does not have are left out.
  public let reloads: [ReloadVisit]
  /// The breaks in order: all of the vehicle's, or none if they have no place or nothing is served.
  public let breaks: [BreakVisit]
  /// When the vehicle leaves its start, or takes a break there: as late as the route does not get longer or later by it.
  public let departure: Instant
  /// When the route is over: the vehicle is at its end and has taken the breaks that it takes there.
  public let arrival: Instant
  /// What is on board at the departure.
  public let initialLoad: Load
  /// How far it drives.
  public let distance: Distance
  /// How much of the time it drives.
  public let driving: TimeSpan
  /// How much of the time it waits, for windows of jobs or of breaks to open and for goods to be released.
  public let waiting: TimeSpan
  /// How much longer it lasts than the longest duration of its vehicle, whether that is allowed or not.
  public let overtime: TimeSpan
  /// What the lateness of its jobs costs; a part of ``cost``.
  public let latenessCost: Int
  /// What its work costs by the problem's ``Balance``; a part of ``cost``.
  public let balancePrice: Int
  /// What its spread costs by the problem's ``Preferences``; a part of ``cost``.
  public let spreadPrice: Int
  /// What it costs that its stops come otherwise than was told, by the ``Announcement`` of each; a part of ``cost``.
  public let announcementPrice: Int
  /// What it costs: fixed, by distance, by time without unpaid breaks, by overtime, by lateness, by what is preferred and by what was
  /// told. The nearest number that an `Int` can be, where it cannot be the sum.
  public let cost: Int

  /// From the departure to the arrival, breaks included.
  public var duration: TimeSpan { arrival - departure }
}
