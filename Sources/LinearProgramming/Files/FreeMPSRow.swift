/// The bounds of a row as MPS says them: a kind, a right-hand side, and a range for a second bound.
struct FreeMPSRow {
  /// `N`, `E`, `L` or `G`.
  let kind: Character
  var rightHandSide = 0.0
  var range: Double?

  /// A row of which only the kind is known.
  init(kind: Character) { self.kind = kind }

  /// The row that says bounds.
  init(_ bounds: Bounds) {
    switch (bounds.lower, bounds.upper) {
    case (-.infinity, .infinity): kind = "N"
    case (-.infinity, let upper):
      kind = "L"
      rightHandSide = upper
    case (let lower, .infinity):
      kind = "G"
      rightHandSide = lower
    case (let lower, let upper) where lower == upper:
      kind = "E"
      rightHandSide = lower
    case (let lower, let upper):
      // The reader adds or subtracts, and rounds. Of the widths around the difference one usually leads to the very bound.
      let width = upper - lower
      let widths = [width, width.nextUp, width.nextDown]
      if let exact = widths.first(where: { upper - $0 == lower }), !widths.contains(where: { lower + $0 == upper }) {
        kind = "L"
        rightHandSide = upper
        range = exact
      } else {
        kind = "G"
        rightHandSide = lower
        range = widths.first { lower + $0 == upper } ?? width
      }
    }
  }

  /// What the kind, the right-hand side and the range say together.
  var bounds: Bounds {
    let value = FileNumber.bound(rightHandSide)
    let width = range.map { FileNumber.bound($0) }
    return switch kind {
    case "E":
      if let width { width < 0 ? .between(value + width, value) : .between(value, value + width) } else { .equal(value) }
    case "L": .between(width.map { value - abs($0) } ?? -.infinity, value)
    case "G": .between(value, width.map { value + abs($0) } ?? .infinity)
    default: .free
    }
  }
}
