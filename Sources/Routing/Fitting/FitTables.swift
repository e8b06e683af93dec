import Logistics
import Travel

/// The flat tables of a running plan with room for jobs and places that are yet to come. Nobody else holds these tables, so that
/// they may be written into while the plan stands: making them anew for each question would take O(places²).
final class FitTables {
  /// How many windows a job that is yet to come has room for.
  static let leastWindows = 8

  let flat: FlatProblem
  let simulation: RouteSimulation
  /// Row for codes to try.
  let scratch: UnsafeMutablePointer<Int32>
  let slotCount: Int
  let rowCount: Int
  let room: FitRoom
  /// Where each slot's windows stand in the tables of them, and for how many there is room.
  private let firstWindow: [Int]
  private let windowRoom: [Int]
  /// The ways of each profile that some vehicle drives by.
  private let ways: [FlatWays?]
  private let arena = Arena()
  /// The fastest that traffic ever is, in hundredths of the matrix's speed.
  let fastest: Int
  /// By which profile the vehicles of each type drive.
  let profileOfType: [Int]
  /// The bounds of what each type's vehicles cost.
  let rates: [FitRates]

  /// The two slots, and the two rows, for what is only asked about.
  var guestSlot: Int { slotCount - 2 }
  var guestRow: Int { rowCount - 2 }

  /// Tables for a problem.
  ///
  /// - Parameters:
  ///   - jobs: By slot, those of the problem first; `nil` for a free one. Their places and relations are to be written after
  ///     this.
  ///   - room: How much more there is to be room for.
  init(_ problem: RoutingProblem, jobs: [Job?], rows: Int, _ room: FitRoom) {
    self.room = room
    slotCount = jobs.count + room.jobs + 2
    rowCount = rows + room.places + 2
    let (slotCount, rowCount) = (self.slotCount, self.rowCount)
    let own = problem.jobs.count
    let moment = TimeWindow(opens: Instant(secondsSince1970: 0), closes: Instant(secondsSince1970: 0))!
    let nothing = Load.zero(dimensions: problem.dimensions)
    var windowRoom: [Int] = []
    let templates = (0..<slotCount).map { slot -> Job in
      let job = slot < jobs.count ? jobs[slot] : nil
      let count = max(slot < own ? 1 : room.windows, job?.windows.count ?? 0)
      windowRoom.append(count)
      return Job(
        id: "", place: 0, delivery: job?.delivery ?? nothing, pickup: job?.pickup ?? nothing,
        windows: [TimeWindow](repeating: moment, count: count), skills: job?.skills ?? [])
    }
    var relations = problem.relations
    if room.shipments {
      relations.shipments.append(
        Shipment(pickup: slotCount - 2, delivery: slotCount - 1, mostTimeOnBoard: room.timeOnBoard ? .zero : nil))
    }
    let profiles = problem.profiles.map { Self.widened($0, to: rowCount) }
    let wide = RoutingProblem(
      known: profiles, jobs: templates, vehicles: problem.vehicles, relations: relations, traffic: problem.traffic, begun: [],
      preferences: problem.preferences)
    let flat = FlatProblem(wide, nearest: 0)
    self.flat = flat
    simulation = RouteSimulation(flat)
    scratch = arena.table(2 * slotCount + 4, of: 0)
    firstWindow = (0..<slotCount).map { flat.firstWindow[$0] }
    self.windowRoom = windowRoom
    ways = problem.profiles.indices.map { profile in
      problem.vehicles.firstIndex { $0.profile == profile }.map { flat.types[$0].ways }
    }
    fastest = problem.traffic?.changes.map(\.percent).reduce(100, max) ?? 100
    profileOfType = problem.vehicles.map(\.profile)
    rates = problem.vehicles.indices.map { FitRates(flat, type: $0) }
  }

  /// A matrix with more places, to and from which every way is zero. Metres and seconds never share a table, since the ways of
  /// places to come need not be alike.
  private static func widened(_ matrix: TravelMatrix, to count: Int) -> TravelMatrix {
    let tables = matrix.tabulated()
    func widened(_ table: [Int32]) -> [Int32] {
      var wide: [Int32] = []
      wide.reserveCapacity(count * count)
      for row in 0..<matrix.count {
        wide.append(contentsOf: table[row * matrix.count..<(row + 1) * matrix.count])
        wide.append(contentsOf: repeatElement(0, count: count - matrix.count))
      }
      wide.append(contentsOf: repeatElement(0, count: (count - matrix.count) * count))
      return wide
    }
    return TravelMatrix(count: count, metres: widened(tables.metres), seconds: widened(tables.seconds))
  }

  // MARK: Writing

  /// The tables were made to be written to, and the search, which shares its own, never sees these.
  @inline(__always)
  private func set<Value>(_ table: UnsafePointer<Value>, _ index: Int, _ value: Value) {
    UnsafeMutablePointer(mutating: table)[index] = value
  }

