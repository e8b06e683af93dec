import Logistics
import Promising

/// A shop that works from Monday to Saturday, and the ways from it to its customers.
struct Shop {
  let schedule: NodeSchedule
  let carrier: DeliveryService
  let van: DeliveryService
  let pickup: DeliveryService
  let orders: [Instant]

  init() throws {
    let chile = Holidays(country: "CL")
    let days: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday]
    func every(_ days: [Weekday], _ hours: String) -> [Weekday: [OpeningHours]] {
      Dictionary(uniqueKeysWithValues: days.map { ($0, [OpeningHours(hours)!]) })
    }
    schedule = try NodeSchedule(
      node: "shop", name: "Shop", zone: Zone("America/Santiago")!,
      work: WorkingCalendar(hours: every(days, "09:00-19:00"), holidays: chile),
      cutOffs: Dictionary(uniqueKeysWithValues: days.map { ($0, LocalTime("14:00")!) }), preparationTime: .hours(3))
    carrier = try DeliveryService(
      id: "carrier", kind: .carrier, calendar: WorkingCalendar(wholeDays: Set(days.dropLast()), holidays: chile),
      transit: ["south": Transit(days: 3)], departureCut: LocalTime("18:00"))
    van = try DeliveryService(
      id: "van", kind: .ownVan, calendar: WorkingCalendar(hours: every(days, "08:00-20:00"), holidays: chile),
      transit: ["south": Transit(days: 0)], window: OpeningHours("10:00-20:00"))
    pickup = .storePickup(id: "pickup", handsOver: try WorkingCalendar(hours: every(days, "10:00-21:00"), holidays: chile))
    var random = SeededRandom(seed: 3)
    let newYear = Instant("2026-01-01T00:00:00-03:00")!
    orders = (0..<4096).map { _ in newYear + .seconds(Int.random(in: 0..<364 * 86_400, using: &random)) }
    for service in [carrier, van, pickup] {
      guard orders.allSatisfy({ promise(from: schedule, by: service, to: "south", placedAt: $0).promise != nil }) else {
        throw WrongAnswer("an order cannot be promised by \(service.id)")
      }
    }
  }
}
