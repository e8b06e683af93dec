import Logistics
import Travel

/// The places of a running plan: those of its problem, and those that were added to it.
struct PlaceTable {
  /// How many the problem has.
  let own: Int
  let profileCount: Int
  /// The models of streets by profile; empty where ways come by rows.
  private let travels: [StreetTravel]
  /// Where each row is; empty where ways come by rows.
  private var points: [TravelPoint] = []
  /// The ways between each added row and all before it, by profile; empty where they come from points.
  private var ways: [[PlaceWays]] = []
  /// How many rows there are, and those of them that nobody stands at any more.
  private(set) var count: Int
  private var free: [Int] = []

  init(_ problem: RoutingProblem, _ map: StreetMap?) {
    own = problem.travel.count
    count = own
    profileCount = problem.profiles.count
    travels = map?.streets.map { StreetTravel(streets: $0) } ?? []
    points = map?.places.map { TravelPoint($0) } ?? []
  }

  var hasMap: Bool { !travels.isEmpty }

  /// Writes the ways between a row for questions and all rows, and other rows for questions.
  func seat(_ address: Coordinate, at row: Int, besides others: [(row: Int, address: Coordinate)], _ tables: FitTables) {
    let point = TravelPoint(address)
    let there = points + others.map { TravelPoint($0.address) }
    let rows = Array(0..<count) + others.map(\.row)
    for (profile, travel) in travels.enumerated() { tables.write(row, travel.ways(point, there), profile: profile, rows) }
  }

  /// Adds an address for good.
  mutating func add(_ address: Coordinate) -> Int {
    if let row = free.popLast() {
      points[row] = TravelPoint(address)
      return row
    }
    points.append(TravelPoint(address))
    count += 1
    return count - 1
  }

  /// Adds a place by its ways to all rows.
  mutating func add(_ ways: [PlaceWays]) -> Int {
    self.ways.append(ways)
    count += 1
    return count - 1
  }

  /// Frees the row of an address.
  mutating func remove(_ row: Int) {
    if row >= own, hasMap { free.append(row) }
  }

  /// Writes the ways of an added row.
  func write(_ row: Int, _ tables: FitTables) {
    guard row >= own else { return }
    if hasMap {
      for (profile, travel) in travels.enumerated() {
        tables.write(row, travel.ways(points[row], points), profile: profile, Array(0..<count))
      }
    } else {
      for (profile, there) in ways[row - own].enumerated() { tables.write(row, there, profile: profile) }
    }
  }

  /// The ways between an added row and one before it.
  func way(
    _ row: Int, _ other: Int, profile: Int
  ) -> (metresTo: Int32, metresFrom: Int32, secondsTo: Int32, secondsFrom: Int32) {
    guard hasMap else {
      let there = ways[row - own][profile]
      return (
        Int32(there.metresTo[other]), Int32(there.metresFrom[other]), Int32(there.secondsTo[other]),
        Int32(there.secondsFrom[other])
      )
    }
    let way = travels[profile].way(points[row], points[other])
    return (way.metres, way.metres, way.seconds, way.seconds)
  }
}
