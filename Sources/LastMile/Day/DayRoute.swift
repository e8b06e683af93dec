public import Logistics

/// What one vehicle does that day.
public struct DayRoute: Hashable, Sendable {
  /// A visit with its times.
  public struct Visit: Hashable, Sendable {
    /// The stop, as an index into the plan's stops.
    public let stop: Int
    public let arrival: Instant
    /// When the service begins: later than the arrival if the window is not open yet.
    public let begin: Instant
    public let departure: Instant
    /// What is on board afterwards: grams, cubic centimetres, parcels.
    public let load: Load
  }

  public let vehicle: FleetVehicle
  public let visits: [Visit]
  public let departure: Instant
  public let arrival: Instant
  /// What is on board at the departure: grams, cubic centimetres, parcels.
  public let initialLoad: Load
  public let distance: Distance
  public let driving: TimeSpan
  public let waiting: TimeSpan
  /// What the route costs.
  public let cost: MinorUnits
}
