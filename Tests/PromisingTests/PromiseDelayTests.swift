import Logistics
import Promising
import Testing

/// A promise under a delay against the chain's own answer for a service that is that much slower.
@Suite struct PromiseDelayTests {
  @Test(arguments: [UInt64(3), 5, 8]) func `a delay is the answer of the chain for a service that is so much slower`(seed: UInt64)
    throws
  {
    let zone = try #require(Zone("America/Santiago"))
    let first = try #require(Instant("2026-08-28T12:00:00Z"))
    var random = Random(seed: seed)
    var compared = 0
    for _ in 0..<60 {
      let scenario = PromiseOracleTests.Scenario.random(&random, around: zone.date(at: first), holidays: [])
      let (schedule, service) = try scenario.parts(zone: zone, destination: nil)
      let placed = first + .minutes(Int.random(in: 0...20_000, using: &random))
      guard let was = promise(from: schedule, by: service, to: "z", placedAt: placed).promise else { continue }
      func delayed(_ promise: DeliveryPromise, _ days: Int, from moment: Instant? = nil) -> DeliveryPromise? {
        promise.delayed(readyFrom: moment, workingDaysLate: days, from: schedule, by: service, to: "z").promise
      }
      #expect(delayed(was, 0) == was && delayed(was, 0, from: was.readyAt) == was)
      var last = was
      for days in 1...4 {
        guard let now = delayed(was, days) else { break }
        #expect(now.leavesOn == was.leavesOn || scenario.pickup)
        #expect(now.deliveryDate >= last.deliveryDate && now.readyAt == was.readyAt)
        // Said of a promise that is late already, it is the same: delays are counted from the timetable.
        #expect(delayed(last, days) == now)
        if scenario.pickup {
          // The hours of a day may be among those that the clock leaves out.
          let day = try #require(service.calendar.adding(workingDays: days, to: was.deliveryDate))
          let opening = service.calendar.opening(atOrAfter: zone.instant(day, .midnight), in: zone)
          #expect(now.deliveryDate == opening.map { zone.date(at: $0.opens) })
        } else {
          let slower = try DeliveryService(
            id: service.id, kind: service.kind, calendar: service.calendar, deliveryWeekdays: service.deliveryWeekdays,
            transit: ["z": Transit(days: scenario.transitDays + days)], departureCut: service.departureCut,
            collections: service.collections, window: service.window)
          #expect(promise(from: schedule, by: slower, to: "z", placedAt: placed).promise == now)
        }
        last = now
        compared += 1
      }
      last = was
      for hours in stride(from: 0, to: 200, by: 13) {
        guard let now = delayed(was, 0, from: was.readyAt + .hours(hours)) else { break }
        #expect(now.readyAt >= was.readyAt + .hours(hours) && now.leavesAt >= now.readyAt)
        #expect(now.readyAt >= last.readyAt && now.leavesAt >= last.leavesAt && now.deliveryDate >= last.deliveryDate)
        #expect(now.placedAt == was.placedAt)
        last = now
      }
    }
    #expect(compared > 60)
  }

  @Test func `what no calendar reaches cannot be promised`() throws {
    let zone = try #require(Zone("America/Santiago"))
    let calendar = WorkingCalendar(wholeDays: Set(Weekday.allCases))
    let schedule = try NodeSchedule(node: "n", name: "n", zone: zone, work: calendar, preparationTime: .hours(1))
    let service = try DeliveryService(id: "s", kind: .carrier, calendar: calendar, transit: ["z": Transit(days: 1)])
    let placed = try #require(Instant("2100-12-01T12:00:00Z"))
    let was = try #require(promise(from: schedule, by: service, to: "z", placedAt: placed).promise)
    #expect(was.delayed(workingDaysLate: 40, from: schedule, by: service, to: "z") == .notServed(.neverDelivered))
    let after = try #require(Instant("2101-02-01T12:00:00Z"))
    #expect(
      was.delayed(readyFrom: after, workingDaysLate: 0, from: schedule, by: service, to: "z") == .notServed(.neverPrepared))
    #expect(was.delayed(workingDaysLate: 0, from: schedule, by: service, to: "y") == .notServed(.zone("y")))
  }
}
