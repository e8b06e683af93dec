import Logistics
import Travel

/// How the distance of two points of the plane is rounded before the convention counts it.
enum PlaneMetric: String, CaseIterable {
  case euclidean = "EUC_2D"
  /// Rounded up to the next whole number.
  case euclideanRoundedUp = "CEIL_2D"

  func distance(_ dx: Double, _ dy: Double) -> Double {
    let root = (dx * dx + dy * dy).squareRoot()
    return self == .euclidean ? root : root.rounded(.up)
  }
}

extension TravelMatrix {
  /// The matrix between points of the plane. Driving takes as long as it is far. O(n²).
  ///
  /// - Parameter points: `x` and `y` of each.
  /// - Returns: `nil` if the points lie so far apart that an entry may not hold a distance.
  init?(_ points: [(x: Double, y: Double)], _ metric: PlaneMetric, _ convention: Convention) {
    guard Self.extent(of: points) * Double(convention.scale) < Double(Self.longest) - 2 * Double(convention.scale) else {
      return nil
    }
    let count = points.count
    var metres = [Int32](repeating: 0, count: count * count)
    for row in 0..<count {
      let origin = points[row]
      for column in 0..<row {
        let value = convention.counted(metric.distance(origin.x - points[column].x, origin.y - points[column].y))
        metres[row * count + column] = Int32(value)
        metres[column * count + row] = Int32(value)
      }
    }
    self.init(count: count, metres: metres)
  }

  /// The diagonal of the box around points: no two of them are farther apart.
  static func extent(of points: [(x: Double, y: Double)]) -> Double {
    guard let first = points.first else { return 0 }
    var (low, high) = (first, first)
    for point in points {
      low = (min(low.x, point.x), min(low.y, point.y))
      high = (max(high.x, point.x), max(high.y, point.y))
    }
    return PlaneMetric.euclidean.distance(high.x - low.x, high.y - low.y)
  }
}
