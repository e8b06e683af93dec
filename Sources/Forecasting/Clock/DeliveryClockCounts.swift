/// What a ``DeliveryClock`` is learnt from: deliveries and days by kind of day. O(1) for each delivery and day.
struct DeliveryClockCounts: Hashable, Sendable, Codable {
  private(set) var deliveries = [Double](repeating: 0, count: 7)
  private(set) var days = [Double](repeating: 0, count: 7)

  /// So many days of each kind are believed to have been as the mean: a clock of two weeks' data is not yet a clock.
  static let prior = 2.0

  mutating func addDelivery(kind: Int) { deliveries[kind] += 1 }
  mutating func addDay(kind: Int) { days[kind] += 1 }

  /// Deliveries a day by kind, shrunk towards the mean.
  var rates: [Double] {
    let total = deliveries.reduce(0, +)
    guard total > 0 else { return [Double](repeating: 1, count: 7) }
    let mean = total / max(1, days.reduce(0, +))
    let rates = (0..<7).map { (deliveries[$0] + Self.prior * mean) / (days[$0] + Self.prior) }
    let level = rates.reduce(0, +) / 7
    return rates.map { $0 / level }
  }
}
