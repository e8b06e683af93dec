import Logistics
import Testing

@testable import Promising

/// Carriers that collect at set times.
@Suite struct CollectionTests {
  private func instant(_ text: String) -> Instant { Instant(text)! }
  private func time(_ text: String) -> LocalTime { LocalTime(text)! }

  private func schedule(_ zone: String = "America/Santiago", node: ID<Node> = "n", closed: Set<LocalDate> = []) throws
    -> NodeSchedule
  {
    var week: [Weekday: [OpeningHours]] = [:]
    for day in Weekday.allCases where day != .sunday { week[day] = [OpeningHours("08:00-20:00")!] }
    return try NodeSchedule(
      node: node, name: "node", zone: Zone(zone)!,
      work: WorkingCalendar(hours: week, holidays: Holidays(country: "CL"), closedDays: closed), preparationTime: .hours(1))
  }

  private func carrier(
    _ collections: [ID<Node>: [Weekday: [LocalTime]]], cut: LocalTime? = nil, drives: WorkingCalendar? = nil
  ) throws -> DeliveryService {
    let days = Set(Weekday.allCases.filter { $0 != .sunday })
    return try DeliveryService(
      id: "post", kind: .carrier,
      calendar: drives ?? WorkingCalendar(wholeDays: days, holidays: Holidays(country: "CL")), transit: ["z": Transit(days: 1)],
      departureCut: cut, collections: collections)
  }

  /// Monday to Friday at 11:00 and 17:00, Saturday at 12:00.
  private var usual: [Weekday: [LocalTime]] {
    var week: [Weekday: [LocalTime]] = [.saturday: [time("12:00")]]
    for day in [Weekday.monday, .tuesday, .wednesday, .thursday, .friday] { week[day] = [time("17:00"), time("11:00")] }
    return week
  }

  private func leaves(
    _ placed: String, _ service: DeliveryService, from schedule: NodeSchedule? = nil
  ) throws -> Instant? {
    try promise(from: schedule ?? self.schedule(), by: service, to: "z", placedAt: instant(placed)).promise?.leavesAt
  }

  @Test func `parcels leave with the first collection after they are ready, at the moment itself still`() throws {
    let post = try carrier(["n": usual])
    // Wednesday 2 December 2026 to Saturday 5; Tuesday 8 is a holiday.
    #expect(try leaves("2026-12-02T09:59:00-03:00", post) == instant("2026-12-02T11:00:00-03:00"))
    #expect(try leaves("2026-12-02T10:00:00-03:00", post) == instant("2026-12-02T11:00:00-03:00"))
    #expect(try leaves("2026-12-02T10:00:01-03:00", post) == instant("2026-12-02T17:00:00-03:00"))
    #expect(try leaves("2026-12-02T16:00:01-03:00", post) == instant("2026-12-03T11:00:00-03:00"))
    #expect(try leaves("2026-12-05T11:00:01-03:00", post) == instant("2026-12-07T11:00:00-03:00"))
    #expect(try leaves("2026-12-07T16:30:00-03:00", post) == instant("2026-12-09T11:00:00-03:00"))
    // The cut holds besides.
    let cut = try carrier(["n": usual], cut: time("10:00"))
    #expect(try leaves("2026-12-02T09:00:00-03:00", cut) == instant("2026-12-02T11:00:00-03:00"))
    #expect(try leaves("2026-12-02T09:00:01-03:00", cut) == instant("2026-12-03T11:00:00-03:00"))
  }

  @Test func `each node has its own times, and one that has none is left whenever the carrier drives`() throws {
    let post = try carrier(["n": usual, "m": [.friday: [time("09:00")]]])
    #expect(try leaves("2026-12-02T12:00:00-03:00", post, from: schedule(node: "m")) == instant("2026-12-04T09:00:00-03:00"))
    #expect(try leaves("2026-12-02T12:00:00-03:00", post, from: schedule(node: "o")) == instant("2026-12-02T13:00:00-03:00"))
  }

