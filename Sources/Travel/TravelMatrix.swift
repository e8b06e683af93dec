public import Logistics

/// Metres and seconds from every place to every place.
///
/// Places are numbered from zero. Both tables are dense and row-major, 32 bits an entry: the way from `i` to `j` stands at
/// `i * count + j`. Nothing is assumed of them: the way there may differ from the way back, and a detour may be shorter.
/// 5,000 places take 200 MB, or 100 MB where time is measured as distance, since then both share one table.
public struct TravelMatrix: Sendable {
  /// How many places.
  public let count: Int
  /// Metres, row-major, `count * count` entries, none negative.
  public let metres: [Int32]
  /// Seconds, row-major, `count * count` entries, none negative.
  public let seconds: [Int32]

  /// The longest way that an entry can hold: 2³⁰, so that two of them can be added.
  public static let longest = 1 << 30

  /// A matrix of tables that are known to be valid.
  ///
  /// - Parameter seconds: `nil` if time is measured as distance.
  /// - Precondition: each table has `count * count` entries, none negative or beyond ``longest``.
  public init(count: Int, metres: [Int32], seconds: [Int32]? = nil) {
    precondition(metres.count == count * count, "\(metres.count) distances between \(count) places")
    precondition((seconds ?? metres).count == count * count, "\(seconds?.count ?? 0) durations between \(count) places")
    self.count = count
    self.metres = metres
    self.seconds = seconds ?? metres
  }

  /// How far it is from one place to another. O(1).
  public func distance(from origin: Int, to destination: Int) -> Distance {
    Distance(Int(metres[origin * count + destination]))
  }

  /// How long it takes from one place to another. O(1).
  public func duration(from origin: Int, to destination: Int) -> TimeSpan {
    TimeSpan(Int(seconds[origin * count + destination]))
  }

  /// The matrix between some of the places, in the order given. O(k²).
  ///
  /// - Precondition: each is a place of this matrix.
  public func restricted(to places: [Int]) -> TravelMatrix {
    func pick(_ table: [Int32]) -> [Int32] {
      var picked: [Int32] = []
      picked.reserveCapacity(places.count * places.count)
      for origin in places {
        for destination in places { picked.append(table[origin * count + destination]) }
      }
      return picked
    }
    return TravelMatrix(count: places.count, metres: pick(metres), seconds: sharesTables ? nil : pick(seconds))
  }

  /// Whether time is measured as distance, in one table.
  public var sharesTables: Bool {
    metres.withUnsafeBufferPointer { left in
      seconds.withUnsafeBufferPointer { right in left.baseAddress == right.baseAddress }
    }
  }
}
