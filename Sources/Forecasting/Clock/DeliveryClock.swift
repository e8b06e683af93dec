public import Logistics

/// A clock that runs as fast as parcels are delivered: on a Sunday it almost stands still.
///
/// A day of the calendar counts as many days of this clock as parcels are delivered on such a day compared with the mean over a
/// week. Durations measured on it no longer depend on the weekday of the order (operational time: Feller 1971, chapter X.7), and
/// promises do not fall on days on which nobody delivers.
public struct DeliveryClock: Hashable, Sendable {
  /// How fast it runs, Monday first; the mean is 1. A day off runs as a Sunday does.
  public let rates: [Double]
  /// The days off, as days since 1970-01-01.
  let daysOff: Set<Int>

  /// A clock of seven rates that need not have the mean 1.
  ///
  /// - Precondition: Seven finite rates, none negative, one positive.
  public init(rates: [Double], daysOff: Set<LocalDate> = []) {
    precondition(rates.count == 7 && rates.allSatisfy { $0 >= 0 && $0.isFinite } && rates.contains { $0 > 0 }, "seven rates")
    let mean = rates.reduce(0, +) / 7
    self.init(checked: rates.map { $0 / mean }, daysOff: Set(daysOff.map(\.dayNumber)))
  }

  init(checked rates: [Double], daysOff: Set<Int>) {
    self.rates = rates
    self.daysOff = daysOff
  }

  /// Which of the seven rates a day has, 0 for Monday.
  func kind(of day: Int) -> Int {
    if daysOff.contains(day) { return 6 }
    let index = (day + 3) % 7  // 1970-01-01 was a Thursday
    return index < 0 ? index + 7 : index
  }

  /// How fast it runs on a day.
  func rate(on day: Int) -> Double { rates[kind(of: day)] }

  /// What it shows at the ends of the days 0 ..< `count` after an order; the day of the order itself counts half. O(count).
  func ends(placedOn day: Int, count: Int) -> [Double] {
    var ends: [Double] = []
    ends.reserveCapacity(count)
    var time = rate(on: day) / 2
    for offset in 0..<count {
      if offset > 0 { time += rate(on: day + offset) }
      ends.append(time)
    }
    return ends
  }

  /// What it shows in the middle of the day so many days after an order. O(days).
  func middle(placedOn day: Int, days: Int) -> Double {
    end(placedOn: day, days: days) - (days > 0 ? rate(on: day + days) / 2 : 0)
  }

  /// What it shows at the end of that day. O(days).
  func end(placedOn day: Int, days: Int) -> Double {
    var time = rate(on: day) / 2
    for offset in stride(from: 1, through: days, by: 1) { time += rate(on: day + offset) }
    return time
  }

  /// How many of the `count` days after an order are neither weekends nor days off.
  func workingDays(after day: Int, count: Int) -> Int {
    (1...count).reduce(0) { $0 + (kind(of: day + $1) < 5 ? 1 : 0) }
  }
}

extension DeliveryClock: Codable {
  private enum CodingKeys: String, CodingKey {
    case rates, daysOff
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let rates = try container.decode([Double].self, forKey: .rates)
    guard rates.count == 7, rates.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
      throw DecodingError.dataCorruptedError(forKey: .rates, in: container, debugDescription: "not seven rates")
    }
    // As they are: dividing by the mean again could change the last bit.
    self.init(checked: rates, daysOff: Set(try container.decode([LocalDate].self, forKey: .daysOff).map(\.dayNumber)))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rates, forKey: .rates)
    try container.encode(daysOff.sorted().map { LocalDate(dayNumber: $0) }, forKey: .daysOff)
  }
}
