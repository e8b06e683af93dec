import Logistics

/// The retailer's day as `scenario.json` states it: everything but products, stock and orders.
struct Network {
  let stores: [Hub]
  let fleet: [Vehicle]

  /// The network of a day.
  init(scaledBy scale: Scale) {
    stores = Hub.stores(scaledBy: scale)
    fleet = Vehicle.fleet(stores: stores, scaledBy: scale)
  }

  /// All places of the retailer, the distribution centre first.
  var hubs: [Hub] { [.distributionCentre] + stores }

  /// The whole file.
  var json: JSON {
    [
      "name": "Almacenes Litrehue, Gran Santiago", "date": .string(Calendar.planDate.description), "country": "CL",
      "zone": "America/Santiago", "currency": "CLP",
      "streets": ["streetMetresPerKilometre": 1350, "metresPerHour": 27_000, "approach": 60],
      "bands": [
        ["id": "near", "upTo": 7000], ["id": "city", "upTo": 18_000], ["id": "outer", "upTo": 45_000],
        ["id": "far", "upTo": nil],
      ],
      "stop": ["perStop": 180, "perParcel": 30],
      "prices": ["latePerDay": 2500, "unservedStop": 40_000, "unfilledUnit": 30_000],
      "nodes": .array(hubs.map(\.json)), "services": services, "vehicles": .array(fleet.map(\.json)),
    ]
  }

  /// How goods reach the customer. A tariff's rows are [up to grams, pesos].
  private var services: JSON {
    let week: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
    func names(_ days: [Weekday]) -> JSON { .array(days.map { .string($0.abbreviation) }) }
    func ids(_ hubs: [Hub]) -> JSON { .array(hubs.map { .string($0.id) }) }
    let slots: JSON = ["09:00-12:00", "12:00-15:00", "15:00-18:00", "18:00-20:00"]
    return [
      [
        "id": "van", "kind": "ownVan", "nodes": ids([.distributionCentre]), "days": names(week + [.saturday]),
        "closedOnHolidays": true, "departs": "08:00", "window": "09:00-20:00", "slots": slots,
        "transitDays": ["near": 0, "city": 0, "outer": 0],
        "tariff": [
          "near": [[2000, 1390], [10_000, 1790], [30_000, 2990], [80_000, 5990]],
          "city": [[2000, 1990], [10_000, 2390], [30_000, 3790], [80_000, 7490]],
          "outer": [[2000, 3290], [10_000, 3890], [30_000, 5690], [80_000, 10_490]],
        ],
        "extraPerKilogram": 90, "volumetricDivisor": 5000,
      ],
      [
        "id": "local", "kind": "ownVan", "nodes": ids(stores.filter { $0.vehicles > 0 }), "days": names(week + [.saturday]),
        "closedOnHolidays": true, "departs": "08:00", "window": "09:00-20:00", "slots": slots,
        "transitDays": ["near": 0],
        "tariff": ["near": [[2000, 1390], [10_000, 1790], [30_000, 2990], [80_000, 5990]]],
        "extraPerKilogram": 90, "volumetricDivisor": 5000,
      ],
      [
        "id": "carrier", "kind": "carrier", "nodes": ids(hubs), "days": names(week), "closedOnHolidays": true,
        "departs": "17:00", "window": nil, "transitDays": ["near": 1, "city": 1, "outer": 2, "far": 3],
        "tariff": [
          "near": [[2000, 2490], [10_000, 3290], [30_000, 5290], [80_000, 10_490]],
          "city": [[2000, 2690], [10_000, 3490], [30_000, 5690], [80_000, 10_990]],
          "outer": [[2000, 2890], [10_000, 3790], [30_000, 6190], [80_000, 11_990]],
          "far": [[2000, 3490], [10_000, 4990], [30_000, 8990], [80_000, 17_990]],
        ],
        "extraPerKilogram": 190, "volumetricDivisor": 4000,
      ],
      [
        "id": "pickup", "kind": "storePickup", "nodes": ids(stores), "days": names(Weekday.allCases),
        "closedOnHolidays": false, "departs": nil, "window": nil, "transitDays": .object([]), "tariff": .object([]),
        "extraPerKilogram": 0, "volumetricDivisor": 5000,
      ],
      [
        "id": "transfer", "kind": "transfer", "nodes": ids([.distributionCentre]), "days": names(week + [.saturday]),
        "closedOnHolidays": true, "departs": "05:00", "window": "10:00-11:00",
        "transitDays": ["near": 0, "city": 0, "outer": 0],
        "tariff": [
          "near": [[2000, 590], [10_000, 690], [30_000, 1190], [80_000, 2490]],
          "city": [[2000, 690], [10_000, 790], [30_000, 1290], [80_000, 2690]],
          "outer": [[2000, 890], [10_000, 990], [30_000, 1590], [80_000, 3290]],
        ],
        "extraPerKilogram": 40, "volumetricDivisor": 6000,
      ],
    ]
  }
}
