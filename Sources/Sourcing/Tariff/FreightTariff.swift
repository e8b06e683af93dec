/// A carrier's tariff: a rate for each zone it serves.
///
/// A zone is the carrier's own name for "from there to here"; which zone a lane falls in is the caller's to know.
public struct FreightTariff: Hashable, Sendable {
  /// The rate of each zone.
  public let zones: [String: FreightRate]

  /// A tariff.
  public init(zones: [String: FreightRate]) {
    self.zones = zones
  }

  /// The rate of a zone, or `nil` if the carrier does not serve it.
  public func rate(zone: String) -> FreightRate? { zones[zone] }
}
