import Foundation
import Logistics
import Promising

/// SplitMix64: the same numbers on every machine.
struct Random: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
  /// True once in so many times.
  mutating func once(in times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }
}

/// A wall clock walked minute by minute with Foundation's offsets, sharing nothing with `Zone`: for each minute the latest reading
/// of the clock so far, as minutes since 1970 of local time. A clock that is turned back shows nothing new for an hour.
struct WalkedClock {
  let firstMinute: Int
  /// The latest reading so far at the beginning of each minute.
  let latest: [Int]

  init(_ identifier: String, from first: Instant, days: Int) {
    let zone = TimeZone(identifier: identifier)!
    firstMinute = first.secondsSince1970 / 60
    var latest: [Int] = []
    var highest = Int.min
    for minute in firstMinute - 1440..<firstMinute + days * 1440 {
      let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(minute * 60)))
      highest = max(highest, minute + offset / 60)
      if minute >= firstMinute { latest.append(highest) }
    }
    self.latest = latest
  }

  func reading(_ minute: Int) -> (date: LocalDate, minuteOfDay: Int) {
    let reading = latest[minute - firstMinute]
    return (LocalDate(dayNumber: reading / 1440), reading % 1440)
  }
}

/// The hours of a calendar as a test made them, so that an oracle need not ask the calendar.
struct PlainHours {
  var weekly: [Weekday: [ClosedRange<Int>]] = [:]  // first and last open minute of the day
  var closed: Set<LocalDate> = []
  var extra: [LocalDate: [ClosedRange<Int>]] = [:]
  var holidays: Set<LocalDate> = []

  func stretches(_ date: LocalDate) -> [ClosedRange<Int>] {
    if let own = extra[date] { return own }
    if closed.contains(date) || holidays.contains(date) { return [] }
    return weekly[date.weekday] ?? []
  }

  func isOpen(_ reading: (date: LocalDate, minuteOfDay: Int)) -> Bool {
    stretches(reading.date).contains { $0.contains(reading.minuteOfDay) }
  }

  func calendar(country: String?) throws -> WorkingCalendar {
    func hours(_ ranges: [ClosedRange<Int>]) -> [OpeningHours] {
      ranges.map {
        OpeningHours(
          from: LocalTime(secondOfDay: $0.lowerBound * 60)!, until: LocalTime(secondOfDay: ($0.upperBound + 1) * 60)!)!
      }
    }
    return try WorkingCalendar(
      hours: weekly.mapValues(hours), holidays: country.flatMap(Holidays.init(country:)), closedDays: closed,
      openDays: extra.mapValues(hours))
  }

  /// Hours of every shape: none, whole days, stretches that touch midnight on either side, two in a day.
  static func random(_ random: inout Random, around day: LocalDate, holidays: Set<LocalDate>) -> PlainHours {
    func someStretches(_ random: inout Random) -> [ClosedRange<Int>] {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: return [0...1439]
      case 1: return [0...Int.random(in: 10...100, using: &random)]
      case 2: return [Int.random(in: 1340...1430, using: &random)...1439]
      case 3: return [540...779, 840...1079]
      case 4: return [15...44, 1395...1409]
      default:
        let first = Int.random(in: 0...1300, using: &random)
        return [first...Int.random(in: first...1439, using: &random)]
      }
    }
    var plain = PlainHours()
    plain.holidays = holidays
    for weekday in Weekday.allCases where !random.once(in: 3) { plain.weekly[weekday] = someStretches(&random) }
    for _ in 0..<4 { plain.closed.insert(day.adding(days: Int.random(in: -10...20, using: &random))) }
    for _ in 0..<2 {
      let date = day.adding(days: Int.random(in: -10...20, using: &random))
      if !plain.closed.contains(date) { plain.extra[date] = someStretches(&random) }
    }
    return plain
  }
}
