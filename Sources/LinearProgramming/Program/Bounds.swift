/// The least and the greatest value that a column or a row may take; infinities where there is no such limit.
///
/// ```swift
/// Bounds.atMost(40)      // ... ≤ 40
/// Bounds.between(2, 5)   // 2 ≤ ... ≤ 5
/// Bounds(0...10)         // 0 ≤ ... ≤ 10
/// ```
///
/// Any pair of numbers can be written down; a pair that admits no number (crossed, NaN, an infinity on the wrong side) is
/// refused with everything else that is wrong when the program is solved.
public struct Bounds: Hashable, Sendable {
  /// The least value allowed, or negative infinity.
  public var lower: Double
  /// The greatest value allowed, or infinity.
  public var upper: Double

  /// The least and the greatest value allowed.
  public init(lower: Double = -.infinity, upper: Double = .infinity) {
    self.lower = lower
    self.upper = upper
  }

  /// The bounds of a range.
  public init(_ range: ClosedRange<Double>) { self.init(lower: range.lowerBound, upper: range.upperBound) }

  /// No limit on either side.
  public static let free = Bounds()
  /// Zero or more: the bounds of a column of which nothing else is said.
  public static let nonnegative = Bounds(lower: 0)
  /// Zero or one.
  public static let unit = Bounds(lower: 0, upper: 1)

  /// No more than a value, and no lower limit.
  public static func atMost(_ upper: Double) -> Bounds { Bounds(upper: upper) }
  /// No less than a value, and no upper limit.
  public static func atLeast(_ lower: Double) -> Bounds { Bounds(lower: lower) }
  /// Exactly a value.
  public static func equal(_ value: Double) -> Bounds { Bounds(lower: value, upper: value) }
  /// From one value to another, both included.
  public static func between(_ lower: Double, _ upper: Double) -> Bounds { Bounds(lower: lower, upper: upper) }

  /// Whether a finite number lies between them; false for NaN.
  var admitsSomething: Bool { lower <= upper && lower < .infinity && upper > -.infinity }

  /// How far a value lies outside, 0 inside.
  func violation(of value: Double) -> Double { max(lower - value, value - upper, 0) }

  /// The least value of `factor * x` for x between the bounds; 0 for a factor of 0 even where a bound is infinite.
  func least(times factor: Double) -> Double { factor == 0 ? 0 : factor * (factor > 0 ? lower : upper) }
}

extension Bounds: CustomStringConvertible {
  public var description: String { "\(lower)...\(upper)" }
}
