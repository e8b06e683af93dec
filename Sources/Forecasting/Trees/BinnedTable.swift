/// A table of features, each value replaced by the number of its bin, column by column: what trees are grown from.
///
/// Bin 0 is "unknown". Bin edges are quantiles of the column, so that a column of few values has a bin for each.
struct BinnedTable {
  let rows: Int
  let columns: Int
  /// Upper edges of the bins 1, 2, …; what is greater than all falls into the last bin.
  private(set) var edges: [[Double]] = []
  private(set) var bins: [UInt8]

  /// How many bins a column has at most.
  static let limit = 48

  /// Bins the values of a table given row by row. O(rows × columns × log bins).
  init(_ values: [Double], columns: Int) {
    self.columns = columns
    rows = values.count / columns
    bins = [UInt8](repeating: 0, count: values.count)
    for column in 0..<columns {
      let edges = Self.edges(values, column: column, columns: columns, rows: rows)
      for row in 0..<rows { bins[column * rows + row] = Self.bin(values[row * columns + column], edges) }
      self.edges.append(edges)
    }
  }

  /// Quantiles of some thousands of rows spread over the table; all of them would cost more than the trees.
  private static func edges(_ values: [Double], column: Int, columns: Int, rows: Int) -> [Double] {
    let step = max(1, rows / 4000)
    let sample = stride(from: 0, to: rows, by: step).map { values[$0 * columns + column] }.filter { !$0.isNaN }.sorted()
    guard let last = sample.last else { return [] }
    var edges: [Double] = []
    for bin in 1..<limit - 1 {
      let edge = sample[min(sample.count - 1, bin * sample.count / (limit - 1))]
      if edge < last, edge != edges.last { edges.append(edge) }
    }
    return edges
  }

  private static func bin(_ value: Double, _ edges: [Double]) -> UInt8 {
    if value.isNaN { return 0 }
    var low = 0
    var high = edges.count
    while low < high {
      let middle = (low + high) / 2
      if edges[middle] < value { low = middle + 1 } else { high = middle }
    }
    return UInt8(low + 1)
  }
}
