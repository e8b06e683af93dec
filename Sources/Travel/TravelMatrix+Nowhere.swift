extension TravelMatrix {
  /// The same matrix with one more place at its end, from and to which every way is zero.
  ///
  /// A vehicle that starts there begins at its first stop, one that ends there stops at its last. O(n²).
  public func addingNowhere() -> TravelMatrix {
    func widened(_ table: [Int32]) -> [Int32] {
      var wide: [Int32] = []
      wide.reserveCapacity((count + 1) * (count + 1))
      for row in 0..<count {
        wide.append(contentsOf: table[row * count..<(row + 1) * count])
        wide.append(0)
      }
      wide.append(contentsOf: repeatElement(0, count: count + 1))
      return wide
    }
    return TravelMatrix(count: count + 1, metres: widened(metres), seconds: sharesTables ? nil : widened(seconds))
  }
}
