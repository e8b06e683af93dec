import Foundation
import Logistics
import Promising
import Testing

/// Promises against a naive simulation, minute by minute on clocks of Foundation, that knows neither `Zone` nor `WorkingCalendar`.
@Suite struct PromiseOracleTests {
  /// A random node and service, as the library sees them and as the simulation does.
  struct Scenario {
    var work = PlainHours()
    var drive = PlainHours()
    var cutOffs: [Weekday: Int] = [:]  // last minute of the day, included
    var preparation = 0
    var pickup = false
    var deliveryWeekdays: Set<Weekday> = []
    var transitDays = 0
    var departureCut: Int?
    /// The minutes of each weekday at which the service collects; `nil` if parcels leave whenever it drives.
    var collections: [Weekday: [Int]]?
    var window: ClosedRange<Int>?

    static func random(_ random: inout Random, around day: LocalDate, holidays: Set<LocalDate>) -> Scenario {
      var scenario = Scenario()
      scenario.work = .random(&random, around: day, holidays: holidays)
      scenario.drive = .random(&random, around: day, holidays: holidays)
      for weekday in Weekday.allCases where random.once(in: 2) {
        scenario.cutOffs[weekday] = Int.random(in: 0...1440, using: &random)
      }
      scenario.preparation = random.once(in: 5) ? 0 : Int.random(in: 0...900, using: &random)
      scenario.pickup = random.once(in: 4)
      scenario.deliveryWeekdays = Set(Weekday.allCases.filter { _ in !random.once(in: 3) })
      if scenario.deliveryWeekdays.isEmpty { scenario.deliveryWeekdays = [.monday] }
      scenario.transitDays = Int.random(in: 0...3, using: &random)
      scenario.departureCut = random.once(in: 2) ? nil : Int.random(in: 0...1440, using: &random)
      if random.once(in: 2) {
        var week: [Weekday: [Int]] = [:]
        for (weekday, stretches) in scenario.drive.weekly.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
          week[weekday] = (0...Int.random(in: 0...2, using: &random)).map { _ in
            // Mostly within its hours, their ends included; often at night, when clocks are turned.
            let hours = stretches.randomElement(using: &random)!
            let minute = Int.random(in: hours.lowerBound...min(hours.upperBound + 1, 1439), using: &random)
            return random.once(in: 4) ? Int.random(in: 0...120, using: &random) : minute
          }
        }
        scenario.collections = week.isEmpty ? nil : week
      }
      if !random.once(in: 3) {
        let first = Int.random(in: 0...1438, using: &random)
        scenario.window = first...Int.random(in: first...1439, using: &random)
      }
      return scenario
    }

