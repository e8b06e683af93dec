import Logistics

/// A place of the retailer: its distribution centre or one of its stores. Invented, as all its names and times.
struct Hub {
  let id: String
  let name: String
  let kind: Node.Kind
  let position: Position
  /// Opening and closing on each day that it is open; the clock as "10:00-21:00".
  let hours: [(day: Weekday, hours: String)]
  let closedOnHolidays: Bool
  /// The last moment of a day at which an order is still prepared on it.
  let cutOffs: [(day: Weekday, time: String)]
  /// Seconds of opening time from the order to the parcel.
  let preparation: Int
  /// Pesos for each parcel.
  let handlingPerParcel: Int
  /// Pesos for each unit.
  let handlingPerUnit: Int
  /// How many parcels it can ship on a day, or `nil` for no limit.
  let parcelLimit: Int?
  /// How many vehicles wait there on a day of 1,500 orders.
  let vehicles: Int
}

extension Hub {
  /// The building from which most parcels leave, closed on Sundays and holidays.
  static let distributionCentre = Hub(
    id: "cd-quilicura", name: "Centro de Distribución Quilicura", kind: .distributionCentre,
    position: Position(latitude: -3_336_000, longitude: -7_072_000),
    hours: Weekday.allCases.filter { $0 != .sunday }.map { ($0, $0 == .saturday ? "08:00-14:00" : "08:00-22:00") },
    closedOnHolidays: true,
    cutOffs: Weekday.allCases.filter { $0 != .sunday }.map { ($0, $0 == .saturday ? "10:00" : "18:00") },
    preparation: 4 * 3600, handlingPerParcel: 350, handlingPerUnit: 60, parcelLimit: nil, vehicles: 13)

  /// The fourteen stores, each in a place of its own, for a day of so many parcels in proportion to 1,500 orders.
  static func stores(scaledBy scale: Scale) -> [Hub] {
    /// Opening, closing and cut-off from Monday to Saturday and on Sunday.
    typealias Day = (hours: String, cutOff: String)
    let mall: (week: Day, sunday: Day) = (("10:00-21:00", "19:00"), ("10:00-20:00", "18:00"))
    let street: (week: Day, sunday: Day) = (("09:30-20:30", "18:30"), ("11:00-19:00", "17:00"))
    func store(
      _ id: String, _ placeName: String, north: Int, east: Int, _ times: (week: Day, sunday: Day), closedOnHolidays: Bool = false,
      perParcel: Int, perUnit: Int, parcels: Int, vehicles: Int = 0
    ) -> Hub {
      let place = Place.metropolitanRegion.first { $0.name == placeName }!
      func onEachDay<Value>(_ value: (Day) -> Value) -> [(Weekday, Value)] {
        Weekday.allCases.map { ($0, value($0 == .sunday ? times.sunday : times.week)) }
      }
      return Hub(
        id: "tienda-" + id, name: "Tienda " + placeName, kind: .store, position: place.centre.moved(north: north, east: east),
        hours: onEachDay(\.hours), closedOnHolidays: closedOnHolidays, cutOffs: onEachDay(\.cutOff), preparation: 2 * 3600,
        handlingPerParcel: perParcel, handlingPerUnit: perUnit, parcelLimit: scale.applied(to: parcels), vehicles: vehicles)
    }
    return [
      store("santiago", "Santiago", north: 350, east: -240, mall, perParcel: 1190, perUnit: 130, parcels: 40, vehicles: 2),
      store("providencia", "Providencia", north: 820, east: -460, mall, perParcel: 1250, perUnit: 140, parcels: 45, vehicles: 2),
      store("nunoa", "Ñuñoa", north: -210, east: -530, street, perParcel: 1220, perUnit: 140, parcels: 34, vehicles: 2),
      store("maipu", "Maipú", north: 140, east: 390, mall, perParcel: 1150, perUnit: 120, parcels: 45, vehicles: 2),
      store("puente-alto", "Puente Alto", north: 610, east: -280, mall, perParcel: 1120, perUnit: 120, parcels: 45, vehicles: 2),
      store(
        "san-bernardo", "San Bernardo", north: -160, east: 220, street, perParcel: 1090, perUnit: 120, parcels: 30, vehicles: 1),
      store("penalolen", "Peñalolén", north: -320, east: -710, street, perParcel: 1180, perUnit: 130, parcels: 27, vehicles: 1),
      store("lo-prado", "Lo Prado", north: 90, east: 130, street, perParcel: 1150, perUnit: 130, parcels: 28, vehicles: 2),
      store("quilicura", "Quilicura", north: 260, east: -150, street, perParcel: 1100, perUnit: 120, parcels: 30),
      store("renca", "Renca", north: -180, east: 340, street, perParcel: 1110, perUnit: 120, parcels: 28),
      store("la-pintana", "La Pintana", north: 240, east: 160, street, perParcel: 1100, perUnit: 120, parcels: 28),
      store(
        "colina", "Colina", north: -130, east: 210, street, closedOnHolidays: true, perParcel: 1140, perUnit: 130, parcels: 25),
      store("buin", "Buin", north: 170, east: 80, street, closedOnHolidays: true, perParcel: 1120, perUnit: 130, parcels: 25),
      store("talagante", "Talagante", north: -90, east: 260, street, perParcel: 1120, perUnit: 130, parcels: 25),
    ]
  }

  var json: JSON {
    [
      "id": .string(id), "name": .string(name), "kind": .string(kind.rawValue),
      "latitude": .decimal(position.latitude), "longitude": .decimal(position.longitude),
      "hours": .object(
        Weekday.allCases.map { day in
          (day.abbreviation, .array(hours.filter { $0.day == day }.map { .string($0.hours) }))
        }),
      "closedOnHolidays": .boolean(closedOnHolidays),
      "cutOff": .object(cutOffs.map { ($0.day.abbreviation, .string($0.time)) }),
      "preparation": .integer(preparation), "handlingPerParcel": .integer(handlingPerParcel),
      "handlingPerUnit": .integer(handlingPerUnit), "parcelLimit": parcelLimit.map(JSON.integer) ?? .null,
    ]
  }
}
