import ArgumentParser
import Dispatching
import Foundation
import Interchange
import Logistics

struct Assign: ParsableCommand {
  @Argument var problem: String
  @Option var seconds: Double?
  @Option var nodes: Int?
  @Flag var json = false
  @Flag var trace = false

  func run() throws {
    let file = try TripFile(json: Data(contentsOf: URL(fileURLWithPath: problem)), named: problem)
    let start = ContinuousClock.now
    let trace = trace
    let answer = try file.problem.assign(TripLimit(nodes: nodes ?? 10_000, time: .seconds(seconds ?? 30)), progress: { p in
      if trace { StandardError.print("\(p.time.roundedSeconds) nodes \(p.nodes) cost \(p.cost ?? -1) bound \(p.bound ?? -1)") }
    })
    try JSONOutput.print(TripReport(answer, file, time: ContinuousClock.now - start))
  }
}
