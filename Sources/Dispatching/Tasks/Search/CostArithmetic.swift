/// How costs are reckoned with inside: as whole numbers where decimals allow it, so that sums and differences are exact.
///
/// Costs of at most a few decimals are a whole number divided by a power of ten. The search and the check work on the whole numbers,
/// in doubles: below 2⁵³ these add without rounding, and prices come out as exact as the costs. Other costs are only
/// brought below one by a power of two, which changes none of their digits, so that sums neither overflow nor vanish.
struct CostArithmetic: Hashable, Sendable {
  /// What a cost is multiplied by.
  let factor: Double
  /// Added and taken away again it leaves the nearest whole number (for magnitudes below 2⁵¹); 0 where costs are not whole.
  private let rounding: Double
  /// The decimals that costs have; `nil` if they are not reckoned with as whole numbers.
  let decimals: Int?
  /// How far below 0 a reduced cost may be in a certificate, and how far from 0 that of a chosen pair.
  let tolerance: Double

  /// Whether sums are exact.
  var isExact: Bool { decimals != nil }

  /// A cost as a number to reckon with. Infinity stays what it is.
  @inline(__always) func scaled(_ cost: Double) -> Double { (cost * factor + rounding) - rounding }

  /// The same for several costs.
  @inline(__always) func scaled(_ costs: SIMD4<Double>) -> SIMD4<Double> { (costs * factor + rounding) - rounding }

  /// The way back, rounded once.
  func amount(_ scaled: Double) -> Double { scaled / factor }

  /// Greater ones could lose a digit in a sum of three.
  static let greatestWhole = 0x1p50

  /// Whole numbers of so many decimals.
  private init(decimals: Int) {
    factor = Self.powersOfTen[decimals]
    rounding = 0x1.8p52
    self.decimals = decimals
    tolerance = 0
  }

  /// Doubles as they come.
  ///
  /// - Parameter magnitude: The greatest of a cost.
  init(floatingPointUpTo magnitude: Double) {
    // 2¹⁰⁰⁰ and its inverse are numbers; the few magnitudes beyond end near one all the same.
    let exponent = magnitude > 0 ? min(1000, max(-1000, -Int(magnitude.exponent) - 1)) : 0
    factor = Double(sign: .plus, exponent: exponent, significand: 1)
    rounding = 0
    decimals = nil
    tolerance = magnitude * factor * 0x1p-40
  }

  /// Whole numbers if the costs have so few decimals that these are small enough.
  init?(wholeNumbersOf matrix: CostMatrix) {
    let decimals = matrix.costs.withUnsafeBufferPointer { costs in
      var decimals = 0
      var at = 0
      while at < costs.count {
        at = Self.end(costs, from: at, decimals)
        if at == costs.count { break }
        decimals += 1
        guard decimals < Self.powersOfTen.count else { return -1 }
        guard matrix.greatestMagnitude * Self.powersOfTen[decimals] <= Self.greatestWhole else { return -1 }
      }
      return decimals
    }
    guard decimals >= 0, matrix.greatestMagnitude * Self.powersOfTen[decimals] <= Self.greatestWhole else { return nil }
    self.init(decimals: decimals)
  }

  /// The place of the first cost that is no whole number at so many decimals, or the end.
  ///
  /// A cost that was written with so many decimals is the double nearest to whole number / power of ten, so the division,
  /// which rounds once, finds it again.
  private static func end(_ costs: UnsafeBufferPointer<Double>, from first: Int, _ decimals: Int) -> Int {
    let arithmetic = CostArithmetic(decimals: decimals)
    guard let base = costs.baseAddress else { return 0 }
    var at = first
    while at + 4 <= costs.count {
      let cost = UnsafeRawPointer(base + at).loadUnaligned(as: SIMD4<Double>.self)
      if any(arithmetic.scaled(cost) / arithmetic.factor .!= cost) { break }
      at += 4
    }
    while at < costs.count, arithmetic.scaled(costs[at]) / arithmetic.factor == costs[at] { at += 1 }
    return at
  }

  private static let powersOfTen: [Double] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12]
}
