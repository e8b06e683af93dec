/// The smallest box around points, in floating-point numbers: what it says of distances holds for them as computed, since subtracting,
/// multiplying and adding are monotone in IEEE 754.
struct PointBox: BitwiseCopyable {
  private(set) var low: (x: Double, y: Double, z: Double)
  private(set) var high: (x: Double, y: Double, z: Double)

  init(_ point: TravelPoint) {
    low = (point.x, point.y, point.z)
    high = low
  }

  /// The box around those that are somewhere; `nil` if none is.
  init?(_ points: some Sequence<TravelPoint>) {
    var box: PointBox?
    for point in points where !point.isNowhere {
      if box == nil { box = PointBox(point) } else { box?.add(point) }
    }
    guard let box else { return nil }
    self = box
  }

  mutating func add(_ point: TravelPoint) {
    low = (min(low.x, point.x), min(low.y, point.y), min(low.z, point.z))
    high = (max(high.x, point.x), max(high.y, point.y), max(high.z, point.z))
  }

  /// The length of the diagonal: no two points are farther apart.
  var diagonal: Double { farthest(to: self).squareRoot() }

  /// The axis along which it is longest, from 0.
  var widestAxis: Int {
    let (x, y, z) = (high.x - low.x, high.y - low.y, high.z - low.z)
    return x >= y && x >= z ? 0 : y >= z ? 1 : 2
  }

  /// No more than the square of the line from a point to any in the box.
  func nearest(to point: TravelPoint) -> Double {
    let dx = max(0, max(low.x - point.x, point.x - high.x))
    let dy = max(0, max(low.y - point.y, point.y - high.y))
    let dz = max(0, max(low.z - point.z, point.z - high.z))
    return dx * dx + dy * dy + dz * dz
  }

  /// No less than the square of the line between any point in the box and any in another.
  func farthest(to other: PointBox) -> Double {
    let dx = max(high.x - other.low.x, other.high.x - low.x)
    let dy = max(high.y - other.low.y, other.high.y - low.y)
    let dz = max(high.z - other.low.z, other.high.z - low.z)
    return dx * dx + dy * dy + dz * dz
  }
}
