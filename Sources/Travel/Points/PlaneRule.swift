/// How the distance of two points of the plane becomes a whole number: what time is measured by, too.
package struct PlaneRule: Hashable, Sendable {
  /// Counted units for a unit of the plane.
  package var factor: Double
  /// What is added before the rest is cut off: a half rounds to nearest, halves up.
  package var addend: Double
  /// Whether the distance is rounded up to a whole number before anything else.
  package var roundsUpFirst: Bool

  /// A rule.
  ///
  /// - Precondition: the factor is positive, the addend 0 to 1.
  package init(factor: Double, addend: Double, roundsUpFirst: Bool = false) {
    precondition(factor > 0 && (0...1).contains(addend), "a distance times \(factor) plus \(addend)")
    (self.factor, self.addend, self.roundsUpFirst) = (factor, addend, roundsUpFirst)
  }

  /// The counted distance, whole but still a floating-point number: it may be beyond every integer.
  package func counted(squared: Double) -> Double {
    let root = squared.squareRoot()
    return (factor * (roundsUpFirst ? root.rounded(.up) : root) + addend).rounded(.down)
  }
}