  /// Writes what a job asks for, its windows in its own room.
  ///
  /// - Precondition: There is room for its windows.
  func seat(_ job: Job, at slot: Int, row: Int) {
    set(flat.place, slot, Int32(row))
    set(flat.service, slot, job.service.seconds)
    set(flat.setup, slot, job.setup.seconds)
    set(flat.release, slot, job.release?.secondsSince1970 ?? -FlatProblem.forever)
    for dimension in 0..<flat.dimensions {
      set(flat.delivery, slot * flat.dimensions + dimension, job.delivery[dimension])
      set(flat.pickup, slot * flat.dimensions + dimension, job.pickup[dimension])
    }
    set(flat.isBackhaul, slot, flat.deliveriesFirst && job.delivery.isZero && !job.pickup.isZero)
    setWindows(job.windows, job.lateness, of: slot, inRoomOf: slot)
  }

  /// Whether some windows have a place in a slot's room.
  func hasRoom(for windows: Int, at slot: Int) -> Bool { windows <= windowRoom[slot] }

  /// Writes the windows of a job into the room of a slot.
  func setWindows(_ windows: [TimeWindow], _ lateness: Lateness?, of slot: Int, inRoomOf owner: Int) {
    let first = firstWindow[owner]
    for (index, window) in windows.enumerated() {
      set(flat.windowOpens, first + index, window.opens.secondsSince1970)
      set(flat.windowCloses, first + index, window.closes.secondsSince1970)
    }
    set(flat.firstWindow, slot, first)
    set(flat.windowCount, slot, windows.count)
    let bounds = FitWindow.bounds(of: windows, lateness)
    set(flat.ready, slot, bounds.opens)
    set(flat.due, slot, bounds.due)
    set(flat.costPerLateSecond, slot, lateness?.costPerSecond ?? 0)
  }

  /// Makes two slots the ends of a shipment.
  func join(_ pickup: Int, _ delivery: Int, _ mostTimeOnBoard: TimeSpan?) {
    set(flat.partner, pickup, Int32(delivery))
    set(flat.partner, delivery, Int32(pickup))
    set(flat.isDropOff, delivery, true)
    set(flat.mostOnBoard, pickup, mostTimeOnBoard?.seconds ?? 4 * FlatProblem.forever)
  }

  /// Makes a slot a job by itself.
  func part(_ slot: Int) {
    set(flat.partner, slot, -1)
    set(flat.isDropOff, slot, false)
    set(flat.mostOnBoard, slot, 4 * FlatProblem.forever)
  }

  /// Writes the ways between a row and others, which are as long back.
  func write(_ row: Int, _ ways: [StreetWay], profile: Int, _ others: [Int]) {
    guard let tables = self.ways[profile] else { return }
    for (way, other) in zip(ways, others) {
      set(tables.metresFrom, other * rowCount + row, way.metres)
      set(tables.metresFrom, row * rowCount + other, way.metres)
      set(tables.secondsFrom, other * rowCount + row, way.seconds)
      set(tables.secondsFrom, row * rowCount + other, way.seconds)
    }
  }

  /// Writes the ways between a row and all before it.
  func write(_ row: Int, _ ways: PlaceWays, profile: Int) {
    guard let tables = self.ways[profile] else { return }
    for (index, other) in (0..<row).enumerated() {
      set(tables.metresFrom, other * rowCount + row, Int32(ways.metresTo[index]))
      set(tables.metresFrom, row * rowCount + other, Int32(ways.metresFrom[index]))
      set(tables.secondsFrom, other * rowCount + row, Int32(ways.secondsTo[index]))
      set(tables.secondsFrom, row * rowCount + other, Int32(ways.secondsFrom[index]))
    }
  }

  // MARK: Reading

  /// The least seconds that a way takes at any time of the day.
  @inline(__always)
  func least(_ seconds: Int32) -> Int32 { fastest == 100 ? seconds : Int32(Int(seconds) * 100 / fastest) }

  /// The ways to and from a row, by profile; none for a profile that nobody drives by. O(rows).
  func ways(of row: Int) -> [FitWays?] {
    ways.map { tables in
      guard let tables else { return nil }
      var there = FitWays(count: rowCount)
      for other in 0..<rowCount {
        there.metresTo[other] = tables.metresFrom[other * rowCount + row]
        there.metresFrom[other] = tables.metresFrom[row * rowCount + other]
        there.secondsTo[other] = least(tables.secondsFrom[other * rowCount + row])
        there.secondsFrom[other] = least(tables.secondsFrom[row * rowCount + other])
      }
      return there
    }
  }
}

/// How much more than what there is tables have room for.
struct FitRoom {
  var jobs = 64
  var places = 64
  /// The most windows of a job.
  var windows = FitTables.leastWindows
  /// Whether shipments are to be asked about, and whether any may only be on board for so long: rules that cost time where they
  /// apply to nothing.
  var shipments = false
  var timeOnBoard = false
}

/// The ways between one place and each row, in the least time that they take.
struct FitWays {
  var metresTo: [Int32]
  var metresFrom: [Int32]
  var secondsTo: [Int32]
  var secondsFrom: [Int32]

  init(count: Int) {
    metresTo = [Int32](repeating: 0, count: count)
    (metresFrom, secondsTo, secondsFrom) = (metresTo, metresTo, metresTo)
  }
}
