/// How long shippers take to hand parcels over to the carrier, and how long they have kept others waiting. O(1) for each event.
struct HandlingLevels: Hashable, Sendable, Codable {
  private static let halfLife = 60.0
  private var overall = FadingMean()
  private var shippers: [String: FadingMean] = [:]
  /// When the orders that a shipper has not handed over were placed, in seconds since 1970.
  private var waiting: [String: [Int]] = [:]

  /// What is known of a shipper at a moment.
  struct State {
    /// The logarithm of the days it takes, shrunk towards that of all.
    let handling: Double
    /// On how many parcels that rests.
    let weight: Double
    /// Days since the oldest order that it still has.
    let oldest: Double
  }

  mutating func place(_ shipper: String, at second: Int) { waiting[shipper, default: []].append(second) }

  /// Forgets an order that was handed over or will never be.
  mutating func remove(_ shipper: String, placedAt second: Int) {
    guard let index = waiting[shipper]?.firstIndex(of: second) else { return }
    waiting[shipper]?.remove(at: index)
    if waiting[shipper]?.isEmpty == true { waiting[shipper] = nil }
  }

  mutating func handOver(_ shipper: String, placedAt placed: Int, at second: Int, day: Int) {
    remove(shipper, placedAt: placed)
    let days = max(Double(second - placed) / 86_400, 0.1)
    overall.add(FastMath.ln(days), on: day, halfLife: Self.halfLife)
    shippers[shipper, default: FadingMean()].add(FastMath.ln(days), on: day, halfLife: Self.halfLife)
  }

  func state(_ shipper: String, at second: Int, day: Int) -> State {
    let all = overall.value(on: day, halfLife: Self.halfLife, towards: FastMath.ln(2), strength: 5)
    let own = shippers[shipper] ?? FadingMean()
    return State(
      handling: own.value(on: day, halfLife: Self.halfLife, towards: all, strength: 3),
      weight: own.weight(on: day, halfLife: Self.halfLife),
      oldest: waiting[shipper]?.min().map { Double(second - $0) / 86_400 } ?? 0)
  }
}
