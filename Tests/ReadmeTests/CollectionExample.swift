import LastMile

/// A carrier that comes to the warehouse twice a day, on Saturdays once, and to the store on Tuesdays and Fridays.
func parcelCarrier(days: WorkingCalendar, transit: [ID<TransitZone>: Transit]) throws -> DeliveryService {
  let (morning, noon, evening) = (LocalTime(hour: 11)!, LocalTime(hour: 12)!, LocalTime(hour: 17)!)
  var warehouse: [Weekday: [LocalTime]] = [.saturday: [noon]]
  for day in [Weekday.monday, .tuesday, .wednesday, .thursday, .friday] { warehouse[day] = [morning, evening] }
  return try DeliveryService(
    id: "post", kind: .carrier, calendar: days, transit: transit,
    collections: ["warehouse": warehouse, "store-7": [.tuesday: [noon], .friday: [noon]]])
}
