import Logistics
import Testing

@testable import Promising

@Suite struct PromiseTests {
  private func instant(_ text: String) -> Instant { Instant(text)! }
  private func date(_ text: String) -> LocalDate { LocalDate(text)! }
  private func hours(_ text: String) -> OpeningHours { OpeningHours(text)! }

  /// Monday to Friday 9 to 18, Saturday 9 to 14, closed on Chile's holidays.
  private func storeCalendar() throws -> WorkingCalendar {
    var week: [Weekday: [OpeningHours]] = [.saturday: [hours("09:00-14:00")]]
    for day in [Weekday.monday, .tuesday, .wednesday, .thursday, .friday] { week[day] = [hours("09:00-18:00")] }
    return try WorkingCalendar(hours: week, holidays: Holidays(country: "CL"))
  }

  private func store() throws -> NodeSchedule {
    try NodeSchedule(
      node: "store-7", name: "store 7", zone: Zone("America/Santiago")!, work: storeCalendar(),
      cutOffs: [.saturday: LocalTime("12:00")!], preparationTime: .hours(2))
  }

  private func van() throws -> DeliveryService {
    try DeliveryService(
      id: "van", kind: .ownVan,
      calendar: WorkingCalendar(
        wholeDays: [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday], holidays: Holidays(country: "CL")),
      deliveryWeekdays: [.monday, .tuesday, .wednesday, .thursday, .friday], transit: ["near": Transit(days: 1)],
      departureCut: LocalTime("16:00")!, window: hours("10:00-20:00"))
  }

