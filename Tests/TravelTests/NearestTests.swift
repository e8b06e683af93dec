import Logistics
import Testing

@testable import Travel

@Suite struct NearestTests {
  /// Every way there and back, sorted.
  private func bruteForce(among places: [Int], _ travel: TravelMatrix) -> [[Int32]] {
    places.enumerated().map { index, place in
      let keys = places.enumerated().map { other, neighbour in
        let there = travel.distance(from: place, to: neighbour)
        return (there + travel.distance(from: neighbour, to: place)).metres << 20 | other
      }
      return keys.sorted().map { Int32($0 & 0xFFFFF) }.filter { $0 != Int32(index) }
    }
  }

  private func expectNearest(_ travel: TravelMatrix, _ random: inout Xorshift) {
    let all = Array(0..<travel.count)
    let some = (0..<Int.random(in: 0...60, using: &random)).map { _ in Int.random(in: all.indices, using: &random) }
    for places in [all, some] {
      let expected = bruteForce(among: places, travel)
      for most in [0, 1, 7, places.count - 1, places.count + 3] where most >= 0 {
        #expect(travel.nearest(most, among: places) == expected.flatMap { $0.prefix(most) })
      }
    }
  }

  @Test func `the nearest in the plane are those that all ways give, ties by number`() throws {
    var random = Xorshift(seed: 3)
    for round in 0..<40 {
      let points = plane(.random(in: 1...90, using: &random), &random)
      let rule = PlaneRule(factor: round.isMultiple(of: 2) ? 1 : 10, addend: 0.5, roundsUpFirst: round.isMultiple(of: 3))
      var travel = TravelMatrix(computing: try #require(PointTravel(points, .plane(rule))))
      if round.isMultiple(of: 5) { travel = travel.addingNowhere().addingNowhere() }
      expectNearest(travel, &random)
      expectNearest(travel.tabulated(), &random)
    }
  }

  @Test func `the nearest on the earth are those that all ways give, over the date line and at the poles`() throws {
    var random = Xorshift(seed: 4)
    for round in 0..<20 {
      let price = round.isMultiple(of: 2) ? nil : WayPrice(perMetre: 1, perSecond: 3)
      let rule = StreetRule(streets: StreetModel(approach: .seconds(30)), speed: 0.9, price: price)
      let points = earth(.random(in: 1...80, using: &random), &random).map(TravelPoint.init)
      expectNearest(TravelMatrix(computing: try #require(PointTravel(points, .streets(rule)))), &random)
    }
  }

  @Test func `the nearest of a matrix that is not symmetric are nearest there and back`() throws {
    var random = Xorshift(seed: 5)
    for _ in 0..<20 {
      let count = Int.random(in: 1...40, using: &random)
      let metres = (0..<count).map { _ in (0..<count).map { _ in Int.random(in: 0...30, using: &random) } }
      expectNearest(try TravelMatrix(metres: metres), &random)
    }
    let far = TravelMatrix.longest
    let travel = try TravelMatrix(metres: [[0, far, far], [far, 0, far - 1], [far, far, 0]])
    #expect(travel.nearest(2, among: [0, 1, 2]) == [1, 2, 2, 0, 1, 0])
  }

  @Test(.timeLimit(.minutes(1)))
  func `many points in one place or on one line take no longer than others`() throws {
    for line in [0.0, 1.0] {
      let points = (0..<10_000).map { TravelPoint(x: line * Double($0 % 5000), y: 0) }
      let travel = try #require(TravelMatrix(between: points, in: PlaneRule(factor: 1, addend: 0.5)))
      let nearest = travel.nearest(5, among: Array(0..<10_000))
      #expect(nearest[..<5].elementsEqual(line == 0 ? [1, 2, 3, 4, 5] : [5000, 1, 5001, 2, 5002]))
      #expect(travel.longestDistance == Distance(Int(line * 4999)))
    }
  }
}
