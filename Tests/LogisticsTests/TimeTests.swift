import Foundation
import Logistics
import Testing

@Suite struct LocalDateTests {
  @Test func `every day of two thousand years follows the one before, as the calendar says`() {
    var expected = (year: 1000, month: 1, day: 1)
    var date = LocalDate(year: 1000, month: 1, day: 1)!
    while expected.year < 3000 {
      let civil = date.civil
      #expect(civil == expected)
      #expect(LocalDate(year: civil.year, month: civil.month, day: civil.day) == date)
      if civil != expected { break }
      expected.day += 1
      if expected.day > LocalDate.daysIn(month: expected.month, year: expected.year) {
        expected = expected.month == 12 ? (expected.year + 1, 1, 1) : (expected.year, expected.month + 1, 1)
      }
      date = date.adding(days: 1)
    }
  }

  @Test(arguments: [("1970-01-01", 0, Weekday.thursday), ("2026-11-22", 20_779, .sunday), ("2000-02-29", 11_016, .tuesday)])
  func `known days have their number and weekday`(text: String, number: Int, weekday: Weekday) {
    #expect(LocalDate(text)?.dayNumber == number)
    #expect(LocalDate(text)?.weekday == weekday)
    #expect(LocalDate(dayNumber: number).description == text)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026-00-10", "2026-01-00", "", "2026/01/01", "２０２６-01-01",
  ])
  func `what is no date is refused`(text: String) {
    #expect(LocalDate(text) == nil)
  }
}

@Suite struct LocalTimeTests {
  @Test(arguments: ["24:01", "12:60", "1:00", "12", "12:00:60", "-1:00", "12:00:00:00", ""])
  func `what is no time of day is refused`(text: String) {
    #expect(LocalTime(text) == nil)
  }

  @Test func `a time is written as it is read`() {
    for second in stride(from: 0, through: 86_400, by: 7) {
      let time = LocalTime(secondOfDay: second)!
      #expect(LocalTime(time.description) == time)
    }
  }
}

@Suite struct InstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-11-22T13:05:00-03:00", 1_795_363_500), ("2026-11-22T16:05Z", 1_795_363_500),
    ("2026-11-22T16:05:00.999Z", 1_795_363_500), ("1969-12-31T23:59:59Z", -1),
  ])
  func `a moment is read with its offset`(text: String, seconds: Int) {
    #expect(Instant(text)?.secondsSince1970 == seconds)
  }

  @Test(arguments: [
    "2026-11-22", "2026-11-22T13:05:00", "2026-11-22T13:05:00+25:00", "2026-11-22T13:05:00-3", "2026-11-22 13:05:00Z",
    "2026-02-30T00:00:00Z", "2026-11-22T13:05:00.Z", "2026-11-22TZZZZZZZZZ",
  ])
  func `what is no moment is refused`(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func `a moment is written as it is read, before 1970 and on clocks of every quarter hour`() {
    for seconds in stride(from: -10_000_000_000, through: 10_000_000_000, by: 123_456_789) {
      for offset in stride(from: -12 * 3600, through: 14 * 3600, by: 900) {
        let instant = Instant(secondsSince1970: seconds)
        #expect(Instant(instant.iso8601(offset: offset)) == instant)
      }
    }
  }
}

@Suite struct ZoneTests {
  @Test(arguments: ["America/Santiago", "America/Sao_Paulo", "Europe/Madrid", "America/Caracas", "UTC"])
  func `the table agrees with Foundation at every third hour of the century`(identifier: String) throws {
    let zone = try #require(Zone(identifier))
    let oracle = try #require(TimeZone(identifier: identifier))
    for second in stride(from: 0, to: 36_525 * 86_400, by: 3 * 3600 * 7) {
      let offset = oracle.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
      #expect(zone.offset(at: Instant(secondsSince1970: second)) == offset)
    }
  }

  @Test(arguments: ["Mars/Olympus", "", "GMT+3", "santiago"])
  func `an unknown zone is refused`(identifier: String) {
    #expect(Zone(identifier) == nil)
  }

  @Test func `the wall clock shows the time that was asked for, but for the hour that is skipped`() throws {
    let zone = try #require(Zone("America/Santiago"))
    // Clocks go forward from 24:00 on Saturday 2026-09-05 to 01:00, and back from 24:00 on Saturday 2026-04-04 to 23:00.
    let spring = try #require(LocalDate("2026-09-06"))
    let skipped = zone.instant(spring, LocalTime(hour: 0, minute: 30)!)
    #expect(zone.iso8601(skipped) == "2026-09-06T01:30:00-03:00")
    let autumn = try #require(LocalDate("2026-04-04"))
    #expect(zone.iso8601(zone.instant(autumn, LocalTime(hour: 23, minute: 30)!)) == "2026-04-04T23:30:00-03:00")
    for day in 0..<400 {
      let date = autumn.adding(days: day)
      let time = LocalTime(hour: 9, minute: 15)!
      let instant = zone.instant(date, time)
      #expect(zone.date(at: instant) == date)
      #expect(zone.time(at: instant) == time)
    }
  }
}

@Suite struct MonthTests {
  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-08-31", 6, "2027-02-28"),
    ("2026-03-15", -3, "2025-12-15"), ("2026-12-01", 1, "2027-01-01"), ("2026-05-31", -1, "2026-04-30"),
  ])
  func `months end where they end`(date: String, months: Int, expected: String) {
    #expect(LocalDate(date)?.adding(months: months) == LocalDate(expected))
  }

  @Test func `a month is 28 to 31 days, and keeps the day where there is one`() {
    for number in stride(from: -200_000, to: 60_000, by: 37) {
      let date = LocalDate(dayNumber: number)
      let later = date.adding(months: 1)
      #expect((28...31).contains(date.days(until: later)))
      if date.civil.day <= 28 { #expect(later.civil.day == date.civil.day) }
    }
  }
}
