import Logistics

/// How the chord of two points of the unit sphere becomes street metres and seconds, or in the place of metres what a way costs.
struct StreetRule: Hashable, Sendable {
  /// A way that is longer than an entry may hold.
  private static let tooLong = TravelMatrix.longest + 1

  var streets: StreetModel
  /// Seconds are divided by it and rounded to nearest.
  var speed = 1.0
  /// What takes the place of metres; `nil` for metres.
  var price: WayPrice?

  /// The mean radius of the earth in metres (IUGG).
  static let earthRadius = 6_371_008.8

  /// The arc over a chord on the sphere of the earth's mean radius.
  static func arc(squaredChord: Double) -> Double {
    2 * earthRadius * PortableMath.arcsin(min(1, squaredChord.squareRoot() / 2))
  }

  /// Metres and seconds for a great circle of so many metres; what is beyond ``TravelMatrix/longest`` is only known to be so.
  func way(arc: Double) -> (metres: Int, seconds: Int) {
    let metres = streets.distance(greatCircle: arc)
    var seconds = streets.duration(metres).seconds
    if speed != 1 {
      let slowed = (Double(seconds) / speed).rounded()
      guard slowed <= Double(TravelMatrix.longest) else { return (Self.tooLong, Self.tooLong) }
      seconds = Int(slowed)
    }
    return (price?.of(metres: metres.metres, seconds: seconds) ?? metres.metres, seconds)
  }
}
