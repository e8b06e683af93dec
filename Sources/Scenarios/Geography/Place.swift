/// A comuna or town with the facts that GeoNames has of it.
struct Place {
  /// Its number at GeoNames.
  let geonameID: Int
  let name: String
  /// Its centre.
  let centre: Position
  /// How many people live there; 0 where GeoNames does not say.
  let population: Int

  init(geonameID: Int, name: String, latitude: Int, longitude: Int, population: Int) {
    self.geonameID = geonameID
    self.name = name
    self.centre = Position(latitude: latitude, longitude: longitude)
    self.population = population
  }

  /// The radius in metres of the disc on which its people are taken to live.
  ///
  /// Six metres for the root of each person is some 9,000 people on a square kilometre, as Puente Alto and Maipú have. The
  /// inner city is denser: by that rule its disc would reach into the Andes.
  var radius: Int {
    min(9000, max(600, Int(6 * Double(population).squareRoot())))
  }

  /// Where one of its people lives: on its disc, at the centre three times as often as at the edge.
  func address(_ random: inout SeededRandom) -> Position {
    let limit = radius * radius
    while true {
      let north = random.number(in: -radius...radius)
      let east = random.number(in: -radius...radius)
      let square = north * north + east * east
      guard square <= limit, random.number(below: 3 * limit) >= 2 * square else { continue }
      return centre.moved(north: north, east: east)
    }
  }
}
