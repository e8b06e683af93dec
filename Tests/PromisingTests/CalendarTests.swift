import Logistics
import Promising
import Testing

@Suite struct CalendarTests {
  private func date(_ text: String) -> LocalDate { LocalDate(text)! }
  private func instant(_ text: String) -> Instant { Instant(text)! }
  private let weekdays: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday]

  @Test(arguments: [
    // Saturday to Sunday 2026-09-06 the clock goes from 24:00 to 01:00, Saturday 2026-04-04 from 24:00 back to 23:00.
    ("America/Santiago", "2026-08-20T12:00:00Z"), ("America/Santiago", "2026-03-20T12:00:00Z"),
    ("Europe/Madrid", "2026-03-14T12:00:00Z"), ("Europe/Madrid", "2026-10-10T12:00:00Z"),
  ])
  func `working time passes as on a clock that is walked minute by minute`(identifier: String, from text: String) throws {
    let zone = try #require(Zone(identifier))
    let first = instant(text)
    let days = 34
    let clock = WalkedClock(identifier, from: first, days: days)
    let holidays = Set(try #require(Holidays(country: "CL")).days(in: 2026).map(\.date))
    var random = Random(seed: 7)
    for _ in 0..<25 {
      let plain = PlainHours.random(&random, around: zone.date(at: first).adding(days: 10), holidays: holidays)
      let calendar = try plain.calendar(country: "CL")
      // Minutes of work before each minute, and the minute in which each minute of work begins.
      var worked = [0]
      var workMinutes: [Int] = []
      for minute in clock.firstMinute..<clock.firstMinute + days * 1440 {
        let open = plain.isOpen(clock.reading(minute))
        if open { workMinutes.append(minute) }
        worked.append(worked.last! + (open ? 1 : 0))
      }
      for _ in 0..<60 {
        let start = Int.random(in: 0..<20 * 1440, using: &random)
        let span = random.once(in: 4) ? 0 : Int.random(in: 0...2000, using: &random)
        let begin = Instant(secondsSince1970: (clock.firstMinute + start) * 60)
        let end = Int.random(in: 0..<days * 1440, using: &random)
        #expect(
          calendar.workingTime(from: begin, until: Instant(secondsSince1970: (clock.firstMinute + end) * 60), in: zone)
            == .minutes(max(0, worked[end] - worked[start])))
        let done = calendar.instant(after: .minutes(span), ofWorkFrom: begin, in: zone)
        // Work of no time is done where the next minute of work begins, any other where its last minute ends.
        let index = worked[start] + max(span - 1, 0)
        guard index < workMinutes.count else { continue }
        let minute = workMinutes[index] + (span == 0 ? 0 : 1)
        #expect(done == Instant(secondsSince1970: minute * 60), "\(begin) + \(span) min of \(plain)")
        let opening = calendar.opening(atOrAfter: begin, in: zone)
        let next = workMinutes[worked[start]]
        #expect(opening.map { max($0.opens, begin) } == Instant(secondsSince1970: next * 60))
      }
    }
  }

  @Test func `hours that begin in the hour that is skipped begin after it, and hours within it are left out`() throws {
    let santiago = try #require(Zone("America/Santiago"))
    let night = try #require(OpeningHours("00:30-08:00"))
    let skipped = try #require(OpeningHours("00:15-00:45"))
    let calendar = try WorkingCalendar(hours: [.sunday: [night], .monday: [skipped]])
    let openings = calendar.openings(on: date("2026-09-06"), in: santiago)
    #expect(openings == [TimeWindow(opens: instant("2026-09-06T01:00:00-03:00"), closes: instant("2026-09-06T08:00:00-03:00"))])
    let other = try WorkingCalendar(hours: [.sunday: [skipped]])
    #expect(other.openings(on: date("2026-09-06"), in: santiago).isEmpty)
    #expect(other.openings(on: date("2026-09-13"), in: santiago).map(\.length) == [.minutes(30)])
  }

  @Test func `working days pass over weekends, holidays and days of its own`() throws {
    let calendar = try WorkingCalendar(
      hours: Dictionary(uniqueKeysWithValues: weekdays.map { ($0, [.wholeDay]) }), holidays: Holidays(country: "CL"),
      closedDays: [date("2026-09-21")], openDays: [date("2026-09-18"): [OpeningHours("10:00-12:00")!]])
    // Friday the 18th is Independence Day, but it opens; Monday the 21st it is closed.
    #expect(calendar.adding(workingDays: 1, to: date("2026-09-17")) == date("2026-09-18"))
    #expect(calendar.adding(workingDays: 2, to: date("2026-09-17")) == date("2026-09-22"))
    #expect(calendar.adding(workingDays: 0, to: date("2026-09-19")) == date("2026-09-22"))
    #expect(calendar.nextWorkingDay(onOrAfter: date("2026-09-18")) == date("2026-09-18"))
    #expect(calendar.previousWorkingDay(onOrBefore: date("2026-09-21")) == date("2026-09-18"))
    #expect(calendar.closure(on: date("2026-09-18")) == nil)
    #expect(calendar.closure(on: date("2026-09-20")) == .weekday)
    #expect(calendar.closure(on: date("2026-09-21")) == .closedDay)
    #expect(calendar.closure(on: date("2026-10-12")) == .holiday("Meeting of Two Worlds' Day"))
  }

  @Test func `counting working days is stepping from each to the next`() throws {
    let calendar = WorkingCalendar(wholeDays: weekdays, holidays: Holidays(country: "CL"))
    var random = Random(seed: 3)
    for _ in 0..<200 {
      let start = date("2026-01-01").adding(days: Int.random(in: 0...1000, using: &random))
      let count = Int.random(in: 1...40, using: &random)
      var left = count
      var day = start
      while left > 0 {
        day = day.adding(days: 1)
        if calendar.isWorkingDay(day) { left -= 1 }
      }
      #expect(calendar.adding(workingDays: count, to: start) == day)
    }
  }

  @Test func `a calendar that is never open answers nil and ends`() throws {
    let never = try WorkingCalendar(hours: [:])
    let now = instant("2026-09-17T12:00:00Z")
    #expect(never.nextWorkingDay(onOrAfter: date("2026-09-17")) == nil)
    #expect(never.previousWorkingDay(onOrBefore: date("2026-09-17")) == nil)
    #expect(never.adding(workingDays: 1, to: date("2026-09-17")) == nil)
    #expect(never.instant(after: .zero, ofWorkFrom: now, in: .utc) == nil)
    #expect(never.opening(atOrAfter: now, in: .utc) == nil)
    let once = try WorkingCalendar(hours: [:], openDays: [date("2026-09-20"): [.wholeDay]])
    #expect(once.nextWorkingDay(onOrAfter: date("2026-09-17")) == date("2026-09-20"))
    #expect(once.instant(after: .hours(24), ofWorkFrom: now, in: .utc) == instant("2026-09-21T00:00:00Z"))
    #expect(once.instant(after: .hours(25), ofWorkFrom: now, in: .utc) == nil)
  }

  @Test func `moments, days and spans of any size are answered`() throws {
    let calendar = WorkingCalendar(wholeDays: weekdays, holidays: Holidays(country: "CL"))
    for seconds in [Int.min, Int.max, Int.min + 86_400, -62_135_596_801] {
      #expect(calendar.instant(after: .hours(1), ofWorkFrom: Instant(secondsSince1970: seconds), in: .utc) == nil)
    }
    let noon = instant("2026-09-17T12:00:00Z")
    for seconds in [Int.min, Int.max] {
      let far = Instant(secondsSince1970: seconds)
      #expect(calendar.workingTime(from: far, until: noon, in: .utc) == .zero)
      #expect((calendar.workingTime(from: noon, until: far, in: .utc) > .zero) == (seconds > 0))
    }
    for number in [Int.min, Int.max] { #expect(!calendar.isWorkingDay(LocalDate(dayNumber: number))) }
    #expect(calendar.nextWorkingDay(onOrAfter: LocalDate(dayNumber: .max)) == nil)
    #expect(calendar.previousWorkingDay(onOrBefore: LocalDate(dayNumber: .min)) == nil)
    #expect(calendar.adding(workingDays: .max, to: date("2026-09-17")) == nil)
    let now = instant("2026-09-17T12:00:00Z")
    #expect(calendar.instant(after: TimeSpan(.max), ofWorkFrom: now, in: .utc) == nil)
  }

  @Test func `all faults of a calendar are told at once`() throws {
    let nine = try #require(OpeningHours("09:00-12:00"))
    let ten = try #require(OpeningHours("10:00-13:00"))
    let day = date("2026-09-17")
    #expect {
      try WorkingCalendar(hours: [.monday: [ten, nine]], closedDays: [day], openDays: [day: []])
    } throws: {
      ($0 as? InvalidInput)?.faults.map(\.place) == ["hours.mon", "openDays.2026-09-17", "openDays.2026-09-17"]
    }
  }

  @Test func `hours that touch are one`() throws {
    let calendar = try WorkingCalendar(
      hours: [.monday: [try #require(OpeningHours("12:00-18:00")), try #require(OpeningHours("09:00-12:00"))]])
    #expect(calendar.hours(on: date("2026-09-14")).map(\.description) == ["09:00-18:00"])
  }

  @Test(arguments: ["09:00", "18:00-09:00", "09:00-09:00", "09:00-25:00", "09:00-18:00-19:00", ""])
  func `what are no hours is refused`(text: String) {
    #expect(OpeningHours(text) == nil)
  }
}
