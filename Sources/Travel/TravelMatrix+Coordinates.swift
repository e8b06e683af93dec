public import Logistics

extension Coordinate {
  /// Metres of great circle to another point, on the sphere of the mean earth radius 6,371,008.8 m (IUGG).
  ///
  /// The same bits on every machine. Within 0.6 % of the ellipsoid of WGS 84.
  public func greatCircleMetres(to other: Coordinate) -> Double {
    StreetRule.arc(squaredChord: TravelPoint(self).squaredDistance(to: TravelPoint(other)))
  }
}

extension TravelMatrix {
  /// Metres and seconds between points by the great circle and a model of the streets. Symmetric.
  ///
  /// ```swift
  /// let travel = TravelMatrix(between: [depot, customer], streets: StreetModel(metresPerHour: 28_000))
  /// ```
  ///
  /// O(n²) time and memory up to ``mostTabulated`` points. Beyond, ways are computed when they are asked for: O(n).
  public init(between points: [Coordinate], streets: StreetModel = StreetModel()) {
    guard let travel = PointTravel(points.map(TravelPoint.init), .streets(StreetRule(streets: streets))) else {
      // Half around the earth, by the longest detour at the slowest pace, is 7 × 10⁸.
      preconditionFailure("\(streets) makes ways beyond \(Self.longest)")
    }
    self.init(between: travel)
  }

  /// The same with other vehicles: their speed is a multiple of the model's, and in the place of metres stands what a way costs.
  ///
  /// - Parameters:
  ///   - speed: Seconds are divided by it and rounded to nearest.
  ///   - price: What the time so slowed and the length cost; `nil` for metres.
  /// - Returns: `nil` if a way would take or cost more than ``longest``.
  /// - Precondition: the speed is positive.
  package init?(between points: [Coordinate], streets: StreetModel = StreetModel(), speed: Double, price: WayPrice?) {
    precondition(speed > 0, "a speed of \(speed)")
    let rule = StreetRule(streets: streets, speed: speed, price: price)
    guard let travel = PointTravel(points.map(TravelPoint.init), .streets(rule)) else { return nil }
    self.init(between: travel)
  }

  /// The matrix between points of the plane. Driving takes as long as it is far.
  ///
  /// O(n²) time and memory up to ``mostTabulated`` points, beyond O(n).
  ///
  /// - Returns: `nil` if the points lie so far apart that an entry may not hold a distance: if that could be said of the diagonal of the
  ///   box around them.
  package init?(between points: [TravelPoint], in plane: PlaneRule) {
    guard let travel = PointTravel(points, .plane(plane)) else { return nil }
    self.init(between: travel)
  }
}
