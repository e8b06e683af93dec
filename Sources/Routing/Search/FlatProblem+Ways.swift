import Travel

extension FlatProblem {
  /// - Precondition: The matrix has tables.
  static func ways(_ travel: TravelMatrix, _ arena: Arena) -> FlatWays {
    let metres = arena.table(travel.metres)
    let metresTo = transposed(metres, travel.count, arena)
    guard !travel.sharesTables else {
      return FlatWays(
        metresFrom: UnsafePointer(metres), metresTo: metresTo, secondsFrom: UnsafePointer(metres), secondsTo: metresTo)
    }
    let seconds = arena.table(travel.seconds)
    return FlatWays(
      metresFrom: UnsafePointer(metres), metresTo: metresTo, secondsFrom: UnsafePointer(seconds),
      secondsTo: transposed(seconds, travel.count, arena))
  }

  private static func transposed(_ table: UnsafeMutablePointer<Int32>, _ count: Int, _ arena: Arena) -> UnsafePointer<Int32> {
    var symmetric = true
    for row in 0..<count where symmetric {
      for column in 0..<row where table[row * count + column] != table[column * count + row] {
        symmetric = false
        break
      }
    }
    guard !symmetric else { return UnsafePointer(table) }
    let other = arena.table(count * count, of: Int32(0))
    for row in 0..<count {
      for column in 0..<count { other[column * count + row] = table[row * count + column] }
    }
    return UnsafePointer(other)
  }
}
