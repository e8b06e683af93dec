/// The generator of the scenarios: SplitMix64 (G. Steele, D. Lea and C. Flood, "Fast Splittable Pseudorandom Number
/// Generators", 2014). Whole numbers only, so that a seed makes the same files on every machine.
struct SeededRandom {
  /// What numbers are drawn for. Each has a stream of its own, so that a change to one leaves the others as they were.
  enum Purpose: UInt64 {
    case products = 1
    case stock, orders, lines, returns, swaps
  }

  private var state: UInt64

  /// The stream of a seed for a purpose.
  init(seed: UInt64, for purpose: Purpose) {
    state = Self.mixed(seed) ^ Self.mixed(purpose.rawValue)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 to `bound` − 1. `bound` is positive and below 2³², where the bias is below 2⁻³².
  mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Int(Self.mixed(state).multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A whole number of a range.
  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + number(below: range.count)
  }

  /// True so many times in a thousand.
  mutating func happens(perMille: Int) -> Bool { number(below: 1000) < perMille }

  /// One of some elements, each as often as another. There is at least one.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(below: elements.count)] }

  /// Puts elements into a random order (Fisher and Yates).
  mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, number(below: last + 1))
    }
  }
}
