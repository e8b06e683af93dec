import LastMile

/// Twelve compartments of 15 litres and four of 60, open day and night; parcels lie there for three days.
func plazaLocker(at place: Coordinate) -> Locker {
  Locker(
    node: Node(id: "plaza", name: "Locker Plaza", kind: .locker, coordinate: place),
    hours: WorkingCalendar(wholeDays: Set(Weekday.allCases), holidays: nil),
    compartments: [.init(count: 12, volume: .litres(15)), .init(count: 4, volume: .litres(60), weight: .kilograms(20))],
    pickupDays: 3)
}

/// Where an order lies, and that it was fetched.
func fetched(_ order: AcceptedOrder, on date: LocalDate, from planner: Planner) async {
  for parcel in order.parcels {
    if let stay = parcel.stay { print("size", stay.compartment, "from", stay.from, "through", stay.through) }
  }
  guard case .pickup(let place) = order.order.fulfilment else { return }
  await planner.notePickup(of: order.order.id, at: place, on: date)
}
