/// A point in whole hundred-thousandths of a degree, about a metre, so that what is written needs no rounding of a fraction.
struct Position: Hashable {
  /// Hundred-thousandths of a degree north of the equator.
  let latitude: Int
  /// Hundred-thousandths of a degree east of Greenwich.
  let longitude: Int

  /// Millimetres in a hundred-thousandth of a degree of latitude.
  private static let millimetresNorth = 1112
  /// Millimetres in a hundred-thousandth of a degree of longitude, at the latitude of Santiago (33.45° south).
  private static let millimetresEast = 928

  /// The point so many metres further.
  func moved(north: Int, east: Int) -> Position {
    Position(
      latitude: latitude + north * 1000 / Self.millimetresNorth, longitude: longitude + east * 1000 / Self.millimetresEast)
  }

  /// The square of the metres to another point. The region is small enough for a plane: within 1 % of the great circle.
  func squaredMetres(to other: Position) -> Int {
    let north = (latitude - other.latitude) * Self.millimetresNorth / 1000
    let east = (longitude - other.longitude) * Self.millimetresEast / 1000
    return north * north + east * east
  }

  /// Whether another point lies at most so many metres away.
  func isWithin(metres: Int, of other: Position) -> Bool { squaredMetres(to: other) <= metres * metres }
}
