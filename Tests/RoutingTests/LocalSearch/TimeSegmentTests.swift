import RoutingTestSupport
import Testing

@testable import Routing

@Suite struct TimeSegmentTests {
  /// The seconds late and the least seconds from departure to the end, by trying every departure and going back in time where late.
  private func driven(_ stops: [TimeSegment], _ ways: [Int]) -> (warp: Int, duration: Int) {
    var best = (warp: Int.max, duration: Int.max)
    for departure in stops[0].earliest...stops[0].latest {
      var (clock, warp) = (departure, 0)
      for (index, stop) in stops.enumerated() {
        if index > 0 { clock += stops[index - 1].duration + ways[index - 1] }
        clock = max(clock, stop.earliest)
        if clock > stop.latest {
          warp += clock - stop.latest
          clock = stop.latest
        }
      }
      let found = (warp: warp, duration: clock + stops[stops.count - 1].duration - departure + warp)
      if found < best { best = found }
    }
    return best
  }

  @Test(arguments: 0..<200)
  func `joined in any grouping, a route is as late and as long as when it is driven`(seed: Int) {
    var random = RandomProblems.Generator(state: UInt64(seed))
    let stops = (0..<6).map { _ -> TimeSegment in
      let opens = Int.random(in: 0...120, using: &random)
      return TimeSegment(
        duration: .random(in: 0...20, using: &random), warp: 0, earliest: opens,
        latest: opens + .random(in: 0...60, using: &random))
    }
    let ways = (0..<5).map { _ in Int.random(in: 0...40, using: &random) }
    let expected = driven(stops, ways)
    for cut in 1..<6 {
      let left = (1..<cut).reduce(stops[0]) { $0.joined(Int32(ways[$1 - 1]), stops[$1]) }
      var right = stops[5]
      for index in stride(from: 4, through: cut, by: -1) { right = stops[index].joined(Int32(ways[index]), right) }
      let whole = left.joined(Int32(ways[cut - 1]), right)
      #expect(whole.warp == expected.warp)
      #expect(whole.duration == expected.duration)
    }
  }
}