  @Test func `an order whose work is not done before the national holidays waits for all of them, and says so`() throws {
    // 2027: Friday 17 is a holiday because Saturday 18 is one; Sunday 19 is one; the order is of Thursday 16, 17:00.
    let outcome = promise(from: try store(), by: try van(), to: "near", placedAt: instant("2027-09-16T17:00:00-03:00"))
    let promised = try #require(outcome.promise)
    #expect(promised.readyAt == instant("2027-09-20T10:00:00-03:00"))
    #expect(promised.leavesOn == date("2027-09-20"))
    #expect(promised.deliveryDate == date("2027-09-21"))
    #expect(
      promised.window
        == TimeWindow(opens: instant("2027-09-21T10:00:00-03:00"), closes: instant("2027-09-21T20:00:00-03:00")))
    #expect(
      promised.reasons.map(\.description) == [
        "store 7 is closed on Fri 2027-09-17, National Holiday",
        "store 7 is closed on Sat 2027-09-18, Independence Day",
        "store 7 is closed on Sun 2027-09-19",
        "prepared at store 7 from Thu 2027-09-16 17:00 until Mon 2027-09-20 10:00",
        "leaves with van from Mon 2027-09-20 10:00",
        "1 working day under way to near, there Tue 2027-09-21",
        "delivered Tue 2027-09-21",
      ])
  }

  @Test func `the reasons name the cut-off, the missed departure and the day without delivery`() throws {
    let outcome = promise(from: try store(), by: try van(), to: "near", placedAt: instant("2026-11-20T15:00:00-03:00"))
    // Friday 15:00, ready at 17:00, after the last departure; Saturday it leaves, but the next day of driving is Monday.
    #expect(
      outcome.promise?.reasons.map(\.description) == [
        "prepared at store 7 Fri 2026-11-20 15:00-17:00",
        "ready Fri 2026-11-20 17:00, too late for the last departure of van at 16:00",
        "leaves with van from Sat 2026-11-21 00:00",
        "van does not drive on Sun 2026-11-22",
        "1 working day under way to near, there Mon 2026-11-23",
        "delivered Mon 2026-11-23",
      ])
    let late = promise(from: try store(), by: try van(), to: "near", placedAt: instant("2026-11-21T12:00:01-03:00"))
    #expect(
      late.promise?.reasons.prefix(3).map(\.description) == [
        "ordered Sat 2026-11-21 12:00:01, after the 12:00 cut-off of store 7",
        "store 7 is closed on Sun 2026-11-22",
        "prepared at store 7 Mon 2026-11-23 09:00-11:00",
      ])
    let inTime = promise(from: try store(), by: try van(), to: "near", placedAt: instant("2026-11-21T12:00:00-03:00"))
    #expect(inTime.promise?.readyAt == instant("2026-11-21T14:00:00-03:00"))
  }

  @Test func `a pickup is promised for the moment it is ready while the store is open`() throws {
    let pickup = DeliveryService.storePickup(id: "pickup", handsOver: try storeCalendar())
    let now = instant("2026-11-20T10:00:00-03:00")
    let outcome = promise(from: try store(), by: pickup, to: "anywhere", placedAt: now)
    #expect(outcome.promise?.window?.opens == instant("2026-11-20T12:00:00-03:00"))
    #expect(outcome.promise?.window?.closes == instant("2026-11-20T18:00:00-03:00"))
    // Ready at the moment the store closes: it is there on Saturday at nine.
    let closing = promise(from: try store(), by: pickup, to: "anywhere", placedAt: instant("2026-11-20T16:00:00-03:00"))
    #expect(closing.promise?.readyAt == instant("2026-11-20T18:00:00-03:00"))
    #expect(closing.promise?.window?.opens == instant("2026-11-21T09:00:00-03:00"))
    #expect(closing.promise?.deliveryDate == date("2026-11-21"))
  }

  @Test func `an hour that the clock shows twice does not let an order in that came after the cut-off`() throws {
    // On Saturday 2026-04-04 the clock goes from 24:00 back to 23:00.
    let evening = try WorkingCalendar(hours: [.saturday: [hours("20:00-24:00")], .sunday: [hours("10:00-12:00")]])
    let schedule = try NodeSchedule(
      node: "n", name: "n", zone: Zone("America/Santiago")!, work: evening, cutOffs: [.saturday: LocalTime("23:20")!],
      preparationTime: .minutes(10))
    let pickup = DeliveryService.storePickup(id: "p", handsOver: WorkingCalendar(wholeDays: Set(Weekday.allCases)))
    let ready = ["23:20:00-03:00", "23:30:00-03:00", "23:10:00-04:00"].map {
      promise(from: schedule, by: pickup, to: "z", placedAt: instant("2026-04-04T" + $0)).promise?.readyAt
    }
    let sunday = instant("2026-04-05T10:10:00-04:00")
    #expect(ready == [instant("2026-04-04T23:30:00-03:00"), sunday, sunday])
  }

  @Test func `the last moment to leave is included, the end of driving and of delivery hours are not`() throws {
    let daily = WorkingCalendar(wholeDays: Set(Weekday.allCases))
    let schedule = try NodeSchedule(node: "n", name: "n", zone: .utc, work: daily, preparationTime: .zero)
    let noon = instant("2026-11-20T12:00:00Z")
    func leaves(cut: String?, drives: String, window: String?) throws -> [LocalDate?] {
      let driving = try WorkingCalendar(
        hours: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, [hours(drives)]) }))
      let service = try DeliveryService(
        id: "s", kind: .ownVan, calendar: driving, transit: ["z": Transit(days: 0)],
        departureCut: cut.map { LocalTime($0)! }, window: window.map(hours))
      let found = promise(from: schedule, by: service, to: "z", placedAt: noon).promise
      return [found?.leavesOn, found?.deliveryDate]
    }
    let (today, tomorrow) = (date("2026-11-20"), date("2026-11-21"))
    #expect(try leaves(cut: "12:00", drives: "08:00-20:00", window: nil) == [today, today])
    #expect(try leaves(cut: "11:59", drives: "08:00-20:00", window: nil) == [tomorrow, tomorrow])
    #expect(try leaves(cut: nil, drives: "08:00-12:00", window: nil) == [tomorrow, tomorrow])
    #expect(try leaves(cut: nil, drives: "08:00-20:00", window: "09:00-12:00") == [today, tomorrow])
    #expect(try leaves(cut: nil, drives: "08:00-20:00", window: "09:00-12:01") == [today, today])
  }

  @Test func `what is not served is told apart`() throws {
    let now = instant("2026-11-20T10:00:00-03:00")
    #expect(promise(from: try store(), by: try van(), to: "far", placedAt: now) == .notServed(.zone("far")))
    for moment in [Int.min, Int.max, 0] {
      let placed = Instant(secondsSince1970: moment)
      #expect(
        promise(from: try store(), by: try van(), to: "near", placedAt: placed) == .notServed(.beyondKnownDays(placed: placed)))
    }
    let never = try WorkingCalendar(hours: [:])
    let closedNode = try NodeSchedule(node: "n", name: "n", zone: .utc, work: never, preparationTime: .zero)
    #expect(promise(from: closedNode, by: try van(), to: "near", placedAt: now) == .notServed(.neverPrepared))
    let sundays = WorkingCalendar(wholeDays: [.sunday], holidays: Holidays(country: "CL"))
    let sundayVan = try DeliveryService(id: "s", kind: .ownVan, calendar: sundays, transit: ["near": Transit(days: 0)])
    #expect(promise(from: try store(), by: sundayVan, to: "near", placedAt: now) == .notServed(.neverLeaves))
    let elsewhen = try DeliveryService(
      id: "e", kind: .carrier, calendar: WorkingCalendar(wholeDays: [.monday]), deliveryWeekdays: [.sunday],
      transit: ["near": Transit(days: 1)])
    #expect(promise(from: try store(), by: elsewhen, to: "near", placedAt: now) == .notServed(.neverDelivered))
    let closedPickup = DeliveryService.storePickup(id: "p", handsOver: never)
    #expect(promise(from: try store(), by: closedPickup, to: "near", placedAt: now) == .notServed(.neverDelivered))
  }

  @Test func `all faults of a service and of a schedule are told at once`() throws {
    let calendar = try WorkingCalendar(hours: [:])
    #expect {
      try DeliveryService(
        id: "x", kind: .storePickup, calendar: calendar, deliveryWeekdays: [],
        transit: ["a": Transit(days: -1), "b": Transit(days: 366), "c": Transit(days: 365)])
    } throws: {
      ($0 as? InvalidInput)?.faults.map(\.place) == ["kind", "deliveryWeekdays", "transit.a", "transit.b"]
    }
    #expect(throws: InvalidInput.self) {
      try NodeSchedule(node: "n", name: "n", zone: .utc, work: calendar, preparationTime: .seconds(-1))
    }
  }
}
