import Logistics

/// Where a coordinate lies on the drawing: equirectangular, east and north at the same scale at the middle latitude.
///
/// Over a city the shapes are true to a part in a thousand, and the formula fits on a line.
struct MapFrame {
  /// The size of the drawing, in its own units; about a pixel on a desktop.
  static let width = 900.0
  static let height = 760.0
  private static let margin = 36.0
  private static let metresPerDegree = 111_195.0

  private let middle: (latitude: Double, longitude: Double)
  private let shrink: Double
  /// Metres of ground in one unit of the drawing.
  let metresPerUnit: Double

  /// A frame in which all of `points` can be seen; no narrower than a kilometre.
  init(_ points: [(latitude: Double, longitude: Double)]) {
    let latitudes = points.map(\.latitude)
    let longitudes = points.map(\.longitude)
    let south = latitudes.min() ?? 0
    let north = latitudes.max() ?? 0
    let west = longitudes.min() ?? 0
    let east = longitudes.max() ?? 0
    middle = ((south + north) / 2, (west + east) / 2)
    shrink = max(0.01, PortableMath.cos(middle.latitude * Double.pi / 180))
    let across = (east - west) * shrink * Self.metresPerDegree / (Self.width - 2 * Self.margin)
    let along = (north - south) * Self.metresPerDegree / (Self.height - 2 * Self.margin)
    metresPerUnit = max(across, along, 1000 / Self.width)
  }

  /// The place of a coordinate, x to the right and y down.
  func place(_ latitude: Double, _ longitude: Double) -> (x: Double, y: Double) {
    (
      Self.width / 2 + (longitude - middle.longitude) * shrink * Self.metresPerDegree / metresPerUnit,
      Self.height / 2 - (latitude - middle.latitude) * Self.metresPerDegree / metresPerUnit
    )
  }
}
