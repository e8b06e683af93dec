/// What breaking a rule costs for each unit, in 256ths of the unit of the objective.
struct Penalties: BitwiseCopyable {
  static let fraction = 8
  static let largest = 1 << 29
  static let longestExcess = 1 << 33

  /// For each second too late, at a job, at the depot, or beyond the longest duration.
  var late: Int
  /// For each metre beyond the longest distance.
  var distance: Int

  @inline(__always)
  static func price(_ excess: Int, _ penalty: Int) -> Int {
    excess <= 0 ? 0 : (min(excess, longestExcess) &* penalty) >> fraction
  }
}
