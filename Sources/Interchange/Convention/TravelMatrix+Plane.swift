import Logistics
import Travel

/// How the distance of two points of the plane is rounded before the convention counts it.
enum PlaneMetric: String, CaseIterable {
  case euclidean = "EUC_2D"
  /// Rounded up to the next whole number.
  case euclideanRoundedUp = "CEIL_2D"

  /// The rule that counts such a distance.
  func rule(_ convention: Convention) -> PlaneRule {
    PlaneRule(factor: Double(convention.scale), addend: convention.addend, roundsUpFirst: self == .euclideanRoundedUp)
  }
}

extension TravelMatrix {
  /// The matrix between points of the plane. Driving takes as long as it is far. O(n²) where it makes tables, else O(n).
  ///
  /// - Parameter points: `x` and `y` of each.
  /// - Returns: `nil` if the points lie so far apart that an entry may not hold a distance.
  init?(_ points: [(x: Double, y: Double)], _ metric: PlaneMetric, _ convention: Convention) {
    self.init(between: points.map { TravelPoint(x: $0.x, y: $0.y) }, in: metric.rule(convention))
  }

  /// The diagonal of the box around points: no two of them are farther apart.
  static func extent(of points: [(x: Double, y: Double)]) -> Double {
    guard let first = points.first else { return 0 }
    var (low, high) = (first, first)
    for point in points {
      low = (min(low.x, point.x), min(low.y, point.y))
      high = (max(high.x, point.x), max(high.y, point.y))
    }
    let (width, height) = (high.x - low.x, high.y - low.y)
    return (width * width + height * height).squareRoot()
  }
}
