import Foundation
import Forecasting
import Logistics
import Testing

@Suite struct LearnerTests {
  private func consignment(_ id: String, _ text: String, to region: String = "B", kilometres: Double = 500) -> Consignment {
    Consignment(
      id: ID(id), placedAt: Instant(text)!, shipper: "s", originRegion: "A", destinationRegion: region, kilometres: kilometres)
  }

  @Test func `without history the prior speaks, by lane and by distance`() throws {
    let prior = TransitPrior(rows: [.init(from: "A", to: "C", days: 20)], days: 3, daysPerThousandKilometres: 2)
    var learner = DeliveryLearner(zone: .utc, prior: prior)
    let near = try learner.place(consignment("1", "2020-01-06T10:00:00Z", kilometres: 0))
    let far = try learner.place(consignment("2", "2020-01-06T11:00:00Z", kilometres: 3000))
    let lane = try learner.place(consignment("3", "2020-01-06T12:00:00Z", to: "C"))
    #expect(near.median == 3 && far.median == 9 && lane.median == 20)
  }

  @Test func `the fast ones that have come do not mislead while slower ones are under way`() throws {
    // More orders every day, which take 30 days in the middle: most of those that have come by day 50 are the fast ones of many.
    var random = SyntheticOrders.Random(3)
    var learner = DeliveryLearner(zone: .utc, settings: SyntheticOrders.settings)
    var events: [(moment: Instant, id: ID<Consignment>, days: Int?)] = []
    let start = Instant("2020-01-01T06:00:00Z")!
    for day in 0..<50 {
      for number in 0..<(1 + day * day / 100) {
        let id = ID<Consignment>("\(day)-\(number)")
        let days = Int(30 * exp(0.4 * random.normal()))
        events.append((start + .hours(24 * day), id, nil))
        events.append((start + .hours(24 * (day + days) + 6), id, days))
      }
    }
    let end = start + .hours(24 * 50)
    var came: [Int] = []
    for event in events.sorted(by: { ($0.moment, $0.id) < ($1.moment, $1.id) }) where event.moment < end {
      if let days = event.days {
        try learner.deliver(event.id, at: event.moment)
        came.append(days)
      } else {
        try learner.place(
          Consignment(id: event.id, placedAt: event.moment, shipper: "s", originRegion: "A", destinationRegion: "B"))
      }
    }
    let seen = came.sorted()[came.count / 2]
    #expect(seen <= 22, "the deliveries alone would mislead: \(seen)")
    let law = try learner.place(consignment("new", "2020-02-20T06:00:00Z"))
    #expect((26...34).contains(law.median), "\(law.median)")
  }

  @Test func `days on which nobody delivers are not promised`() throws {
    // Everything takes about three days and never arrives on a Sunday.
    var learner = DeliveryLearner(zone: .utc, settings: SyntheticOrders.settings)
    var random = SyntheticOrders.Random(1)
    var open: [(moment: Instant, id: ID<Consignment>)] = []
    let start = Instant("2020-01-06T08:00:00Z")!
    for number in 0..<900 {
      let placed = start + .seconds(number * 8_640)
      for order in open.filter({ $0.moment <= placed }).sorted(by: { $0.moment < $1.moment }) {
        try learner.deliver(order.id, at: order.moment)
      }
      open.removeAll { $0.moment <= placed }
      let id = ID<Consignment>("\(number)")
      try learner.place(Consignment(id: id, placedAt: placed, shipper: "s", originRegion: "A", destinationRegion: "B"))
      var delivered = placed + .seconds(Int(86_400 * (2 + 2 * random.unit())))
      while Zone.utc.date(at: delivered).weekday == .sunday { delivered = delivered + .hours(24) }
      open.append((delivered, id))
    }
    // Placed on a Thursday: Sunday is the third day.
    let thursday = LocalDate("2020-04-09")!
    #expect(thursday.weekday == .thursday)
    for order in open.sorted(by: { $0.moment < $1.moment }) where order.moment < Zone.utc.instant(thursday, .midnight) {
      try learner.deliver(order.id, at: order.moment)
    }
    let law = try learner.place(consignment("new", "2020-04-09T09:00:00Z"))
    #expect(law.survival(after: 2) - law.survival(after: 3) < (law.survival(after: 3) - law.survival(after: 4)) / 3)
    #expect(learner.model.clock.rates[6] < 0.3)
    #expect((0...10).allSatisfy { law.cheapestDay(latenessPrice: Double($0) * 5) != 3 })
  }

  @Test func `an event before one that was observed is refused, and so is an unknown order`() throws {
    var learner = DeliveryLearner(zone: .utc, settings: SyntheticOrders.settings)
    try learner.place(consignment("1", "2020-01-06T10:00:00Z"))
    #expect(throws: InvalidInput.self) { try learner.place(consignment("2", "2020-01-06T09:00:00Z")) }
    #expect(throws: InvalidInput.self) { try learner.place(consignment("1", "2020-01-06T11:00:00Z")) }
    #expect(throws: InvalidInput.self) { try learner.deliver("3", at: Instant("2020-01-07T10:00:00Z")!) }
    #expect(throws: InvalidInput.self) { try learner.deliver("1", at: Instant("2020-01-05T10:00:00Z")!) }
    #expect(learner.count == 1 && learner.days(of: "1") == nil)
    try learner.deliver("1", at: Instant("2020-01-08T01:00:00Z")!)
    #expect(learner.days(of: "1") == 2)
  }
}
