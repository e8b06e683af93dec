public import Logistics

/// Which vehicles drive which planned trips, one after the other, at the least cost: the vehicle scheduling problem with several
/// depots and classes of vehicles (S. Bunte and N. Kliewer, "An overview on vehicle scheduling models", 2009).
///
/// A unit drives a chain of trips of its own depot that fit its class; each begins at least `turnaround` after the last one
/// ended. The objective is a whole number in a unit of the caller's choice: what the chains cost (see `VehicleClass`) and the drop
/// costs of the trips that nobody drives.
///
/// ```swift
/// let day = TimeWindow(opens: Instant(secondsSince1970: 0), closes: Instant(secondsSince1970: 36_000))!
/// let van = VehicleClass(id: "van", depot: "D1", count: 2, shift: day, fixedCost: 900, costPerSecond: 1)
/// let trips = [(0, 7_200), (3_600, 9_000), (9_900, 18_000)].enumerated().map { index, times in
///   Trip(
///     id: ID("t\(index + 1)"), depot: "D1", start: Instant(secondsSince1970: times.0), end: Instant(secondsSince1970: times.1))
/// }
/// let problem = try TripProblem(trips: trips, vehicles: [van], turnaround: .minutes(15))
/// let answer = try problem.assign()
/// print(answer.verdict.cost, answer.chains.map(\.trips))  // 22500: two vans, of which one drives the third trip too
/// ```
public struct TripProblem: Hashable, Sendable {
  public let trips: [Trip]
  public let vehicles: [VehicleClass]
  /// How long a unit stands in its depot between two trips at least.
  public let turnaround: TimeSpan

  /// A problem that is sound: it may be infeasible, but every number in it means something.
  ///
  /// - Throws: `InvalidInput` with everything that is wrong: a trip that ends before it begins, a depot without vehicles, a name
  ///   given twice, loads of different dimensions, a negative number, costs so large that sums of them would overflow.
  public init(trips: [Trip], vehicles: [VehicleClass], turnaround: TimeSpan = .zero) throws(InvalidInput) {
    self.trips = trips
    self.vehicles = vehicles
    self.turnaround = turnaround
    try validate()
  }
}

/// The trips that one unit of a class drives, in their order.
public struct TripChain: Hashable, Sendable {
  /// An index into the problem's vehicles.
  public let vehicle: Int
  /// Indices into the problem's trips.
  public let trips: [Int]

  /// A chain.
  public init(vehicle: Int, trips: [Int]) {
    self.vehicle = vehicle
    self.trips = trips
  }
}
