/// Some hundred of the laws that were foretold lately, evenly spread over the orders.
struct RecentLaws: Sendable {
  private static let capacity = 400

  /// Every so many orders one is kept.
  private let spacing: Int
  private(set) var laws: [DayDistribution] = []
  private var count = 0
  private var next = 0

  init(spacing: Int) { self.spacing = spacing }

  mutating func add(_ law: DayDistribution) {
    defer { count += 1 }
    guard count % spacing == 0 else { return }
    if laws.count < Self.capacity { laws.append(law) } else { laws[next] = law }
    next = (next + 1) % Self.capacity
  }
}
