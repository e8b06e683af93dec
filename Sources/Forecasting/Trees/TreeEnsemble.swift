/// A number and trees that add to it: what boosting makes.
struct TreeEnsemble: Hashable, Sendable, Codable {
  var base: Double
  var trees: [RegressionTree]

  /// The sum for a row of features, unknown ones NaN. O(trees × depth).
  func callAsFunction(_ row: [Double]) -> Double {
    row.withUnsafeBufferPointer { row in
      var sum = base
      for tree in trees { sum += tree(row) }
      return sum
    }
  }
}
