/// How trees are boosted.
struct BoostingSettings: Hashable, Sendable {
  var trees: Int
  /// What of each tree is added.
  var rate: Double
  var leaves: Int
  /// The least number of rows on a side of a split.
  var smallestLeaf: Int
  /// The share of rows, and of columns, that each tree looks at.
  var rowShare = 0.6
  var columnShare = 0.5
  /// The penalty on the square of what a leaf says.
  var penalty = 20.0
  var seed: UInt64 = 1
}
