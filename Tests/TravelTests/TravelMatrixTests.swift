import Foundation
import Logistics
import Testing
import Travel

@Suite struct TravelMatrixTests {
  private func point(_ latitude: Double, _ longitude: Double) -> Coordinate {
    Coordinate(latitude: latitude, longitude: longitude)!
  }

  /// The haversine formula with the C library's functions: the same distance by another way.
  private func haversine(_ a: Coordinate, _ b: Coordinate) -> Double {
    let radians = Double.pi / 180
    let half = sin((b.latitude - a.latitude) * radians / 2)
    let side = sin((b.longitude - a.longitude) * radians / 2)
    let square = half * half + cos(a.latitude * radians) * cos(b.latitude * radians) * side * side
    return 2 * 6_371_008.8 * asin(min(1, square.squareRoot()))
  }

  @Test func `the great circle agrees with the haversine formula from metres to half the earth`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let a = point(.random(in: -90...90, using: &random), .random(in: -180...180, using: &random))
      let reach = [1e-5, 1e-2, 1, 180].randomElement(using: &random)!
      let b = point(
        min(90, max(-90, a.latitude + .random(in: -reach...reach, using: &random))),
        min(180, max(-180, a.longitude + .random(in: -reach...reach, using: &random))))
      let expected = haversine(a, b)
      #expect(abs(a.greatCircleMetres(to: b) - expected) < 0.001 + expected * 1e-7)
    }
  }

  @Test func `streets are longer than the great circle by their factor, and the time follows the speed`() {
    // Plaza de Armas to the Costanera tower: 4.6 km.
    let plaza = point(-33.43783, -70.65045)
    let tower = point(-33.41775, -70.60671)
    let model = StreetModel(streetMetresPerKilometre: 1400, metresPerHour: 20_000, approach: .seconds(40))
    let travel = TravelMatrix(between: [plaza, tower, plaza], streets: model)
    let circle = haversine(plaza, tower)
    #expect(travel.distance(from: 0, to: 1).metres == Int((circle * 1.4).rounded()))
    let expected = (Double(travel.distance(from: 0, to: 1).metres) * 3600 / 20_000).rounded(.up) + 40
    #expect(travel.duration(from: 1, to: 0).seconds == Int(expected))
    #expect(travel.duration(from: 0, to: 2) == .zero, "no approach between the same place")
  }

  @Test func `an asymmetric matrix keeps the way there and the way back apart`() throws {
    let travel = try TravelMatrix(metres: [[0, 5, 6], [7, 0, 8], [9, 10, 0]], seconds: [[0, 1, 2], [3, 0, 4], [5, 6, 0]])
    #expect(travel.distance(from: 0, to: 2) == .metres(6))
    #expect(travel.distance(from: 2, to: 0) == .metres(9))
    #expect(travel.duration(from: 2, to: 1) == .seconds(6))
    let part = travel.restricted(to: [2, 0])
    #expect(part.distance(from: 0, to: 1) == .metres(9))
    #expect(part.duration(from: 1, to: 0) == .seconds(2))
  }

  @Test func `time measured as distance shares the table`() throws {
    let shared = try TravelMatrix(metres: [[0, 5], [7, 0]])
    #expect(shared.sharesTables)
    #expect(shared.restricted(to: [1, 0]).sharesTables)
    #expect(shared.duration(from: 1, to: 0) == .seconds(7))
    #expect(try !TravelMatrix(metres: [[0, 5], [7, 0]], seconds: [[0, 5], [7, 0]]).sharesTables)
  }

  @Test func `every fault of a table is named`() {
    let error = #expect(throws: InvalidInput.self) {
      try TravelMatrix(metres: [[0, -1], [1]], seconds: [[0, 1 << 40], [1, 0], [2]])
    }
    #expect(
      error?.faults.map(\.place) == [
        "$.metres[0][1]", "$.metres[1]", "$.seconds", "$.seconds[0][1]", "$.seconds[2]",
      ])
  }

  @Test func `a file is read, and a broken one is named with the place`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "travel-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ text: String) throws -> URL {
      let url = folder.appending(path: "matrix.json")
      try Data(text.utf8).write(to: url)
      return url
    }
    let travel = try TravelMatrix(contentsOf: file(#"{"metres": [[0, 120], [130, 0]], "seconds": [[0, 30], [31, 0]]}"#))
    #expect(travel.duration(from: 1, to: 0) == .seconds(31))
    for (text, place) in [
      (#"{"metres": [[0, 1.5], [130, 0]]}"#, "$"), (#"{"seconds": []}"#, "$.metres"),
      (#"{"metres": [[0, "far"], [130, 0]]}"#, "$.metres[0][1]"), (#"{"metres": [[0, -3], [130, 0]]}"#, "$.metres[0][1]"),
      ("{", "$"),
    ] {
      let error = #expect(throws: InvalidInput.self) { try TravelMatrix(contentsOf: file(text)) }
      #expect(error?.faults.first?.place == place)
      #expect(error?.source.hasSuffix("matrix.json") == true)
    }
    #expect(throws: InvalidInput.self) { try TravelMatrix(contentsOf: folder.appending(path: "none.json")) }
  }
}
