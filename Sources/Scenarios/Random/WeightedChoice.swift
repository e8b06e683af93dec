/// Elements of which some are drawn more often than others. A draw is a binary search.
struct WeightedChoice<Element: Sendable>: Sendable {
  private let elements: [Element]
  /// The sum of the weights up to and with each element.
  private let sums: [Int]

  /// Elements with their weights: not negative, and at least one is positive.
  init(_ weighted: [(element: Element, weight: Int)]) {
    var sum = 0
    elements = weighted.map(\.element)
    sums = weighted.map { pair in
      sum += pair.weight
      return sum
    }
  }

  /// An element, as often as its share of all weights.
  func draw(_ random: inout SeededRandom) -> Element {
    let target = random.number(below: sums.last!)
    var low = 0
    var high = sums.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > target { high = middle } else { low = middle + 1 }
    }
    return elements[low]
  }
}
