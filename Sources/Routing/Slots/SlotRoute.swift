import Logistics
import Travel

/// One route of a tentative plan, with what lets an insertion be tested in constant time: forward and backward slack after M.
/// Savelsbergh ("The Vehicle Routing Problem with Time Windows: Minimizing Route Duration", 1992), and the most on board before
/// and after each leg.
struct SlotRoute: Sendable {
  let type: Int
  /// The start, the stops in order, the end. The job of a stop is its place, that of a depot −1.
  private(set) var positions: [Position]
  /// The stretch from the start up to a position, and from a position to the end.
  private(set) var before: [Stretch] = []
  private(set) var after: [Stretch] = []
  /// The most on board on any leg up to the one that leaves a position, and from that leg on, by position and dimension:
  /// `position * dimensions + dimension`.
  private(set) var peakBefore: [Int] = []
  private(set) var peakAfter: [Int] = []
  /// All that is brought, and all that is taken back, by dimension.
  private(set) var delivered: [Int] = []
  private(set) var pickedUp: [Int] = []
  private(set) var metres = 0
  /// Before which it does not depart: its shift has opened, and all that it brings is ready.
  private(set) var opens = 0
  /// How much of its duration it waits.
  private(set) var waiting = 0

  /// A route through places in order, labels included.
  ///
  /// - Parameter release: when something else that it brings is ready at the depot.
  init(
    type: Int, _ vehicle: SlotVehicle, through places: some Sequence<Int>, from release: Int = -FlatProblem.forever,
    _ table: StopTable
  ) {
    self.type = type
    positions = [Self.depot(vehicle.start)] + places.map(Self.stop) + [Self.depot(vehicle.end)]
    for index in 0..<(positions.count - 1) { measure(after: index, table) }
    refreshClocks(vehicle, from: release, table)
    refreshLoads(table)
  }

  private static func depot(_ place: Int) -> Position {
    Position(place: Int32(place), job: -1, metres: 0, seconds: 0, depart: 0, latest: 0)
  }

  private static func stop(_ place: Int) -> Position {
    Position(place: Int32(place), job: Int32(place), metres: 0, seconds: 0, depart: 0, latest: 0)
  }

  /// How many stops it has.
  var count: Int { positions.count - 2 }

  /// The places of its stops.
  var places: some Sequence<Int> { positions.dropFirst().dropLast().lazy.map { Int($0.place) } }

  /// From departure to return.
  var duration: Int { after[0].duration }

  /// Puts a stop behind a position. O(length).
  mutating func insert(_ place: Int, after index: Int, _ vehicle: SlotVehicle, _ table: StopTable) {
    positions.insert(Self.stop(place), at: index + 1)
    measure(after: index, table)
    measure(after: index + 1, table)
    refresh(vehicle, table)
  }

  /// Takes the stop at a position out. O(length).
  mutating func remove(at index: Int, _ vehicle: SlotVehicle, _ table: StopTable) {
    positions.remove(at: index)
    measure(after: index - 1, table)
    refresh(vehicle, table)
  }

  private mutating func measure(after index: Int, _ table: StopTable) {
    let way = table.travel.way(table.points[Int(positions[index].place)], table.points[Int(positions[index + 1].place)])
    positions[index].metres = way.metres
    positions[index].seconds = way.seconds
  }

  /// Whether it keeps all windows, its shift, and what its vehicle may drive. What it carries is not looked at.
  ///
  /// Whoever can leave the start at the earliest by its latest moment is in time everywhere.
  func isInTime(_ vehicle: SlotVehicle) -> Bool {
    positions[0].depart <= positions[0].latest && metres <= vehicle.maximumMetres && duration <= vehicle.maximumDuration
  }

  /// The same route, departing when something else that it is to bring is ready. It may not be in time. O(length).
  func departing(from release: Int, _ vehicle: SlotVehicle, _ table: StopTable) -> SlotRoute {
    guard release > opens else { return self }
    var route = self
    route.refreshClocks(vehicle, from: release, table)
    return route
  }

  /// Makes its labels anew. O(length × dimensions).
  mutating func refresh(_ vehicle: SlotVehicle, _ table: StopTable) {
    refreshClocks(vehicle, from: -FlatProblem.forever, table)
    refreshLoads(table)
  }

  private mutating func refreshClocks(_ vehicle: SlotVehicle, from release: Int, _ table: StopTable) {
    opens = places.reduce(max(vehicle.opens, release)) { max($0, table.releases[$1]) }
    let end = positions.count - 1
    func clock(_ index: Int) -> Stretch {
      index == 0 ? vehicle.departing(from: opens) : index == end ? vehicle.returning : table.clocks[Int(positions[index].place)]
    }
    before = [clock(0)]
    positions[0].depart = opens
    metres = Int(positions[0].metres)
    var busy = Int(positions[0].seconds)
    for index in 1...end {
      let (own, seconds) = (clock(index), Int(positions[index - 1].seconds))
      positions[index].depart = max(positions[index - 1].depart + seconds, own.earliest) + own.duration
      before.append(before[index - 1].joined(seconds, own))
      metres += Int(positions[index].metres)
      busy += own.duration + Int(positions[index].seconds)
    }
    after = before
    after[end] = clock(end)
    positions[end].latest = vehicle.closes
    for index in stride(from: end - 1, through: 0, by: -1) {
      let (own, seconds) = (clock(index), Int(positions[index].seconds))
      positions[index].latest = min(own.latest, positions[index + 1].latest - seconds - own.duration)
      after[index] = own.joined(seconds, after[index + 1])
    }
    waiting = duration - busy
  }

  private mutating func refreshLoads(_ table: StopTable) {
    let dimensions = table.dimensions
    let end = positions.count - 1
    delivered = [Int](repeating: 0, count: dimensions)
    pickedUp = delivered
    for place in places {
      for dimension in 0..<dimensions {
        delivered[dimension] += table.delivery[place * dimensions + dimension]
        pickedUp[dimension] += table.pickup[place * dimensions + dimension]
      }
    }
    peakBefore = [Int](repeating: 0, count: end * dimensions)
    peakAfter = peakBefore
    for dimension in 0..<dimensions {
      var load = delivered[dimension]
      peakBefore[dimension] = load
      peakAfter[dimension] = load
      for index in 1..<end {
        let (at, place) = (index * dimensions + dimension, Int(positions[index].place))
        load += table.pickup[place * dimensions + dimension] - table.delivery[place * dimensions + dimension]
        peakBefore[at] = max(load, peakBefore[at - dimensions])
        peakAfter[at] = load
      }
      for index in stride(from: end - 2, through: 0, by: -1) {
        let at = index * dimensions + dimension
        peakAfter[at] = max(peakAfter[at], peakAfter[at + dimensions])
      }
    }
  }
}
