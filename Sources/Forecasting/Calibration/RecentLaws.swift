/// Some hundred of the laws that were foretold lately, every fifth of the last two thousand orders.
struct RecentLaws: Sendable {
  private static let capacity = 400
  /// Every so many orders one is kept.
  private static let spacing = 5

  private(set) var laws: [DayDistribution] = []
  private var count = 0
  private var next = 0

  mutating func add(_ law: DayDistribution) {
    defer { count += 1 }
    guard count % Self.spacing == 0 else { return }
    if laws.count < Self.capacity { laws.append(law) } else { laws[next] = law }
    next = (next + 1) % Self.capacity
  }
}
