/// The product-limit estimate of a law from outcomes of which some are only known not to have come yet (Kaplan and Meier 1958), on a
/// grid, with weights that fade (a Nelson–Aalen sum in each cell).
///
/// Its unit is z: the logarithm of how many times longer something took than was foretold. Adding is O(1), a curve O(cells).
struct ProductLimit: Hashable, Sendable, Codable {
  /// Cells lie from z = −4 to z = 4, each 1/20 wide; what is beyond falls into the last.
  static let cells = 160
  private static let least = -4.0
  private static let width = 0.05

  /// Weights of what came and of what was given up waiting for, by cell.
  private(set) var came = [Double](repeating: 0, count: cells)
  private(set) var waiting = [Double](repeating: 0, count: cells)

  static func cell(_ z: Double) -> Int { min(cells - 1, max(0, Int(((z - least) / width).rounded(.down)))) }

  mutating func addOutcome(_ z: Double, weight: Double) { came[Self.cell(z)] += weight }

  /// Something that has not come yet: it is at risk up to here.
  mutating func addWaiting(_ z: Double, weight: Double) { waiting[Self.cell(z)] += weight }

  /// Lets all weights fade.
  mutating func fade(by factor: Double) {
    for cell in 0..<Self.cells {
      came[cell] *= factor
      waiting[cell] *= factor
    }
  }

  /// The cumulative hazard at the upper end of each cell, shrunk towards a normal law of z.
  ///
  /// - Parameters:
  ///   - prior: How many outcomes the normal law is worth.
  ///   - spread: Its standard deviation.
  func curve(prior: Double, spread: Double) -> HazardCurve {
    var risk = came.reduce(0, +) + waiting.reduce(0, +)
    var priorRisk = prior
    var hazard: [Double] = []
    hazard.reserveCapacity(Self.cells)
    var sum = 0.0
    for cell in 0..<Self.cells {
      let end = (Self.least + Double(cell + 1) * Self.width) / spread
      // A logistic curve is within a hundredth of the normal one and needs no error function.
      let priorLeft = prior / (1 + FastMath.exp(1.702 * end))
      let outcomes = came[cell] + max(0, priorRisk - priorLeft)
      // Who waits in this cell is at risk for half of it.
      let atRisk = risk - waiting[cell] / 2 + priorRisk
      if atRisk > 1e-12, outcomes > 0 { sum += -FastMath.ln(max(1 - outcomes / atRisk, 0.05)) }
      hazard.append(sum)
      risk -= came[cell] + waiting[cell]
      priorRisk = priorLeft
    }
    return HazardCurve(cumulative: hazard)
  }
}

/// A cumulative hazard over z.
struct HazardCurve: Hashable, Sendable, Codable {
  /// At the upper end of each cell of ``ProductLimit``.
  let cumulative: [Double]

  /// The hazard up to z, in a straight line within a cell. O(1).
  func callAsFunction(_ z: Double) -> Double {
    let place = (z + 4) / 0.05
    guard place > 0 else { return 0 }
    guard place < Double(cumulative.count) else { return cumulative[cumulative.count - 1] }
    let cell = Int(place)
    let before = cell == 0 ? 0 : cumulative[cell - 1]
    return before + (cumulative[cell] - before) * (place - Double(cell))
  }
}

extension HazardCurve {
  /// Whether it has a number for each cell, and never falls.
  var isSound: Bool {
    cumulative.count == ProductLimit.cells && cumulative.allSatisfy { $0 >= 0 && $0.isFinite }
      && zip(cumulative, cumulative.dropFirst()).allSatisfy { $0 <= $1 }
  }
}
