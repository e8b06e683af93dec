/// How much longer than the prior says parcels take: everywhere, to a destination, on a lane; each level shrunk towards the
/// coarser one, so that a lane that was hardly used says what its destination says. O(1) for each delivery.
struct LaneLevels: Hashable, Sendable, Codable {
  private static let halfLife = 180.0
  private var overall = FadingMean()
  private var destinations: [String: FadingMean] = [:]
  private var lanes: [String: FadingMean] = [:]

  /// What the levels say of a consignment, as differences of logarithms.
  struct Effects {
    let overall: Double
    let destination: Double
    let lane: Double
  }

  /// Takes in a delivery whose logarithm was so much above the prior's.
  mutating func add(_ excess: Double, _ consignment: Consignment, on day: Int) {
    let effects = effects(consignment, on: day)
    overall.add(excess, on: day, halfLife: Self.halfLife)
    destinations[consignment.destinationRegion, default: FadingMean()]
      .add(excess - effects.overall, on: day, halfLife: Self.halfLife)
    lanes[consignment.lane, default: FadingMean()]
      .add(excess - effects.overall - effects.destination, on: day, halfLife: Self.halfLife)
  }

  func effects(_ consignment: Consignment, on day: Int) -> Effects {
    Effects(
      overall: overall.value(on: day, halfLife: Self.halfLife, strength: 5),
      destination: destinations[consignment.destinationRegion]?.value(on: day, halfLife: Self.halfLife, strength: 10) ?? 0,
      lane: lanes[consignment.lane]?.value(on: day, halfLife: Self.halfLife, strength: 20) ?? 0)
  }
}
