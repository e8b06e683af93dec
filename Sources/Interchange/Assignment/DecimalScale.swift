/// A power of ten that makes decimals of a file whole numbers.
struct DecimalScale: Equatable {
  /// How many decimals are kept; below zero where numbers are so large that their last digits are given up.
  let decimals: Int
  /// Whether every number is kept as it was written.
  let isExact: Bool

  /// Ten to the power of the decimals.
  var factor: Double { decimals < 0 ? 1 / Self.power(-decimals) : Self.power(decimals) }

  /// The fewest decimals that keep all numbers, as many as there is room for at most.
  ///
  /// - Parameter limit: What the greatest number may become.
  init(_ values: some Collection<Double>, most: Int = 6, limit: Double = 1e12) {
    let greatest = values.reduce(0) { max($0, abs($1)) }
    var room = most
    while room > -300, greatest > limit / Self.power(max(0, room)) * Self.power(max(0, -room)) { room -= 1 }
    if room >= 0, let fewest = (0...room).first(where: { decimals in values.allSatisfy { Self.isWhole($0, decimals) } }) {
      (decimals, isExact) = (fewest, true)
    } else {
      (decimals, isExact) = (room, false)
    }
  }

  /// A number in the last decimal kept.
  func whole(_ value: Double) -> Int { Int((decimals < 0 ? value / Self.power(-decimals) : value * factor).rounded()) }

  /// The number that a whole one stands for.
  func value(_ whole: Double) -> Double { decimals < 0 ? whole * Self.power(-decimals) : whole / factor }

  private static func power(_ exponent: Int) -> Double { (0..<exponent).reduce(1.0) { power, _ in power * 10 } }

  /// Whether a number is written with so many decimals: a product of decimals is off by some last bits.
  private static func isWhole(_ value: Double, _ decimals: Int) -> Bool {
    let scaled = value * power(decimals)
    return abs(scaled - scaled.rounded()) <= 1e-13 * abs(scaled)
  }
}
