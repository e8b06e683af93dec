import Logistics

@testable import Travel

/// Random numbers that are the same in every run.
struct Xorshift: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

/// Coordinates all over the earth, some of them neighbours, some the same, poles and the date line among them.
func earth(_ count: Int, _ random: inout Xorshift) -> [Coordinate] {
  let corners = [(90.0, 0.0), (-90, 12), (0, 180), (0, -180), (0, 0), (1e-6, 179.999999)]
  var points: [Coordinate] = []
  while points.count < count {
    var (latitude, longitude) = (Double.random(in: -90...90, using: &random), Double.random(in: -180...180, using: &random))
    switch Int.random(in: 0..<6, using: &random) {
    case 0: (latitude, longitude) = corners.randomElement(using: &random)!
    case 1:
      guard let other = points.randomElement(using: &random) else { continue }
      points.append(other)
      continue
    case 2, 3:
      guard let other = points.randomElement(using: &random) else { continue }
      latitude = min(90, max(-90, other.latitude + .random(in: -1e-3...1e-3, using: &random)))
      longitude = min(180, max(-180, other.longitude + .random(in: -1e-3...1e-3, using: &random)))
    default: break
    }
    points.append(Coordinate(latitude: latitude, longitude: longitude)!)
  }
  return points
}

/// Points of the plane: spread out, on a lattice, on a line, or all in one place.
func plane(_ count: Int, _ random: inout Xorshift) -> [TravelPoint] {
  let kind = Int.random(in: 0..<5, using: &random)
  return (0..<count).map { _ in
    let (x, y) = (Double.random(in: 0...100, using: &random), Double.random(in: 0...100, using: &random))
    return switch kind {
    case 0: TravelPoint(x: x, y: y)
    case 1: TravelPoint(x: (x / 10).rounded(), y: (y / 10).rounded())
    case 2: TravelPoint(x: x.rounded(), y: 3)
    case 3: TravelPoint(x: -7, y: 1e6)
    default: TravelPoint(x: x + (y < 50 ? 0 : 1e5), y: y)
    }
  }
}
