/// Grows a tree leaf by leaf, the most promising split first, from histograms of the gradient.
struct TreeGrower {
  /// Gradient, curvature and number of rows of each bin of each column, one after the other.
  private typealias Histogram = [Double]

  /// A leaf that may be split.
  private struct Leaf {
    let node: Int
    /// Where its rows stand in `order`.
    let rows: Range<Int>
    let histogram: Histogram
    var split: Split?
  }

  /// The best question for a leaf.
  private struct Split {
    let gain: Double
    let column: Int
    let bin: Int
    let values: (Double, Double)
  }

  private let table: BinnedTable
  private let settings: BoostingSettings
  private var order: [Int32] = []
  private var other: [Int32] = []

  init(_ table: BinnedTable, _ settings: BoostingSettings) {
    self.table = table
    self.settings = settings
  }

  /// Grows a tree on a random share of the rows and columns and says in which node each row ends.
  mutating func grow(
    _ gradient: [Double], _ curvature: [Double], _ random: inout SplitMix, nodes: inout [Int32]
  ) -> RegressionTree {
    order.removeAll(keepingCapacity: true)
    for row in 0..<table.rows where random.unit() < settings.rowShare { order.append(Int32(row)) }
    other = order
    var columns = (0..<table.columns).filter { _ in random.unit() < settings.columnShare }
    if columns.isEmpty { columns = [Int(random.next() % UInt64(table.columns))] }
    var tree = RegressionTree(value: 0)
    let whole = histogram(0..<order.count, columns, gradient, curvature)
    var leaves = [Leaf(node: 0, rows: 0..<order.count, histogram: whole, split: best(whole, columns))]
    var bins: [Int: Int] = [:]
    while leaves.count < settings.leaves {
      guard let at = leaves.indices.filter({ leaves[$0].split != nil }).max(by: { gain(leaves[$0]) < gain(leaves[$1]) }),
        let split = leaves[at].split
      else { break }
      let leaf = leaves.remove(at: at)
      let middle = part(leaf.rows, split)
      let threshold = split.bin == 0 ? -Double.infinity : table.edges[split.column][split.bin - 1]
      let left = tree.split(leaf.node, feature: split.column, threshold: threshold, values: split.values)
      bins[leaf.node] = split.bin
      let (first, second) = (leaf.rows.lowerBound..<middle, middle..<leaf.rows.upperBound)
      // Only the smaller side is counted; the other is what remains.
      let small = histogram(first.count <= second.count ? first : second, columns, gradient, curvature)
      var large = leaf.histogram
      for index in large.indices { large[index] -= small[index] }
      let (ours, theirs) = first.count <= second.count ? (small, large) : (large, small)
      leaves.append(Leaf(node: left, rows: first, histogram: ours, split: best(ours, columns)))
      leaves.append(Leaf(node: left + 1, rows: second, histogram: theirs, split: best(theirs, columns)))
    }
    place(tree, bins, &nodes)
    return tree
  }

  private func gain(_ leaf: Leaf) -> Double { leaf.split?.gain ?? 0 }

  private func histogram(_ rows: Range<Int>, _ columns: [Int], _ gradient: [Double], _ curvature: [Double]) -> Histogram {
    var sums = Histogram(repeating: 0, count: table.columns * BinnedTable.limit * 3)
    sums.withUnsafeMutableBufferPointer { sums in
      order.withUnsafeBufferPointer { order in
        table.bins.withUnsafeBufferPointer { bins in
          gradient.withUnsafeBufferPointer { gradient in
            curvature.withUnsafeBufferPointer { curvature in
              for column in columns {
                let first = column * table.rows
                let base = column * BinnedTable.limit
                for index in rows {
                  let row = Int(order[index])
                  let place = (base + Int(bins[first + row])) * 3
                  sums[place] += gradient[row]
                  sums[place + 1] += curvature[row]
                  sums[place + 2] += 1
                }
              }
            }
          }
        }
      }
    }
    return sums
  }

  /// The split that gains most; the first column, then the first bin of equals.
  private func best(_ sums: Histogram, _ columns: [Int]) -> Split? {
    var best: Split?
    let smallest = Double(settings.smallestLeaf)
    for column in columns {
      let base = column * BinnedTable.limit * 3
      var (gradient, curvature, count) = (0.0, 0.0, 0.0)
      for bin in 0..<BinnedTable.limit {
        gradient += sums[base + bin * 3]
        curvature += sums[base + bin * 3 + 1]
        count += sums[base + bin * 3 + 2]
      }
      guard count >= 2 * smallest else { return nil }
      let whole = gradient * gradient / (curvature + settings.penalty)
      var (left, leftCurvature, leftCount) = (0.0, 0.0, 0.0)
      for bin in 0...table.edges[column].count {
        left += sums[base + bin * 3]
        leftCurvature += sums[base + bin * 3 + 1]
        leftCount += sums[base + bin * 3 + 2]
        guard leftCount >= smallest, count - leftCount >= smallest else { continue }
        let right = gradient - left
        let (under, over) = (leftCurvature + settings.penalty, curvature - leftCurvature + settings.penalty)
        let gain = left * left / under + right * right / over - whole
        if gain > max(best?.gain ?? 0, 1e-9) {
          best = Split(
            gain: gain, column: column, bin: bin,
            values: (-settings.rate * left / under, -settings.rate * right / over))
        }
      }
    }
    return best
  }

  /// Puts the rows of a leaf that go left before those that go right, in their order; returns where the latter begin.
  private mutating func part(_ rows: Range<Int>, _ split: Split) -> Int {
    let first = split.column * table.rows
    var left = rows.lowerBound
    var right = 0
    for index in rows {
      let row = order[index]
      if Int(table.bins[first + Int(row)]) <= split.bin {
        order[left] = row
        left += 1
      } else {
        other[right] = row
        right += 1
      }
    }
    for index in 0..<right { order[left + index] = other[index] }
    return left
  }

  /// The node in which each row of the table ends, also of those that the tree was not grown on.
  private func place(_ tree: RegressionTree, _ bins: [Int: Int], _ nodes: inout [Int32]) {
    let questions = tree.feature.indices.map { bins[$0] ?? 0 }
    for row in 0..<table.rows {
      var node = 0
      while tree.feature[node] >= 0 {
        let isRight = Int(table.bins[tree.feature[node] * table.rows + row]) > questions[node]
        node = tree.left[node] + (isRight ? 1 : 0)
      }
      nodes[row] = Int32(node)
    }
  }
}
