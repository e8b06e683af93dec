/// Points in a tree of boxes, so that the nearest and the farthest are found without looking at all. (J. Bentley, "Multidimensional binary
/// search trees used for associative searching", 1975.)
struct PointTree {
  /// So many points at most are not divided.
  private static let mostInLeaf = 8

  struct Node {
    var box: PointBox
    /// Its points, as a range of ``points``.
    var range: Range<Int>
    /// The least number of any of them.
    var least: Int
    /// Where its two halves stand; 0, the root, for none.
    var halves = (0, 0)

    var isLeaf: Bool { halves.0 == 0 }
  }

  /// The root first; empty if there are no points.
  private(set) var nodes: [Node] = []
  /// The points in an order in which each node has its own side by side.
  private(set) var points: [TravelPoint] = []
  /// What the caller calls each of the points.
  private(set) var numbers: [Int] = []

  /// A tree of those points that are somewhere, numbered as they stand. O(n log² n).
  init(_ all: [TravelPoint]) {
    numbers = all.indices.filter { !all[$0].isNowhere }
    points.reserveCapacity(numbers.count)
    if !numbers.isEmpty { _ = divide(0..<numbers.count, all) }
    points = numbers.map { all[$0] }
  }

  /// Makes the node of some numbers, and those below it.
  private mutating func divide(_ range: Range<Int>, _ all: [TravelPoint]) -> Int {
    var box = PointBox(all[numbers[range.lowerBound]])
    var least = numbers[range.lowerBound]
    for number in numbers[range] {
      box.add(all[number])
      least = min(least, number)
    }
    let node = nodes.count
    nodes.append(Node(box: box, range: range, least: least))
    guard range.count > Self.mostInLeaf else { return node }
    let axis = box.widestAxis
    // By number where points stand at one place, so that halves of them still differ in something.
    var keyed = numbers[range].map { (along: all[$0].coordinate(axis), number: $0) }
    keyed.sort { $0 < $1 }
    for (index, key) in zip(range, keyed) { numbers[index] = key.number }
    let middle = range.lowerBound + range.count / 2
    let first = divide(range.lowerBound..<middle, all)
    let second = divide(middle..<range.upperBound, all)
    nodes[node].halves = (first, second)
    return node
  }
}

extension TravelPoint {
  fileprivate func coordinate(_ axis: Int) -> Double { axis == 0 ? x : axis == 1 ? y : z }
}
