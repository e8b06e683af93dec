extension PointTravel {
  /// Every way in tables, row-major; no seconds if time is measured as distance. O(n²).
  func tables() -> (metres: [Int32], seconds: [Int32]?) {
    var metres = [Int32](repeating: 0, count: count * count)
    var seconds: [Int32] = []
    switch rule {
    case .plane(let plane):
      metres.withUnsafeMutableBufferPointer { metres in
        forEachPair { index, squared in metres[index] = Int32(plane.counted(squared: squared)) }
      }
    case .streets(let streets):
      seconds = isTimeDistance ? [] : metres
      metres.withUnsafeMutableBufferPointer { metres in
        seconds.withUnsafeMutableBufferPointer { seconds in
          forEachPair { index, squared in
            let way = streets.way(arc: StreetRule.arc(squaredChord: squared))
            metres[index] = Int32(way.metres)
            if !seconds.isEmpty { seconds[index] = Int32(way.seconds) }
          }
        }
      }
    }
    mirror(&metres)
    if !seconds.isEmpty { mirror(&seconds) }
    return (metres, isTimeDistance ? nil : seconds)
  }

  /// The places of the half below the diagonal, without those of ways from or to nowhere, and the squares of their lines.
  @inline(__always)
  private func forEachPair(_ body: (_ index: Int, _ squared: Double) -> Void) {
    points.withUnsafeBufferPointer { points in
      for origin in points.indices {
        let point = points[origin]
        for destination in 0..<origin {
          let squared = point.squaredDistance(to: points[destination])
          if !squared.isNaN { body(origin * points.count + destination, squared) }
        }
      }
    }
  }

  /// Copies the half below the diagonal to that above, a tile at a time, so that both stay in the cache.
  private func mirror(_ table: inout [Int32]) {
    let (count, width) = (self.count, 32)
    table.withUnsafeMutableBufferPointer { table in
      for rows in stride(from: 0, to: count, by: width) {
        for columns in stride(from: 0, through: rows, by: width) {
          for row in rows..<min(count, rows + width) {
            for column in columns..<max(columns, min(row, columns + width)) {
              table[column * count + row] = table[row * count + column]
            }
          }
        }
      }
    }
  }
}
