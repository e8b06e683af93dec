/// A vehicle with its driver for a day.
struct Vehicle {
  let id: String
  let node: String
  let kind: Kind
  /// When it may leave and must be back, as "08:00-15:00".
  let shift: String

  /// What vehicles of a kind have in common.
  struct Kind {
    let type: String
    /// Grams.
    let weight: Int
    /// Cubic centimetres.
    let volume: Int
    let parcels: Int
    let skills: [String]
    /// How many stops it makes in a shift: what checkout may promise of it.
    let stopsPerShift: Int
    /// Pesos for a day on which it leaves.
    let fixedCost: Int
    /// Pesos.
    let costPerKilometre: Int
    /// Pesos.
    let costPerHour: Int
    /// Metres.
    let maximumDistance: Int
  }
}

extension Vehicle.Kind {
  static let large = Self(
    type: "van 10 m³", weight: 900_000, volume: 10_000_000, parcels: 90, skills: [], stopsPerShift: 34, fixedCost: 19_000,
    costPerKilometre: 190,
    costPerHour: 5400, maximumDistance: 200_000)
  static let small = Self(
    type: "van 6 m³", weight: 650_000, volume: 6_000_000, parcels: 60, skills: [], stopsPerShift: 32, fixedCost: 15_000,
    costPerKilometre: 150,
    costPerHour: 5200, maximumDistance: 180_000)
  static let cold = Self(
    type: "van 6 m³ con frío", weight: 600_000, volume: 5_200_000, parcels: 60, skills: ["cold"], stopsPerShift: 28,
    fixedCost: 18_000,
    costPerKilometre: 165, costPerHour: 5400, maximumDistance: 180_000)
  static let truck = Self(
    type: "camión 22 m³ con plataforma", weight: 3_200_000, volume: 22_000_000, parcels: 60, skills: ["lift"],
    stopsPerShift: 16, fixedCost: 24_000, costPerKilometre: 260, costPerHour: 8900, maximumDistance: 220_000)
  static let electricVan = Self(
    type: "furgón eléctrico", weight: 60_000, volume: 400_000, parcels: 30, skills: [], stopsPerShift: 20, fixedCost: 9000,
    costPerKilometre: 60, costPerHour: 4600, maximumDistance: 90_000)
  static let cargoBike = Self(
    type: "bicicleta de carga", weight: 60_000, volume: 400_000, parcels: 24, skills: [], stopsPerShift: 16, fixedCost: 5000,
    costPerKilometre: 20, costPerHour: 4300, maximumDistance: 55_000)
}

extension Vehicle {
  /// The vehicles of the distribution centre and of the stores that have some.
  ///
  /// The centre's kinds and shifts repeat after thirteen, so that the larger days have them in the same proportion.
  static func fleet(stores: [Hub], scaledBy scale: Scale) -> [Vehicle] {
    let early = "08:00-13:30"
    let midday = "10:00-16:00"
    let late = "14:00-20:30"
    let centre: [(Kind, shift: String)] = [
      (.large, early), (.cold, early), (.truck, "08:00-16:00"), (.small, midday), (.large, late), (.small, early),
      (.cold, "12:00-20:30"), (.large, midday), (.small, late), (.large, early), (.small, early), (.large, late),
      (.small, midday),
    ]
    let store: [(Kind, shift: String)] = [(.electricVan, "09:00-19:00"), (.cargoBike, "10:00-20:00")]

    // The small days still have one of each kind.
    let atCentre = max(3, scale.applied(to: Hub.distributionCentre.vehicles))
    func vehicles(_ prefix: String, at node: String, _ pattern: [(Kind, shift: String)], count: Int) -> [Vehicle] {
      (0..<count).map { index in
        let (kind, shift) = pattern[index % pattern.count]
        let digits = String(index + 1)
        return Vehicle(
          id: prefix + "-" + (digits.utf8.count < 2 ? "0" : "") + digits, node: node, kind: kind, shift: shift)
      }
    }
    return vehicles("cd", at: Hub.distributionCentre.id, centre, count: atCentre)
      + stores.filter { $0.vehicles > 0 }.flatMap { hub in
        vehicles(String(hub.id.dropFirst("tienda-".count)), at: hub.id, store, count: scale.applied(to: hub.vehicles))
      }
  }

  var json: JSON {
    [
      "id": .string(id), "type": .string(kind.type), "node": .string(node),
      "capacity": [
        "weight": .integer(kind.weight), "volume": .integer(kind.volume), "parcels": .integer(kind.parcels),
      ],
      "shift": .string(shift), "stopsPerShift": .integer(kind.stopsPerShift), "skills": .array(kind.skills.map(JSON.string)),
      "fixedCost": .integer(kind.fixedCost),
      "costPerKilometre": .integer(kind.costPerKilometre), "costPerHour": .integer(kind.costPerHour),
      "maximumDistance": .integer(kind.maximumDistance),
    ]
  }
}
