extension FlatProgram {
  /// Solves the linear program by the method of the options.
  func solveRelaxation(_ options: SolveOptions, _ effort: inout Effort) -> Solution {
    guard options.method == .sifting, columnCount > Sifting.worthwhile * max(rowCount, 20) else {
      return effort.solve(self, from: options.start, options.method)
    }
    var sifting = Sifting(self, from: options.start, incumbent: options.incumbent)
    return sifting.run(&effort)
  }

  /// For each column its cost less what it uses at prices of the rows, in one pass over the matrix.
  ///
  /// - Parameter costs: The costs to begin with, or `nil` for none.
  /// - Complexity: O(entries + columns).
  func reducedCosts(at prices: [Double], from costs: [Double]?) -> [Double] {
    var reduced = costs ?? [Double](repeating: 0, count: columnCount)
    reduced.withUnsafeMutableBufferPointer { reduced in
      matrix.starts.withUnsafeBufferPointer { starts in
        matrix.rows.withUnsafeBufferPointer { rows in
          matrix.values.withUnsafeBufferPointer { values in
            prices.withUnsafeBufferPointer { prices in
              for column in reduced.indices {
                var sum = reduced[column]
                for entry in Int(starts[column])..<Int(starts[column + 1]) { sum -= prices[Int(rows[entry])] * values[entry] }
                reduced[column] = sum
              }
            }
          }
        }
      }
    }
    return reduced
  }
}
