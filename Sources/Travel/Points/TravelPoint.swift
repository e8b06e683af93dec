package import Logistics

/// A point that ways are worked out from: of the plane, or of the unit sphere; or a place to which every way is zero.
package struct TravelPoint: Sendable {
  let x: Double
  let y: Double
  let z: Double

  /// A point of the plane.
  ///
  /// - Precondition: both numbers are finite.
  package init(x: Double, y: Double) {
    precondition(x.isFinite && y.isFinite, "a point at \(x), \(y)")
    (self.x, self.y, z) = (x, y, 0)
  }

  /// A point of the earth as a unit vector: between two of them the chord is a root and the arc follows from it, without the cancellation
  /// of the cosine law for points close by.
  package init(_ point: Coordinate) {
    let latitude = point.latitude * Double.pi / 180
    let longitude = point.longitude * Double.pi / 180
    x = PortableMath.cos(latitude) * PortableMath.cos(longitude)
    y = PortableMath.cos(latitude) * PortableMath.sin(longitude)
    z = PortableMath.sin(latitude)
  }

  private init(nowhere: Double) { (x, y, z) = (nowhere, nowhere, nowhere) }

  /// The place from and to which every way is zero.
  static var nowhere: TravelPoint { TravelPoint(nowhere: .nan) }

  var isNowhere: Bool { x.isNaN }

  /// The square of the straight line to another point; NaN if either is nowhere.
  package func squaredDistance(to other: TravelPoint) -> Double {
    let dx = x - other.x
    let dy = y - other.y
    let dz = z - other.z
    return dx * dx + dy * dy + dz * dz
  }

  /// The squares of the straight lines to many points.
  ///
  /// One call for all of them: other modules would make one for each.
  package func squaredDistances(to points: [TravelPoint]) -> [Double] { points.map { squaredDistance(to: $0) } }
}

extension TravelPoint {
  /// The squares of two chords between which that of an arc of so many metres surely is.
  package static func chords(around metres: Double) -> (within: Double, beyond: Double) {
    let angle = min(Double.pi / 2, max(0, metres) / (2 * StreetRule.earthRadius))
    let chord = 2 * PortableMath.sin(angle)
    return (chord * chord * (1 - 1e-9), chord * chord * (1 + 1e-9) + 1e-24)
  }
}
