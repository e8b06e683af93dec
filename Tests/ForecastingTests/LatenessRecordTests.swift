import Forecasting
import Foundation
import Logistics
import Testing

/// How late parcels come, lane by lane.
struct LatenessRecordTests {
  private let lane = LatenessRecord.Lane(node: "dc", service: "post", area: "north")
  private let day = LocalDate("2026-03-02")!

  @Test func `before anything was seen the belief is told`() {
    let record = LatenessRecord(prior: .init(onTime: 0.9, anotherDay: 0.5))
    for (days, expected) in [(-1, 0), (0, 0.9), (1, 0.95), (2, 0.975)] {
      #expect(abs(record.probability(lane, within: days, on: day) - expected) < 1e-12)
    }
  }

  @Test func `what is said is a law: between nothing and all, and never less for more days`() {
    var record = LatenessRecord()
    var random = SyntheticOrders.Random(3)
    for number in 0..<300 {
      let some = LatenessRecord.Lane(
        node: "n\(Int(4 * random.unit()))", service: "s\(Int(3 * random.unit()))", area: random.unit() < 0.5 ? "north" : "south")
      record.observe(some, daysLate: Int(23 * random.unit()) - 2, on: day.adding(days: number / 5))
      let told = (-1...20).map { record.probability(some, within: $0, on: day.adding(days: number / 5)) }
      #expect(told.allSatisfy { (0...1 + 1e-12).contains($0) })
      #expect(zip(told, told.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
    }
  }

  @Test func `with much history a lane is what it was, and thin lanes follow their service`() {
    var record = LatenessRecord()
    var random = SyntheticOrders.Random(9)
    for number in 0..<4000 {
      let late = random.unit() < 0.3
      record.observe(lane, daysLate: late ? 1 : 0, on: day.adding(days: number / 100))
    }
    let end = day.adding(days: 40)
    #expect(abs(record.probability(lane, within: 0, on: end) - 0.7) < 0.03)
    let elsewhere = LatenessRecord.Lane(node: "store", service: "post", area: "south")
    #expect(abs(record.probability(elsewhere, within: 0, on: end) - 0.7) < 0.05)
    // Of another service little is known, but that all are late is.
    let other = LatenessRecord.Lane(node: "dc", service: "van", area: "north")
    #expect(record.probability(other, within: 0, on: end) >= record.probability(elsewhere, within: 0, on: end) - 1e-9)
  }

  @Test func `recent weeks weigh more: a lane that became worse is told to be worse`() {
    var worse = LatenessRecord(halfLife: 30)
    var better = LatenessRecord(halfLife: 30)
    for number in 0..<600 {
      worse.observe(lane, daysLate: number < 300 ? 0 : 1, on: day.adding(days: number / 5))
      better.observe(lane, daysLate: number < 300 ? 1 : 0, on: day.adding(days: number / 5))
    }
    let end = day.adding(days: 120)
    #expect(worse.probability(lane, within: 0, on: end) < 0.35)
    #expect(better.probability(lane, within: 0, on: end) > 0.65)
  }

  @Test func `days may come in any order, and the record is the same after a file`() throws {
    var forth = LatenessRecord()
    var back = LatenessRecord()
    let days = [(0, 0), (3, 1), (9, 0), (20, 2)]
    for (offset, late) in days { forth.observe(lane, daysLate: late, on: day.adding(days: offset)) }
    for (offset, late) in days.reversed() { back.observe(lane, daysLate: late, on: day.adding(days: offset)) }
    let end = day.adding(days: 21)
    #expect(abs(forth.probability(lane, within: 0, on: end) - back.probability(lane, within: 0, on: end)) < 1e-9)
    let read = try JSONDecoder().decode(LatenessRecord.self, from: JSONEncoder().encode(forth))
    #expect(read == forth)
  }
}
