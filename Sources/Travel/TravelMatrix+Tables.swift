public import Logistics

extension TravelMatrix {
  /// Whether the ways are in tables, so that ``metres`` and ``seconds`` are there and not made.
  public var isTabulated: Bool {
    if case .tables = storage { true } else { false }
  }

  /// The same matrix with tables, for whoever reads most of them and often.
  ///
  /// Where ways are computed, O(n²) time and memory: 4 bytes for every pair of places, 8 where time is not measured as distance. Else O(1).
  public func tabulated() -> TravelMatrix {
    guard case .points(let travel) = storage else { return self }
    let (metres, seconds) = travel.tables()
    return TravelMatrix(count: count, metres: metres, seconds: seconds)
  }

  /// Metres, row-major, none negative: the way from `i` to `j` stands at `i * count + j`.
  ///
  /// O(1) where the matrix has tables. Where ways are computed every call makes a table of all of them, as ``tabulated()`` does: ask
  /// ``distance(from:to:)`` there.
  public var metres: [Int32] {
    guard case .tables(let metres, _) = storage else { return tabulated().metres }
    return metres
  }

  /// Seconds, row-major, none negative; the same table as ``metres`` where time is measured as distance.
  ///
  /// O(1) where the matrix has tables. Where ways are computed every call makes a table of all of them, as ``tabulated()`` does: ask
  /// ``duration(from:to:)`` there.
  public var seconds: [Int32] {
    guard case .tables(let metres, let seconds) = storage else { return tabulated().seconds }
    return seconds ?? metres
  }

  /// The longest of all ways; zero without places. O(n²) time with tables; where ways are computed about O(n log² n), by boxes of points.
  public var longestDistance: Distance {
    switch storage {
    case .tables(let metres, _): Distance(Int(metres.max() ?? 0))
    case .points(let travel): Distance(travel.longestWay().metres)
    }
  }
}
