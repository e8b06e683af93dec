import Logistics
import Routing
import Travel

/// Somebody asks at ten in the morning for a parcel and, at another door, for a return: which hours can still be promised?
func askOnTheWay(_ plan: RunningPlan, at door: Coordinate, and other: Coordinate, now: Instant) throws -> [FitOffer] {
  let hours = (1...6).compactMap { TimeWindow(opens: now + .hours($0), closes: now + .hours($0 + 1)) }
  let parcel = FitRequest.visit(NewStop(Job(id: "order-7", place: 0, delivery: [1], service: .minutes(4)), at: door))
  let offers = try plan.offers(for: parcel, in: hours)
  for offer in offers {
    switch offer.answer {
    case .open(let place): print("at", place.begin, "for", place.extraCost, place.opensVehicle ? "by another van" : "")
    case .closed(let obstacle): print("closed by", obstacle)
    }
  }
  // The customer thinks about the cheapest: for a quarter of an hour nobody else is given that room.
  let open = offers.compactMap { offer in offer.place.map { (window: offer.window, extraCost: $0.extraCost) } }
  if let choice = open.min(by: { $0.extraCost < $1.extraCost }) {
    try plan.hold(parcel, as: "cart-7", in: choice.window, until: now + .minutes(15), at: now)
  }
  // A return in no particular hour; if there is no place, others are moved within what they were promised.
  let pickup = FitRequest.visit(
    NewStop(Job(id: "return-3", place: 0, delivery: [0], pickup: [1], service: .minutes(6)), at: other))
  let limit = SearchLimit(iterations: 500)
  print(try plan.hold(pickup, as: "return-3", until: now + .minutes(15), at: now, improving: limit))
  // They have paid.
  print(plan.confirm("cart-7", at: now + .minutes(5)), plan.cost)
  return offers
}