    func parts(zone: Zone, destination: Zone?) throws -> (NodeSchedule, DeliveryService) {
      func time(_ minute: Int) -> LocalTime { LocalTime(secondOfDay: minute * 60)! }
      let schedule = try NodeSchedule(
        node: "n", name: "node", zone: zone, work: work.calendar(country: "CL"), cutOffs: cutOffs.mapValues(time),
        preparationTime: .minutes(preparation))
      let calendar = try drive.calendar(country: "CL")
      if pickup { return (schedule, .storePickup(id: "s", handsOver: calendar)) }
      let service = try DeliveryService(
        id: "s", kind: .carrier, calendar: calendar, deliveryWeekdays: deliveryWeekdays,
        transit: ["z": Transit(days: transitDays, timeZone: destination)], departureCut: departureCut.map(time),
        collections: collections.map { ["n": $0.mapValues { $0.map(time) }] } ?? [:],
        window: window.flatMap { OpeningHours(from: time($0.lowerBound), until: time($0.upperBound + 1)) })
      return (schedule, service)
    }
  }

  /// Minutes since 1970 of what was promised.
  struct Simulated: Equatable {
    var ready = 0
    var leaves = 0
    var date = LocalDate(dayNumber: 0)
    var opens = 0
    var closes = 0
  }

  /// What happens to an order, one minute after the other; `nil` if not all of it happens before `end`.
  private func simulate(
    _ scenario: Scenario, placed: Int, end: Int, node: WalkedClock, destination: WalkedClock
  ) -> Simulated? {
    var result = Simulated()
    var minute = placed
    let today = node.reading(placed)
    if let cut = scenario.cutOffs[today.date.weekday], !scenario.work.stretches(today.date).isEmpty, today.minuteOfDay > cut {
      while minute < end, node.reading(minute).date == today.date { minute += 1 }
    }
    var left = scenario.preparation
    while minute < end {
      if scenario.work.isOpen(node.reading(minute)) {
        if left == 0 { break }
        left -= 1
        minute += 1
        if left == 0 { break }
      } else {
        minute += 1
      }
    }
    guard minute < end else { return nil }
    result.ready = minute
    let ready = node.reading(minute)
    var date = LocalDate(dayNumber: 0)
    while minute < end {
      if !scenario.pickup, let collections = scenario.collections {
        // A collection takes place as the clock first shows its time or passes it.
        let (before, now) = (node.reading(max(minute - 1, node.firstMinute)), node.reading(minute))
        let isCollected = [before.date, now.date].first { day in
          let passed = (collections[day.weekday] ?? []).contains { time in
            (before.date, before.minuteOfDay) < (day, time) && (day, time) <= (now.date, now.minuteOfDay)
          }
          let drives = [before, now].contains { $0.date == day && scenario.drive.isOpen($0) }
          let inTime = ready.date < day || scenario.departureCut.map { ready.minuteOfDay <= $0 } ?? true
          return passed && drives && inTime && !scenario.work.stretches(day).isEmpty
        }
        if let isCollected {
          date = isCollected
          break
        }
        minute += 1
        continue
      }
      let now = node.reading(minute)
      date = now.date
      let inTime = ready.date < now.date || scenario.departureCut.map { ready.minuteOfDay <= $0 } ?? true
      if scenario.drive.isOpen(now), scenario.pickup || (inTime && !scenario.work.stretches(now.date).isEmpty) { break }
      minute += 1
    }
    guard minute < end else { return nil }
    result.leaves = minute
    if scenario.pickup {
      (result.date, result.opens) = (date, minute)
      while scenario.drive.isOpen(node.reading(minute)), node.reading(minute).date == date { minute += 1 }
      result.closes = minute
      return result
    }
    var days = scenario.transitDays
    while days > 0 {
      date = date.adding(days: 1)
      if !scenario.drive.stretches(date).isEmpty { days -= 1 }
    }
    let window = scenario.window ?? 0...1439
    func isDelivered(_ minute: Int) -> Bool {
      let now = destination.reading(minute)
      return now.date >= date && window.contains(now.minuteOfDay) && scenario.deliveryWeekdays.contains(now.date.weekday)
        && !scenario.drive.stretches(now.date).isEmpty
    }
    while minute < end, !isDelivered(minute) { minute += 1 }
    guard minute < end else { return nil }
    (result.date, result.opens) = (destination.reading(minute).date, minute)
    while isDelivered(minute), destination.reading(minute).date == result.date { minute += 1 }
    result.closes = minute
    return result
  }

  @Test(arguments: [
    ("America/Santiago", "Pacific/Easter", "2026-08-28T12:00:00Z"), ("America/Santiago", "Europe/Madrid", "2026-03-27T12:00:00Z"),
    ("Europe/Madrid", "Atlantic/Canary", "2026-10-17T12:00:00Z"), ("Europe/Madrid", "Asia/Tokyo", "2026-03-21T12:00:00Z"),
  ])
  func `a promise is what a naive simulation of every minute finds`(from: String, to: String, around text: String) throws {
    let (zone, destination) = (try #require(Zone(from)), try #require(Zone(to)))
    let first = try #require(Instant(text))
    let days = 45
    let (nodeClock, destinationClock) = (
      WalkedClock(from, from: first, days: days + 2), WalkedClock(to, from: first, days: days + 2)
    )
    let holidays = Set(try #require(Holidays(country: "CL")).days(in: 2026).map(\.date))
    let start = nodeClock.firstMinute
    var random = Random(seed: 11)
    var compared = 0
    for _ in 0..<30 {
      let scenario = Scenario.random(&random, around: zone.date(at: first).adding(days: 8), holidays: holidays)
      let (schedule, service) = try scenario.parts(zone: zone, destination: destination)
      for _ in 0..<6 {
        let placed = start + Int.random(in: 0..<14 * 1440, using: &random)
        guard
          let expected = simulate(
            scenario, placed: placed, end: start + days * 1440, node: nodeClock, destination: destinationClock)
        else { continue }
        compared += 1
        let outcome = promise(from: schedule, by: service, to: "z", placedAt: Instant(secondsSince1970: placed * 60))
        guard let found = outcome.promise else {
          Issue.record("\(outcome) instead of \(expected)")
          continue
        }
        let window =
          found.window
          ?? TimeWindow(
            opens: max(found.leavesAt, Instant(secondsSince1970: expected.opens * 60)),
            closes: Instant(secondsSince1970: expected.closes * 60))
        #expect(
          Simulated(
            ready: found.readyAt.secondsSince1970 / 60, leaves: found.leavesAt.secondsSince1970 / 60,
            date: found.deliveryDate, opens: try #require(window).opens.secondsSince1970 / 60,
            closes: try #require(window).closes.secondsSince1970 / 60) == expected,
          "\(scenario), placed \(Instant(secondsSince1970: placed * 60))")
      }
    }
    #expect(compared > 80)
  }

  @Test(arguments: ["America/Santiago", "Europe/Madrid"])
  func `an order that is placed earlier is never promised later`(identifier: String) throws {
    let zone = try #require(Zone(identifier))
    let first = try #require(Instant(identifier == "America/Santiago" ? "2026-03-30T00:00:00Z" : "2026-10-20T00:00:00Z"))
    var random = Random(seed: 23)
    for _ in 0..<40 {
      let scenario = Scenario.random(&random, around: zone.date(at: first), holidays: [])
      let (schedule, service) = try scenario.parts(zone: zone, destination: nil)
      var previous: DeliveryPromise?
      for step in 0..<150 {
        let placed = first + .seconds(step * 5717)
        guard let now = promise(from: schedule, by: service, to: "z", placedAt: placed).promise else {
          // What cannot be promised now cannot be promised later either.
          let later = placed + .hours(24 * 30)
          #expect(promise(from: schedule, by: service, to: "z", placedAt: later).promise == nil)
          break
        }
        #expect(now.readyAt >= placed && now.leavesAt >= now.readyAt)
        #expect(now.window.map { $0.opens >= now.leavesAt } ?? (now.deliveryDate >= zone.date(at: now.leavesAt)))
        if let previous {
          #expect(previous.readyAt <= now.readyAt && previous.leavesAt <= now.leavesAt)
          #expect(previous.deliveryDate <= now.deliveryDate)
          if let before = previous.window, let after = now.window {
            #expect(before.opens <= after.opens && before.closes <= after.closes)
          }
        }
        previous = now
      }
    }
  }
}
