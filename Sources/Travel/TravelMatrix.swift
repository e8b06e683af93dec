public import Logistics

/// Metres and seconds from every place to every place.
///
/// Places are numbered from zero. What the ways are kept in depends on where they come from:
///
/// - *Tables*, dense and row-major, 32 bits an entry. Nothing is assumed of them: the way there may differ from the way back, and a detour
///   may be shorter. 5,000 places take 200 MB, or 100 MB where time is measured as distance, since then both share one table.
/// - *Points*: a way is worked out from two of them when it is asked for, 24 bytes a place. A matrix between more than
///   ``mostTabulated`` points is kept so; one between fewer has tables, which are faster to read.
///
/// ``distance(from:to:)`` and ``duration(from:to:)`` say the same of either.
public struct TravelMatrix: Sendable {
  enum Storage: Sendable {
    /// Metres and seconds; no seconds if time is measured as distance.
    case tables([Int32], [Int32]?)
    case points(PointTravel)
  }

  /// How many places.
  public let count: Int
  let storage: Storage

  /// The longest way that an entry can hold: 2³⁰, so that two of them can be added.
  public static let longest = 1 << 30

  /// Between so many points at most a matrix makes tables: 36 MB each.
  public static let mostTabulated = 3000

  /// A matrix of tables that are known to be valid.
  ///
  /// - Parameter seconds: `nil` if time is measured as distance.
  /// - Precondition: each table has `count * count` entries, none negative or beyond ``longest``.
  public init(count: Int, metres: [Int32], seconds: [Int32]? = nil) {
    precondition(metres.count == count * count, "\(metres.count) distances between \(count) places")
    precondition((seconds ?? metres).count == count * count, "\(seconds?.count ?? 0) durations between \(count) places")
    self.count = count
    storage = .tables(metres, seconds.flatMap { Self.isOne(metres, $0) ? nil : $0 })
  }

  /// The matrix between points, without tables whatever its size.
  init(computing travel: PointTravel) {
    count = travel.count
    storage = .points(travel)
  }

  /// The matrix between points, with tables if it is small enough.
  init(between travel: PointTravel) {
    self.init(computing: travel)
    if count <= Self.mostTabulated { self = tabulated() }
  }

  private static func isOne(_ left: [Int32], _ right: [Int32]) -> Bool {
    left.withUnsafeBufferPointer { left in right.withUnsafeBufferPointer { left.baseAddress == $0.baseAddress } }
  }

  /// How far it is from one place to another. O(1).
  public func distance(from origin: Int, to destination: Int) -> Distance {
    switch storage {
    case .tables(let metres, _): Distance(Int(metres[origin * count + destination]))
    case .points(let travel): Distance(travel.way(origin, destination).metres)
    }
  }

  /// How long it takes from one place to another. O(1).
  public func duration(from origin: Int, to destination: Int) -> TimeSpan {
    switch storage {
    case .tables(let metres, let seconds): TimeSpan(Int((seconds ?? metres)[origin * count + destination]))
    case .points(let travel): TimeSpan(travel.way(origin, destination).seconds)
    }
  }

  /// The matrix between some of the places, in the order given; with tables, unless its ways are computed and it has more than
  /// ``mostTabulated`` places itself. O(k²), or O(k) then.
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
    switch storage {
    case .tables(let metres, let seconds):
      return TravelMatrix(count: places.count, metres: pick(metres), seconds: seconds.map(pick))
    case .points(let travel): return TravelMatrix(between: travel.restricted(to: places))
    }
  }

  /// Whether time is measured as distance, in one table.
  public var sharesTables: Bool {
    switch storage {
    case .tables(_, let seconds): seconds == nil
    case .points(let travel): travel.isTimeDistance
    }
  }

  /// The same matrix with one more place at its end, from and to which every way is zero.
  ///
  /// A vehicle that starts there begins at its first stop, one that ends there stops at its last. O(n²) with tables, else O(n).
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
    switch storage {
    case .tables(let metres, let seconds):
      return TravelMatrix(count: count + 1, metres: widened(metres), seconds: seconds.map(widened))
    case .points(var travel):
      travel.addNowhere()
      return TravelMatrix(computing: travel)
    }
  }
}
