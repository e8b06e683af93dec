import Logistics
import Travel

/// The places of a VROOM file: rows of its matrices, or, without matrices, its coordinates, each once.
struct VROOMPlaces {
  /// How many rows the matrices have; `nil` if the file has none.
  private let rows: Int?
  private(set) var coordinates: [Coordinate] = []
  private var known: [Coordinate: Int] = [:]

  init(rows: Int?) { self.rows = rows }

  /// How many places.
  var count: Int { rows ?? coordinates.count }

  /// The place of something that may have coordinates under one key and a row of the matrices under another.
  ///
  /// - Returns: `nil` if there is none, or if something is wrong with it, which has been noted then.
  mutating func place(of owner: JSONReader, _ location: String, _ index: String) -> Int? {
    let (location, index) = (owner[location], owner[index])
    let coordinate = location.isAbsent ? nil : Self.coordinate(location)
    if let rows {
      guard index.isAbsent else { return index.integer(0...max(0, rows - 1)) }
      if !location.isAbsent { index.fault("the row of the matrices, which coordinates do not tell") }
      return nil
    }
    if !index.isAbsent, location.isAbsent { location.fault("coordinates, since the file has no matrices") }
    guard let coordinate else { return nil }
    if let place = known[coordinate] { return place }
    guard coordinates.count < InstanceTables.mostNodes else {
      location.fault("at most \(InstanceTables.mostNodes) places")
      return nil
    }
    known[coordinate] = coordinates.count
    coordinates.append(coordinate)
    return coordinates.count - 1
  }

  private static func coordinate(_ reader: JSONReader) -> Coordinate? {
    guard case .array(let values) = reader.value, values.count == 2 else {
      reader.fault("longitude and latitude, [2.35, 48.72]")
      return nil
    }
    let numbers = reader.elements.map { $0.number() }
    guard let longitude = numbers[0], let latitude = numbers[1] else { return nil }
    if let coordinate = Coordinate(latitude: latitude, longitude: longitude) { return coordinate }
    reader.log.add(
      at: reader.path, found: "[\(longitude), \(latitude)]", expected: "longitude and latitude of a point on the earth")
    return nil
  }
}
