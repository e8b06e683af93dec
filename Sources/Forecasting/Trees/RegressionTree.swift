/// A binary tree of questions "is this feature at most so much, or unknown?" with a number at each leaf.
struct RegressionTree: Hashable, Sendable, Codable {
  /// The feature that each node asks for; −1 at a leaf.
  private(set) var feature: [Int] = []
  /// The greatest value that goes left.
  private(set) var threshold: [Double] = []
  /// The node to the left; the one to the right stands behind it.
  private(set) var left: [Int] = []
  /// What a leaf says.
  private(set) var value: [Double] = []

  /// A tree of one leaf.
  init(value: Double) { _ = addLeaf(value) }

  private mutating func addLeaf(_ value: Double) -> Int {
    feature.append(-1)
    threshold.append(0)
    left.append(-1)
    self.value.append(value)
    return feature.count - 1
  }

  /// Makes a question of a leaf; returns the leaf to the left, behind which stands that to the right.
  mutating func split(_ leaf: Int, feature: Int, threshold: Double, values: (Double, Double)) -> Int {
    self.feature[leaf] = feature
    self.threshold[leaf] = threshold
    left[leaf] = addLeaf(values.0)
    _ = addLeaf(values.1)
    return left[leaf]
  }

  /// The value of the leaf that a row of features falls into. O(depth).
  func callAsFunction(_ row: UnsafeBufferPointer<Double>) -> Double {
    var node = 0
    while feature[node] >= 0 {
      // Not "greater" rather than "at most": what is unknown (NaN) goes left.
      node = left[node] + (row[feature[node]] > threshold[node] ? 1 : 0)
    }
    return value[node]
  }

  /// Whether its questions are about features below `count` and lead to nodes behind them.
  func isSound(features count: Int) -> Bool {
    let nodes = feature.count
    guard nodes > 0, threshold.count == nodes, left.count == nodes, value.count == nodes else { return false }
    return (0..<nodes).allSatisfy {
      feature[$0] == -1 || ((0..<count).contains(feature[$0]) && left[$0] > $0 && left[$0] + 1 < nodes)
    }
  }
}