  @Test func `the reasons name the collection that was missed, the days without any, and the one that takes it`() throws {
    let weekly = try carrier(["n": [.wednesday: [time("11:00"), time("15:00")]]])
    let found = promise(from: try schedule(), by: weekly, to: "z", placedAt: instant("2026-12-02T15:00:00-03:00")).promise
    #expect(
      found?.reasons.map(\.description) == [
        "prepared at node Wed 2026-12-02 15:00-16:00",
        "ready Wed 2026-12-02 16:00, too late for the last departure of post at 15:00",
        "post collects nothing at node from Thu 2026-12-03 to Sat 2026-12-05",
        "post collects nothing at node on Mon 2026-12-07",
        "post does not drive on Sun 2026-12-06",
        "post does not drive on Tue 2026-12-08, Immaculate Conception",
        "node is closed on Sun 2026-12-06",
        "node is closed on Tue 2026-12-08, Immaculate Conception",
        "leaves with post from Wed 2026-12-09 11:00",
        "1 working day under way to z, there Thu 2026-12-10",
        "delivered Thu 2026-12-10",
      ])
  }

  @Test func `on a day on which the carrier drives shorter only the collections within its hours take place`() throws {
    let short = try WorkingCalendar(
      hours: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, [.wholeDay]) }),
      openDays: [
        LocalDate("2026-12-24")!: [OpeningHours("06:00-11:00")!], LocalDate("2026-12-23")!: [OpeningHours("06:00-10:59")!],
      ])
    let post = try carrier(["n": usual], drives: short)
    #expect(try leaves("2026-12-23T09:00:00-03:00", post) == instant("2026-12-24T11:00:00-03:00"))
    #expect(try leaves("2026-12-24T10:00:00-03:00", post) == instant("2026-12-24T11:00:00-03:00"))
    #expect(try leaves("2026-12-24T10:00:01-03:00", post) == instant("2026-12-26T12:00:00-03:00"))
  }

  @Test func `a time that the clock skips is when it is turned, one that it shows twice is the first`() throws {
    let everyday = WorkingCalendar(wholeDays: Set(Weekday.allCases))
    let node = try NodeSchedule(node: "n", name: "n", zone: Zone("Europe/Madrid")!, work: everyday, preparationTime: .zero)
    let week = Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, [time("02:30")]) })
    let post = try carrier(["n": week], drives: everyday)
    // 2026-03-29: from 02:00 to 03:00; 2026-10-25: from 03:00 to 02:00.
    #expect(try leaves("2026-03-29T01:30:00+01:00", post, from: node) == instant("2026-03-29T03:00:00+02:00"))
    #expect(try leaves("2026-03-29T03:00:00+02:00", post, from: node) == instant("2026-03-29T03:00:00+02:00"))
    #expect(try leaves("2026-03-29T03:00:01+02:00", post, from: node) == instant("2026-03-30T02:30:00+02:00"))
    #expect(try leaves("2026-10-25T02:30:00+02:00", post, from: node) == instant("2026-10-25T02:30:00+02:00"))
    #expect(try leaves("2026-10-25T02:30:01+02:00", post, from: node) == instant("2026-10-26T02:30:00+01:00"))
  }

  @Test func `a further collection makes nothing later, a further holiday nothing sooner`() throws {
    let first = instant("2026-03-25T00:00:00Z")
    var random = Random(seed: 71)
    var (sooner, later) = (0, 0)
    for _ in 0..<120 {
      let zone = Zone(random.once(in: 2) ? "America/Santiago" : "Europe/Madrid")!
      var scenario = PromiseOracleTests.Scenario.random(&random, around: zone.date(at: first).adding(days: 5), holidays: [])
      scenario.pickup = false
      let days = Weekday.allCases.filter { scenario.drive.weekly[$0] != nil }
      guard scenario.collections != nil, let day = days.randomElement(using: &random) else { continue }
      var more = scenario
      let hours = scenario.drive.weekly[day]!.randomElement(using: &random)!
      more.collections![day, default: []].append(Int.random(in: hours, using: &random))
      var closed = scenario
      let holiday = zone.date(at: first).adding(days: Int.random(in: 0...12, using: &random))
      // A day that is extra open is no holiday for anybody.
      guard scenario.work.extra[holiday] == nil, scenario.drive.extra[holiday] == nil else { continue }
      if random.once(in: 2) { closed.work.closed.insert(holiday) } else { closed.drive.closed.insert(holiday) }
      func ask(_ scenario: PromiseOracleTests.Scenario, _ placed: Instant) throws -> DeliveryPromise? {
        let (schedule, service) = try scenario.parts(zone: zone, destination: nil)
        return promise(from: schedule, by: service, to: "z", placedAt: placed).promise
      }
      for _ in 0..<20 {
        let placed = first + .seconds(Int.random(in: 0...12 * 86_400, using: &random))
        guard let found = try ask(scenario, placed) else { break }
        let served = try #require(try ask(more, placed))
        #expect(served.leavesAt <= found.leavesAt && served.deliveryDate <= found.deliveryDate)
        sooner += served.leavesAt < found.leavesAt ? 1 : 0
        guard let delayed = try ask(closed, placed) else { break }
        #expect(delayed.leavesAt >= found.leavesAt && delayed.deliveryDate >= found.deliveryDate)
        later += delayed.deliveryDate > found.deliveryDate ? 1 : 0
      }
    }
    #expect(sooner > 20 && later > 20)
  }

  @Test func `a node without any time and the end of a day are faults`() throws {
    #expect {
      try carrier(["a": [:], "b": [.monday: []], "c": [.monday: [.endOfDay], .tuesday: [.midnight]], "d": usual])
    } throws: {
      ($0 as? InvalidInput)?.faults.map(\.place) == ["collections.a", "collections.b", "collections.c.mon"]
    }
  }
}
