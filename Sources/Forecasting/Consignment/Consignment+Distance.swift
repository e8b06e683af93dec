internal import Logistics

extension Consignment {
  /// Kilometres: as given, or of the great circle between the two points; `nil` if neither is known.
  var distance: Double? {
    if let kilometres { return kilometres }
    guard let origin, let destination else { return nil }
    let radian = Double.pi / 180
    let north = PortableMath.sin((destination.latitude - origin.latitude) * radian / 2)
    let east = PortableMath.sin((destination.longitude - origin.longitude) * radian / 2)
    let chord =
      north * north
      + PortableMath.cos(origin.latitude * radian) * PortableMath.cos(destination.latitude * radian) * east * east
    return 2 * 6_371 * PortableMath.arcsin(min(1, chord.squareRoot()))
  }
}
