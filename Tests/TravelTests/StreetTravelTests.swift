import Logistics
import Testing
import Travel

@Suite struct StreetTravelTests {
  @Test(arguments: 0..<12)
  func `ways from point to point are those of the matrix`(seed: Int) throws {
    var random = Xorshift(seed: UInt64(seed))
    let degrees = [0.001, 0.1, 3, 90][seed % 4]
    var points = (0..<40).map { _ in
      Coordinate(
        latitude: .random(in: -degrees...degrees, using: &random), longitude: .random(in: -degrees...degrees, using: &random))!
    }
    points.append(points[0])
    let streets = StreetModel(metresPerHour: 1_000 + 7_777 * seed, approach: .seconds(seed % 3 * 20))
    let matrix = TravelMatrix(between: points, streets: streets)
    let travel = StreetTravel(streets: streets)
    let onSphere = points.map(TravelPoint.init)
    for origin in points.indices {
      let ways = travel.ways(onSphere[origin], onSphere)
      for destination in points.indices {
        let way = travel.way(onSphere[origin], onSphere[destination])
        #expect(Int(way.metres) == matrix.distance(from: origin, to: destination).metres)
        #expect(Int(way.seconds) == matrix.duration(from: origin, to: destination).seconds)
        #expect(ways[destination].metres == way.metres && ways[destination].seconds == way.seconds)
      }
    }
  }
}
