/// Ways that are worked out from points whenever they are asked for, in O(n) memory: points, and the rule between them.
///
/// The way there is the way back.
struct PointTravel: Sendable {
  enum Rule: Hashable, Sendable {
    case plane(PlaneRule)
    case streets(StreetRule)
  }

  private(set) var points: [TravelPoint]
  let rule: Rule

  /// - Returns: `nil` if a way may be longer than ``TravelMatrix/longest``.
  /// - Complexity: O(n) in the plane, where the diagonal of the box around the points is asked. Between coordinates that of
  ///   ``longestWay()``, and only if the way around half the earth would be too long.
  init?(_ points: [TravelPoint], _ rule: Rule) {
    self.points = points
    self.rule = rule
    switch rule {
    case .plane(let plane):
      // Two units less, for what rounding up and rounding to nearest may add.
      guard PointBox(points).map({ plane.factor * $0.diagonal < Double(TravelMatrix.longest) - 2 * plane.factor }) ?? true else {
        return nil
      }
    case .streets(let streets):
      let half = streets.way(arc: StreetRule.arc(squaredChord: 4) + Self.slack)
      if max(half.metres, half.seconds) <= TravelMatrix.longest { return }
      let longest = longestWay()
      guard max(longest.metres, longest.seconds) <= TravelMatrix.longest else { return nil }
    }
  }

  private init(known points: [TravelPoint], _ rule: Rule) {
    self.points = points
    self.rule = rule
  }

  var count: Int { points.count }

  /// Whether time is measured as distance.
  var isTimeDistance: Bool {
    switch rule {
    case .plane: true
    case .streets(let streets): streets.price?.isTime ?? false
    }
  }

  @inline(__always)
  func way(_ origin: Int, _ destination: Int) -> (metres: Int, seconds: Int) {
    let squared = points[origin].squaredDistance(to: points[destination])
    return squared.isNaN ? (0, 0) : way(squared: squared)
  }

  func way(squared: Double) -> (metres: Int, seconds: Int) {
    switch rule {
    case .plane(let plane):
      let counted = Int(plane.counted(squared: squared))
      return (counted, counted)
    case .streets(let streets): return streets.way(arc: StreetRule.arc(squaredChord: squared))
    }
  }

  func restricted(to places: [Int]) -> PointTravel { PointTravel(known: places.map { points[$0] }, rule) }

  mutating func addNowhere() { points.append(.nowhere) }

  // MARK: Bounds for boxes

  /// More metres than the arcs of two chords may be in the wrong order by, since the arc sine is accurate to 1e-15.
  private static let slack = 0.001

  /// No more than the way over any longer line.
  ///
  /// In the plane exact: the operations of IEEE 754 are monotone.
  func least(squared: Double) -> Int {
    switch rule {
    case .plane: way(squared: squared).metres
    case .streets(let streets): streets.way(arc: max(0, StreetRule.arc(squaredChord: squared) - Self.slack)).metres
    }
  }

  /// No less than the way over any shorter line.
  func most(squared: Double) -> (metres: Int, seconds: Int) {
    switch rule {
    case .plane: way(squared: squared)
    case .streets(let streets): streets.way(arc: StreetRule.arc(squaredChord: squared) + Self.slack)
    }
  }
}
