import Foundation
import Returns
import Testing

@Suite struct FlowWalkTests {
  /// A million steps where `LASTMILE_FUZZ` is set.
  static let worlds = ProcessInfo.processInfo.environment["LASTMILE_FUZZ"] == nil ? 250 : 5_000

  @Test func `whatever is done in whatever order, units, serial numbers and money are where counting one by one says`() throws {
    var tally: [String: Int] = [:]
    var steps = 0
    for world in 0..<Self.worlds {
      var walk = FlowWalk(seed: UInt64(world))
      for _ in 0..<200 {
        walk.step()
        steps += 1
        if let failure = walk.failure {
          Issue.record("world \(world): \(failure)")
          return
        }
      }
      try walk.compareReplays(withFiles: world % 10 == 0)
      if let failure = walk.failure {
        Issue.record("world \(world): \(failure)")
        return
      }
      tally.merge(walk.tally, uniquingKeysWith: +)
    }
    #expect(steps == Self.worlds * 200)
    for state in GoodsState.allCases.map(\.rawValue) + RemedyState.allCases.map(\.rawValue) where state != "undecided" {
      #expect(tally["to \(state)", default: 0] > 0 && tally["from \(state)", default: 0] > 0, "\(state): \(tally)")
    }
    // Every step was taken, and refused.
    for step in GoodsStep.allCases.map(\.rawValue) + RemedyStep.allCases.map(\.rawValue) + ["request", "arrive", "identify"] {
      #expect(tally["\(step) true", default: 0] > 0 && tally["\(step) false", default: 0] > 0, "\(step): \(tally)")
    }
    #expect(tally["repeated", default: 0] > 0 && tally["ledger refused", default: 0] > 0)
    if let path = ProcessInfo.processInfo.environment["LASTMILE_TALLY"] {
      let rows = tally.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }
      try rows.joined().write(toFile: path, atomically: true, encoding: .utf8)
    }
  }
}
