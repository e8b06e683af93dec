import Logistics
import Promising
import Testing

@Suite struct PromiseBoardTests {
  @Test(arguments: ["America/Santiago", "Europe/Madrid"])
  func `the board says at every moment what the chain says, forth and back in time`(identifier: String) throws {
    let zone = try #require(Zone(identifier))
    let first = try #require(Instant(identifier == "America/Santiago" ? "2026-03-30T00:00:00Z" : "2026-10-20T00:00:00Z"))
    var random = Random(seed: 41)
    let lanes = try (0..<30).map { _ in
      let scenario = PromiseOracleTests.Scenario.random(&random, around: zone.date(at: first), holidays: [])
      let (schedule, service) = try scenario.parts(zone: zone, destination: nil)
      return PromiseBoard.Lane(schedule, service)
    }
    let board = PromiseBoard(lanes, to: ["nowhere", "z"])
    var served = 0
    for step in 0..<400 {
      // Mostly on in small steps, as a shop's day goes, now and then anywhere.
      let now = first + (random.once(in: 5) ? .seconds(Int.random(in: 0...1_000_000, using: &random)) : .seconds(step * 1777))
      let days = board.days(at: now)
      for (number, lane) in lanes.enumerated() {
        let found = promise(from: lane.schedule, by: lane.service, to: "z", placedAt: now).promise
        #expect(days.delivery(lane: number, area: 1) == found?.deliveryDate, "lane \(number) at \(now)")
        #expect(days.departure(lane: number) == found?.leavesOn)
        if lane.service.kind != .storePickup { #expect(days.delivery(lane: number, area: 0) == nil) }
        served += found == nil ? 0 : 1
      }
    }
    #expect(served > 5000)
    // A second before the days change they are the old ones, at that second the new.
    var changes = 0
    for second in 0..<3 * 86_400 {
      let now = first + .seconds(second)
      guard second % 60 == 0 || second % 60 == 1 || second % 60 == 59 else { continue }
      let days = board.days(at: now)
      let before = board.days(at: now + .seconds(-1))
      guard (0..<30).contains(where: { days.departure(lane: $0) != before.departure(lane: $0) }) else { continue }
      changes += 1
      for (number, lane) in lanes.enumerated() {
        #expect(
          days.departure(lane: number)
            == promise(from: lane.schedule, by: lane.service, to: "z", placedAt: now).promise?.leavesOn)
      }
    }
    #expect(changes > 20)
  }

  @Test func `a moment that no calendar knows is promised nothing`() throws {
    let schedule = try NodeSchedule(
      node: "n", name: "n", zone: Zone("America/Santiago")!,
      work: WorkingCalendar(wholeDays: Set(Weekday.allCases), holidays: Holidays(country: "CL")), preparationTime: .hours(1))
    let service = try DeliveryService(
      id: "s", kind: .carrier, calendar: WorkingCalendar(wholeDays: Set(Weekday.allCases)), transit: ["z": Transit(days: 1)])
    let board = PromiseBoard([PromiseBoard.Lane(schedule, service)], to: ["z"])
    for seconds in [Int.min, -1_000_000_000_000, 1_000_000_000_000, Int.max] {
      #expect(board.days(at: Instant(secondsSince1970: seconds)).delivery(lane: 0, area: 0) == nil)
    }
  }
}
