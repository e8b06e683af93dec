/// A linear program that waits in a tree: its predecessor with tighter bounds of one column.
final class OpenNode {
  let parent: OpenNode?
  /// The column whose bounds are tighter; negative for the first program.
  let column: Int
  let bounds: Bounds
  /// What no point below it is better than.
  let bound: Double
  /// Where its predecessor ended.
  let basis: Basis?
  let depth: Int

  init(parent: OpenNode?, column: Int, bounds: Bounds, bound: Double, basis: Basis?) {
    self.parent = parent
    self.column = column
    self.bounds = bounds
    self.bound = bound
    self.basis = basis
    depth = (parent?.depth ?? -1) + 1
  }

  /// Whether it comes before another: the lesser bound, then the deeper, which is nearer to a point.
  func precedes(_ other: OpenNode) -> Bool { (bound, other.depth) < (other.bound, depth) }
}

/// The programs that wait, the one of the least bound first: a binary heap.
struct OpenNodes {
  private var heap: [OpenNode] = []

  /// The least bound of all; infinity if there are none.
  var leastBound: Double { heap.first?.bound ?? .infinity }

  mutating func push(_ node: OpenNode) {
    heap.append(node)
    var place = heap.count - 1
    while place > 0, heap[place].precedes(heap[(place - 1) / 2]) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> OpenNode? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if heap.isEmpty { return first }
    heap[0] = last
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2] where child < heap.count && heap[child].precedes(heap[least]) { least = child }
      if least == place { return first }
      heap.swapAt(place, least)
      place = least
    }
  }
}
