internal import Logistics

/// What there is to beat: the quantile of the durations lately seen on a lane; where these are few, of those to its destination;
/// where these are few too, of all.
struct CorridorQuantile {
  /// A delivery: the day on which it came, and after how many.
  private struct Outcome {
    let day: Int
    let days: Int
  }

  /// Days for which a delivery counts.
  let window: Int
  /// Deliveries from which a group speaks for itself.
  static let least = 30

  private var lanes: [String: [Outcome]] = [:]
  private var destinations: [String: [Outcome]] = [:]
  private var all: [Outcome] = []

  init(window: Int = 60) { self.window = window }

  mutating func deliver(_ consignment: Consignment, on day: Int, days: Int) {
    let outcome = Outcome(day: day, days: days)
    lanes[consignment.lane, default: []].append(outcome)
    destinations[consignment.destinationRegion, default: []].append(outcome)
    all.append(outcome)
  }

  /// The law of the group that speaks for a consignment; a month for certain where nothing was seen.
  func law(_ consignment: Consignment, on day: Int) -> DayDistribution {
    let groups = [lanes[consignment.lane], destinations[consignment.destinationRegion], all].compactMap { $0 }
    let recent = groups.lazy.map { group in group.suffix { $0.day >= day - window } }
    guard let group = recent.first(where: { $0.count >= Self.least }) ?? recent.first(where: { !$0.isEmpty }) else {
      return DayDistribution(survival: (0..<ForecastModel.days).map { $0 < 30 ? 1 : 0 })
    }
    var counts = [Int](repeating: 0, count: ForecastModel.days + 1)
    for outcome in group { counts[min(max(0, outcome.days), ForecastModel.days)] += 1 }
    var left = group.count
    return DayDistribution(
      survival: (0..<ForecastModel.days).map { days in
        left -= counts[days]
        return Double(left) / Double(group.count)
      })
  }
}

extension Array {
  /// The longest tail whose elements all satisfy a condition. O(its length).
  fileprivate func suffix(_ holds: (Element) -> Bool) -> ArraySlice<Element> {
    var start = endIndex
    while start > startIndex, holds(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
