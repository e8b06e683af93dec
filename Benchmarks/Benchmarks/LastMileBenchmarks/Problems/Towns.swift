import Logistics

/// Places for problems of a city's size.
enum Towns {
  /// So many points, evenly spread over 0.2 × 0.2 degrees around a point of Santiago de Chile: some 19 × 22 km.
  static func points(_ count: Int, seed: UInt64) -> [Coordinate] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in
      Coordinate(
        latitude: -33.45 + Double.random(in: -0.1...0.1, using: &random),
        longitude: -70.66 + Double.random(in: -0.1...0.1, using: &random))!
    }
  }
}
