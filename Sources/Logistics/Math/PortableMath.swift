/// Elementary functions out of nothing but IEEE 754 additions, multiplications, divisions and roots.
///
/// The C library's differ in the last bit from machine to machine, which is enough to flip a comparison in a search and to
/// round a distance the other way. These give the same bits everywhere; they are accurate to about 1e-15 relative to one.
package enum PortableMath {
  /// The natural logarithm of a positive finite number.
  package static func ln(_ x: Double) -> Double {
    // x = s · 2^e with s in [√½, √2), and ln s = 2 artanh((s − 1) / (s + 1)), whose series then converges fast.
    var significand = x.significand
    var exponent = Double(x.exponent)
    if significand > 1.414_213_562_373_095_1 {
      significand /= 2
      exponent += 1
    }
    let ratio = (significand - 1) / (significand + 1)
    let square = ratio * ratio
    var sum = 0.0
    for odd in stride(from: 23.0, through: 3.0, by: -2) { sum = (sum + 1 / odd) * square }
    return exponent * 0.693_147_180_559_945_3 + 2 * ratio * (1 + sum)
  }

  /// e to the power of x, for |x| up to 700.
  package static func exp(_ x: Double) -> Double {
    // x = k ln 2 + r with |r| ≤ ½ ln 2.
    let k = (x / 0.693_147_180_559_945_3).rounded()
    let rest = x - k * 0.693_147_180_559_945_3
    var sum = 1.0
    for term in stride(from: 16.0, through: 1.0, by: -1) { sum = 1 + sum * rest / term }
    return Double(sign: .plus, exponent: Int(k), significand: sum)
  }

  /// The sine of an angle in radians, for |x| up to 2π.
  package static func sin(_ x: Double) -> Double {
    // Folded into [−π/2, π/2], where nine more terms of the series are below 1e-17.
    var angle = x
    if angle > Double.pi { angle -= 2 * Double.pi }
    if angle < -Double.pi { angle += 2 * Double.pi }
    if angle > Double.pi / 2 { angle = Double.pi - angle }
    if angle < -Double.pi / 2 { angle = -Double.pi - angle }
    let square = angle * angle
    var sum = 1.0
    for term in stride(from: 20.0, through: 2.0, by: -2) { sum = 1 - sum * square / (term * (term + 1)) }
    return angle * sum
  }

  /// The cosine of an angle in radians, for |x| up to 3π/2.
  package static func cos(_ x: Double) -> Double { sin(Double.pi / 2 - x.magnitude) }

  /// The angle in [0, π/2] whose sine is x, for x from 0 to 1.
  package static func arcsin(_ x: Double) -> Double {
    // The series' next term, 63 x¹¹ / 2816, is below 1e-16 here.
    let square = x * x
    if x < 0.05 { return x * (1 + square * (1 / 6.0 + square * (3 / 40.0 + square * (5 / 112.0 + square * 35 / 1152)))) }
    // Near one the sine is flat, so the half angle is looked for instead.
    if x > 0.5 { return Double.pi / 2 - 2 * arcsin(((1 - x) / 2).squareRoot()) }
    var angle = x
    for _ in 0..<5 { angle -= (sin(angle) - x) / cos(angle) }  // Newton doubles the digits each time
    return angle
  }
}
