import LinearProgramming

extension LinearProgram {
  /// The transportation problem: the sources, all alike, have half as much again as the sinks need; what a unit costs is the
  /// distance in a plane of 1000 × 1000.
  static func transportation(sources: Int, sinks: Int, seed: UInt64) -> LinearProgram {
    var random = SeededRandom(seed: seed)
    func point() -> (x: Double, y: Double) {
      (Double(Int.random(in: 0...1000, using: &random)), Double(Int.random(in: 0...1000, using: &random)))
    }
    let origins = (0..<sources).map { _ in point() }
    let destinations = (0..<sinks).map { _ in point() }
    let demands = destinations.map { _ in Double(Int.random(in: 1...20, using: &random)) }
    let supply = (1.5 * demands.reduce(0, +) / Double(sources)).rounded(.up)
    var program = LinearProgram(.minimize)
    let supplies = origins.map { _ in program.addRow("", .atMost(supply)) }
    let needs = demands.map { program.addRow("", .equal($0)) }
    for (origin, supply) in zip(origins, supplies) {
      for (destination, need) in zip(destinations, needs) {
        let dx = origin.x - destination.x
        let dy = origin.y - destination.y
        let distance: Double = (dx * dx + dy * dy).squareRoot()
        program.addColumn(cost: distance.rounded(), [supply: 1, need: 1])
      }
    }
    return program
  }
}
