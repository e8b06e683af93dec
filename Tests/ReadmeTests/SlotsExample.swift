import Logistics
import Routing
import Travel

/// A day of two vans that is sold window by window: everyone takes the cheapest window that is left.
func sell(from store: Coordinate, to addresses: [Coordinate]) throws -> TentativePlan {
  func window(_ from: Int, _ to: Int) -> TimeWindow {
    TimeWindow(opens: Instant(secondsSince1970: 3600 * from), closes: Instant(secondsSince1970: 3600 * to))!
  }
  let van = VehicleType(
    id: "van", count: 2, start: 0, capacity: [30], shift: window(8, 19), fixedCost: 20_000, costPerSecond: 1,
    maximumDistance: .kilometres(150))
  var day = try TentativePlan(vehicles: [van], depots: [store])
  for (index, address) in addresses.enumerated() {
    let parcel = SlotRequest(place: address, delivery: [1], service: .minutes(5))
    let offers = try day.offers(for: parcel, in: [window(9, 11), window(11, 13), window(14, 16), window(16, 18)])
    for offer in offers {
      switch offer.answer {
      case .open(let place): print(offer.window.opens, "for", place.extraCost, offer.isNearby() ? "since a van is near" : "")
      case .closed(let obstacle): print(offer.window.opens, "is closed by", obstacle)
      }
    }
    let open = offers.compactMap { offer in offer.place.map { (window: offer.window, extraCost: $0.extraCost) } }
    guard let choice = open.min(by: { $0.extraCost < $1.extraCost }) else { continue }
    // What was offered may be gone by now: whether it is held is what this says.
    guard case .held = try day.insert(parcel, as: ID("order-\(index)"), in: choice.window) else { continue }
  }
  // A cart that nobody paid for; and in quiet minutes all others move closer together, within what they were promised.
  day.remove("order-0")
  print("saved", try day.improve(SearchLimit(iterations: 1_000)))
  return day
}
