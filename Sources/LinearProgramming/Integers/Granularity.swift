/// The steps in which the objective of a mixed-integer program can differ between two points.
struct Granularity {
  /// Every objective is a multiple of it beside the offset; 0 if nothing is known.
  let step: Double
  private let offset: Double

  /// Looks for the greatest common divisor of the costs of whole-numbered columns, in units of 1, 1/10, 1/100 or 1/1000. A broken column
  /// that costs something leaves nothing to know.
  ///
  /// - Parameter offset: What every objective has beside the costs.
  /// - Complexity: O(columns).
  init(costs: [Double], integral: [Bool], offset: Double) {
    self.offset = offset
    let counting = costs.indices.filter { costs[$0] != 0 }
    step =
      counting.allSatisfy { integral[$0] }
      ? [1.0, 10, 100, 1000].lazy.compactMap { Self.divisor(counting.map { costs[$0] }, unit: $0) }.first ?? 0 : 0
  }

  private static func divisor(_ costs: [Double], unit: Double) -> Double? {
    var divisor: Int64 = 0
    for cost in costs {
      let scaled = cost * unit, whole = scaled.rounded()
      // Beyond 2⁵³ doubles are whole because they can be nothing else.
      guard abs(whole) < 0x1p53, abs(scaled - whole) <= 1e-9 * max(1, abs(scaled)) else { return nil }
      var (a, b) = (divisor, Int64(abs(whole)))
      while b != 0 { (a, b) = (b, a % b) }
      divisor = a
    }
    return divisor == 0 ? nil : Double(divisor) / unit
  }

  /// The least objective that whole numbers can have where a linear program (minimised) has a given one; a little less where nothing is
  /// known, for what the solver's numbers may be off.
  func lifted(_ objective: Double) -> Double {
    let tolerance = max(step > 0 ? min(1e-4, 1e-2 * step) : 1e-9, 1e-8 * abs(objective))
    guard step > 0, tolerance < step / 2 else { return objective - (step > 0 ? tolerance : 0) }
    return ((objective - offset - tolerance) / step).rounded(.up) * step + offset
  }

  /// What an objective has to stay below or at to be better than an incumbent's by something that counts.
  ///
  /// - Parameter relativeGap: The part of the incumbent's objective that does not count.
  func target(below incumbent: Double, relativeGap: Double) -> Double {
    incumbent - max(step / 2, 1e-9 * max(1, abs(incumbent)), relativeGap * abs(incumbent))
  }
}
