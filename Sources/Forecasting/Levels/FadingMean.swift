/// A mean of values whose weights fade with time, shrunk towards a value known without it. O(1) for everything.
///
/// With `strength` values' worth of belief in what it is shrunk to, this is the empirical Bayes estimate of a normal mean
/// (Efron and Morris 1973): few or old values hardly move it, many recent ones outweigh it.
struct FadingMean: Hashable, Sendable, Codable {
  private(set) var sum = 0.0
  private(set) var weight = 0.0
  /// The day up to which the weights have faded.
  private(set) var day = 0

  private func left(on day: Int, halfLife: Double) -> Double {
    weight == 0 ? 1 : FastMath.decay(Double(max(0, day - self.day)), halfLife: halfLife)
  }

  mutating func add(_ value: Double, on day: Int, halfLife: Double) {
    let left = left(on: day, halfLife: halfLife)
    sum = sum * left + value
    weight = weight * left + 1
    self.day = max(day, self.day)
  }

  /// The mean, shrunk.
  func value(on day: Int, halfLife: Double, towards center: Double = 0, strength: Double) -> Double {
    let left = left(on: day, halfLife: halfLife)
    return (sum * left + strength * center) / (weight * left + strength)
  }

  /// How many values it rests on, by weight.
  func weight(on day: Int, halfLife: Double) -> Double { weight * left(on: day, halfLife: halfLife) }
}
