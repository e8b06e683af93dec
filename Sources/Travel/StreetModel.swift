public import Logistics

/// How streets differ from the great circle, when no street router is at hand.
///
/// The detour is a matter of the place: F. Boscoe, K. Henry and M. Zdeb ("A Nationwide Comparison of Driving Distance Versus
/// Straight-Line Distance to Hospitals", 2012) find 1.4 on average in the United States. Where it matters, bring a matrix.
public struct StreetModel: Hashable, Sendable {
  /// Metres of street for 1,000 metres of great circle.
  public var streetMetresPerKilometre: Int
  /// Metres driven in an hour.
  public var metresPerHour: Int
  /// Seconds that every way between two different places takes besides: to turn, to park, to pull out.
  public var approach: TimeSpan

  /// A model.
  ///
  /// - Precondition: the factor is 1,000 to 10,000, the speed 1,000 to 200,000, the approach 0 to one hour.
  public init(streetMetresPerKilometre: Int = 1300, metresPerHour: Int = 25_000, approach: TimeSpan = .zero) {
    precondition((1000...10_000).contains(streetMetresPerKilometre), "\(streetMetresPerKilometre) m of street for 1,000 m")
    precondition((1000...200_000).contains(metresPerHour), "\(metresPerHour) m in an hour")
    precondition((0...3600).contains(approach.seconds), "an approach of \(approach)")
    self.streetMetresPerKilometre = streetMetresPerKilometre
    self.metresPerHour = metresPerHour
    self.approach = approach
  }

  /// How far it is between two points, and how long it takes: the same in both directions, and as a `TravelMatrix` has it.
  public func way(from origin: Coordinate, to destination: Coordinate) -> (distance: Distance, duration: TimeSpan) {
    let length = distance(greatCircle: origin.greatCircleMetres(to: destination))
    return (length, duration(length))
  }

  /// Street metres for a great circle of so many metres, rounded to nearest.
  func distance(greatCircle metres: Double) -> Distance {
    Distance(Int((metres * Double(streetMetresPerKilometre) / 1000).rounded()))
  }

  /// Seconds for a street of a length, rounded up, and the approach unless the length is zero.
  func duration(_ distance: Distance) -> TimeSpan {
    guard distance > .zero else { return .zero }
    return TimeSpan((distance.metres * 3600 + metresPerHour - 1) / metresPerHour) + approach
  }
}
