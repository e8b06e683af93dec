internal import Logistics

/// Elementary functions for the inner loops: as portable as `PortableMath`, that is, the same bits on every machine, but with fewer
/// terms. Accurate to about 1e-13 relative to one.
enum FastMath {
  /// 1/n! for n from 0 to 11.
  private static let inverseFactorials: [Double] = {
    var list = [1.0]
    for n in 1...11 { list.append(list[n - 1] / Double(n)) }
    return list
  }()

  /// e to the power of x, for |x| up to 700.
  static func exp(_ x: Double) -> Double {
    let k = (x * 1.442_695_040_888_963_4).rounded()
    let rest = x - k * 0.693_147_180_559_945_3
    var sum = inverseFactorials[11]
    for n in stride(from: 10, through: 0, by: -1) { sum = sum * rest + inverseFactorials[n] }
    return Double(sign: .plus, exponent: Int(k), significand: sum)
  }

  /// The natural logarithm of a positive number.
  static func ln(_ x: Double) -> Double { PortableMath.ln(x) }

  /// 2 to the power of −age / halfLife: what is left of a weight.
  static func decay(_ age: Double, halfLife: Double) -> Double { exp(-0.693_147_180_559_945_3 * min(age / halfLife, 900)) }
}
