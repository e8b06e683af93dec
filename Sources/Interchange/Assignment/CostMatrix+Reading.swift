public import Dispatching
public import Logistics

extension CostMatrix {
  /// The matrix of a document `{"costs": [[4, null, 3], [2, 0, 5]]}`: a row for each task, a cost for each vehicle, null where the pair is
  /// forbidden.
  ///
  /// ```swift
  /// let file = try AssignmentFile(contentsOf: URL(fileURLWithPath: "costs.json"))
  /// let costs = try CostMatrix(file)
  /// ```
  ///
  /// - Throws: `InvalidInput` with everything that is wrong, in the order of the file: what is no JSON by its line, the rest by its path.
  /// - Complexity: O(bytes): some 20 ns for each number. Memory is that of the bytes and of the matrix.
  public init(_ file: AssignmentFile) throws(InvalidInput) {
    let reader = file.bytes.withUnsafeBufferPointer { bytes in
      var reader = CostMatrixReader(bytes)
      reader.read()
      return reader
    }
    try reader.faults.throwIfAny(file.source, advice: reader.advice)
    self.init(tasks: reader.rows, vehicles: reader.columns ?? 0, flat: reader.costs)
  }
}
