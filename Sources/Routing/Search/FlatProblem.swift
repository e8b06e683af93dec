import Logistics
import Travel

/// A routing problem as the search reads it: flat tables of integers, numbered from zero.
///
/// The search moves *units*: a job by itself, alternatives of which one is served, or the two ends of a shipment.
/// Immutable once made, so that all searchers share one.
final class FlatProblem: @unchecked Sendable {
  /// Beyond every moment; far from overflow when some are added.
  static let forever = 1 << 40
  /// How many of a job's nearest the search knows.
  static let mostNeighbours = 100

  let arena = Arena()
  let jobCount: Int
  let typeCount: Int
  let placeCount: Int
  let dimensions: Int

  // MARK: What applies

  /// Whether any clock matters at all.
  let hasTime: Bool
  /// Whether anything is taken back to a depot, so that the load does not only fall.
  let hasPickups: Bool
  /// Whether the length of a route in time matters, for its cost or for a limit.
  let hasDuration: Bool
  /// Whether distance alone is what a place in a route costs.
  let hasOnlyDistanceCost: Bool
  /// Whether distance and windows are all that a place in a route is tested for.
  let hasOnlyPlainRules: Bool
  /// What is preferred, beyond what it costs to drive.
  let preferences: FlatPreferences
  /// What customers were told.
  let announcements: FlatAnnouncements
  /// Whether a job's place on a route costs something that is known from the route alone, whatever the position.
  let hasExtras: Bool
  /// Whether any unit may be left out.
  let hasOptionalUnits: Bool
  /// Whether any vehicle may only drive so far.
  let hasDistanceLimit: Bool
  /// Whether any vehicle may only serve so many jobs.
  let hasStopLimit: Bool
  /// Whether all deliveries of a trip come before its pickups.
  let deliveriesFirst: Bool
  /// Whether any jobs must share a route.
  let hasSameRoute: Bool
  /// Whether any vehicle loads anew on its way.
  let hasReloads: Bool
  /// Whether any jobs are the ends of shipments.
  let hasShipments: Bool
  /// Whether any shipment may only be on board so long.
  let hasTimeOnBoard: Bool
  /// Whether trips or shipments divide the load, so that less is on board at once than the sum over the route.
  let dividesLoads: Bool
  /// Whether nothing but one dimension of deliveries and the type says whether a job may join a route.
  let hasPlainLoads: Bool
  /// Whether some rule cannot be tested for an insertion in constant time, so that routes are driven through by ``RouteSimulation``.
  let needsSimulation: Bool
  /// Whether trips and releases, with nothing else that needs a simulation, are tested in constant time.
  let knowsTrips: Bool
  /// Whether breaks or traffic make the schedule a search of its own.
  let needsLabels: Bool

  // MARK: Ways

  let metresFrom: UnsafePointer<Int32>
  let metresTo: UnsafePointer<Int32>
  let secondsFrom: UnsafePointer<Int32>
  let secondsTo: UnsafePointer<Int32>
  /// The changes of the speed: moments and percentages.
  let trafficAt: UnsafePointer<Int>
  let trafficPercent: UnsafePointer<Int>
  let trafficCount: Int

  // MARK: Jobs

  let place: UnsafePointer<Int32>
  /// The first opening and the last closing, lateness that is allowed included.
  let ready: UnsafePointer<Int>
  let due: UnsafePointer<Int>
  /// All windows of a job or break, in order: a range of the tables of openings and closings.
  let firstWindow: UnsafePointer<Int>
  let windowCount: UnsafePointer<Int>
  let windowOpens: UnsafePointer<Int>
  let windowCloses: UnsafePointer<Int>
  let costPerLateSecond: UnsafePointer<Int>
  let service: UnsafePointer<Int>
  let setup: UnsafePointer<Int>
  let release: UnsafePointer<Int>
  let delivery: UnsafePointer<Int>
  let pickup: UnsafePointer<Int>
  /// Whether a job only picks up, where deliveries come first.
  let isBackhaul: UnsafePointer<Bool>
  /// The other end of a shipment, or −1.
  let partner: UnsafePointer<Int32>
  /// Whether a job is where the goods of a shipment are handed over.
  let isDropOff: UnsafePointer<Bool>
  /// The most seconds that a shipment is on board, by the job where it is taken.
  let mostOnBoard: UnsafePointer<Int>
  /// The jobs that must not come before a job on its route: a range of the table of them.
  let firstAfter: UnsafePointer<Int>
  let afterCount: UnsafePointer<Int>
  let after: UnsafePointer<Int32>
  /// The list of jobs on one route that a job belongs to, or −1.
  let sameRoute: UnsafePointer<Int32>
  let sameRouteCount: Int
  /// How much of the largest capacity a job takes in its fullest dimension, in millionths.
  let size: UnsafePointer<Int>
  /// Metres from the nearest start of a vehicle.
  let remoteness: UnsafePointer<Int>
  /// For each job the jobs in the order of their distance, itself first; `job * neighbourCount + rank`.
  let neighbours: UnsafePointer<Int32>
  let neighbourCount: Int
  /// The metres to each of them, where a way is as long as the way back and all vehicles go by it; else `nil`.
  let neighbourMetres: UnsafePointer<Int32>?

  // MARK: Units

  let unitCount: Int
  let unitOfJob: UnsafePointer<Int32>
  /// The jobs of a unit: a range of the table of them. Of a shipment first the pickup, then the delivery.
  let firstMember: UnsafePointer<Int>
  let memberCount: UnsafePointer<Int>
  let members: UnsafePointer<Int32>
  /// How many of its jobs a served unit has on a route: two of a shipment, else one.
  let needed: UnsafePointer<Int>
  /// The price of leaving a unit out; for one that must be served, more than any detour costs.
  let dropCost: UnsafePointer<Int>
  let isRequired: UnsafePointer<Bool>

  // MARK: Vehicles

  let types: UnsafePointer<FlatVehicle>
  let capacity: UnsafePointer<Int>
  let reloadPlaces: UnsafePointer<Int32>
  let breaks: UnsafePointer<FlatBreak>
  /// Whether a type may serve a job, by skills and size; `type * jobCount + job`.
  let compatible: UnsafePointer<Bool>
  /// For each type those that drive any route by the same way and clock, and differ in capacity, fixed cost and cost per metre alone:
  /// a range of the table of them, itself first. A route changes between them without being driven through.
  let firstSibling: UnsafePointer<Int>
  let siblingCount: UnsafePointer<Int>
  let siblings: UnsafePointer<Int32>
  let hasSiblings: Bool
  /// What a route of this job alone costs (of a shipment, if it is where that is taken), or `Int.max` if it is infeasible;
  /// `type * jobCount + job`.
  let soloCost: UnsafePointer<Int>
  /// What routes have to begin with: vehicle types and codes (see ``RouteCode``). Only what keeps every rule by itself.
  private(set) var begun: [(type: Int, codes: [Int32])]

  /// - Parameter nearest: How many of a job's nearest are worked out, which takes O(jobs²); none, for whoever looks everywhere.
  init(_ problem: RoutingProblem, nearest: Int = mostNeighbours) {
    let jobs = problem.jobs
    let vehicles = problem.vehicles
    let relations = problem.relations
    let arena = self.arena
    func ints(_ values: [Int]) -> UnsafePointer<Int> { UnsafePointer(arena.table(values)) }
    func flags(_ values: [Bool]) -> UnsafePointer<Bool> { UnsafePointer(arena.table(values)) }
    func narrow(_ values: [Int]) -> UnsafePointer<Int32> { UnsafePointer(arena.table(values.map { Int32($0) })) }

    jobCount = jobs.count
    typeCount = vehicles.count
    placeCount = problem.travel.count
    dimensions = problem.dimensions
    hasShipments = !relations.shipments.isEmpty
    hasReloads = vehicles.contains { $0.reload != nil }
    preferences = FlatPreferences(problem.preferences)
    announcements = FlatAnnouncements(jobs, arena)
    hasExtras = preferences.hasSpread || announcements.hasVehicles
    hasDuration = preferences.isOfTime || vehicles.contains { $0.costPerSecond > 0 || $0.maximumDuration != nil }
    hasOnlyDistanceCost = vehicles.allSatisfy { $0.costPerSecond == 0 }
    let breaksMatter = vehicles.contains { !$0.breaks.isEmpty }
    hasTimeOnBoard = relations.shipments.contains { $0.mostTimeOnBoard != nil }
    hasTime =
      hasDuration || breaksMatter || hasTimeOnBoard || announcements.hasTimes
      || jobs.contains { !$0.windows.isEmpty || $0.release != nil } || vehicles.contains { $0.shift != nil }
    hasPickups = jobs.contains { !$0.pickup.isZero }
    hasDistanceLimit = vehicles.contains { $0.maximumDistance != nil }
    hasStopLimit = vehicles.contains { $0.maximumStops != nil }
    deliveriesFirst = relations.deliveriesFirst
    hasSameRoute = !relations.sameRoute.isEmpty
    dividesLoads = hasReloads || hasShipments
    hasPlainLoads = dimensions <= 1 && !hasPickups && !hasStopLimit && !hasSameRoute && !dividesLoads
    needsLabels = hasTime && (breaksMatter || problem.traffic != nil)
    let hasReleases = jobs.contains { $0.release != nil }
    let isSimple = jobs.allSatisfy { $0.windows.count <= 1 && $0.lateness == nil && $0.setup == .zero && $0.pickup.isZero }
    knowsTrips =
      (hasReloads || hasReleases) && hasTime && isSimple && !announcements.hasTimes && dimensions <= 1 && !hasShipments
      && !needsLabels && !deliveriesFirst
      && relations.precedences.isEmpty
    hasOnlyPlainRules = !preferences.hasBalance && !hasPickups && !hasDuration && !hasDistanceLimit && !deliveriesFirst
    needsSimulation =
      hasReloads || hasShipments || needsLabels || announcements.hasTimes || !relations.precedences.isEmpty
      || hasTime
        && (vehicles.contains { $0.overtime != nil }
          || jobs.contains { $0.windows.count > 1 || $0.lateness != nil || $0.release != nil || $0.setup > .zero })

    let made = problem.profiles.map { Self.ways($0.tabulated(), arena) }
    metresFrom = made[0].metresFrom
    metresTo = made[0].metresTo
    secondsFrom = made[0].secondsFrom
    secondsTo = made[0].secondsTo
    trafficAt = ints(problem.traffic?.changes.map(\.at.secondsSince1970) ?? [])
    trafficPercent = ints(problem.traffic?.changes.map(\.percent) ?? [])
    trafficCount = problem.traffic?.changes.count ?? 0

    place = narrow(jobs.map(\.place))
    ready = ints(jobs.map { $0.window?.opens.secondsSince1970 ?? -Self.forever })
    due = ints(
      jobs.map { job in
        guard let window = job.window else { return Self.forever }
        guard let lateness = job.lateness else { return window.closes.secondsSince1970 }
        return lateness.most.map { window.closes.secondsSince1970 + $0.seconds } ?? Self.forever
      })
    let pauses = vehicles.flatMap(\.breaks)
    let windows = jobs.map(\.windows) + pauses.map(\.windows)
    let firsts = Self.offsets(windows.map(\.count))
    firstWindow = ints(Array(firsts.prefix(jobs.count)))
    windowCount = ints(jobs.map(\.windows.count))
    windowOpens = ints(windows.flatMap { $0.map(\.opens.secondsSince1970) })
    windowCloses = ints(windows.flatMap { $0.map(\.closes.secondsSince1970) })
    breaks = UnsafePointer(
      arena.table(
        pauses.enumerated().map { index, pause in
          FlatBreak(
            firstWindow: firsts[jobs.count + index], windowCount: pause.windows.count, seconds: pause.duration.seconds,
            isPaid: pause.isPaid)
        }))
    costPerLateSecond = ints(jobs.map { $0.lateness?.costPerSecond ?? 0 })
    service = ints(jobs.map(\.service.seconds))
    setup = ints(jobs.map(\.setup.seconds))
    release = ints(jobs.map { $0.release?.secondsSince1970 ?? -Self.forever })
    delivery = ints(jobs.flatMap(\.delivery.amounts))
    pickup = ints(jobs.flatMap(\.pickup.amounts))
    isBackhaul = flags(jobs.map { relations.deliveriesFirst && $0.delivery.isZero && !$0.pickup.isZero })
    (partner, isDropOff, mostOnBoard) = Self.shipments(relations, jobs.count, arena)
    var followers = [[Int32]](repeating: [], count: jobs.count)
    for order in relations.precedences { followers[order.first].append(Int32(order.second)) }
    // A job must not come after one that it has to precede: whoever is to come after a job is looked up when that job is reached.
    firstAfter = ints(Self.offsets(followers.map(\.count)))
    afterCount = ints(followers.map(\.count))
    after = UnsafePointer(arena.table(followers.flatMap { $0 }))
    var lists = [Int](repeating: -1, count: jobs.count)
    for (index, members) in relations.sameRoute.enumerated() { for job in members { lists[job] = index } }
    sameRoute = narrow(lists)
    sameRouteCount = relations.sameRoute.count

    let units = FlatUnits(problem)
    unitCount = units.members.count
    unitOfJob = narrow(units.unitOfJob)
    firstMember = ints(Self.offsets(units.members.map(\.count)))
    memberCount = ints(units.members.map(\.count))
    members = narrow(units.members.flatMap { $0 })
    needed = ints(units.needed)
    isRequired = flags(units.dropCosts.map { $0 == nil })
    hasOptionalUnits = units.dropCosts.contains { $0 != nil }

    let firstReloads = Self.offsets(vehicles.map { $0.reload?.places.count ?? 0 })
    let firstBreaks = Self.offsets(vehicles.map(\.breaks.count))
    types = UnsafePointer(
      arena.table(
        vehicles.enumerated().map { index, vehicle in
          FlatVehicle(
            vehicle, made[vehicle.profile], firstReload: firstReloads[index], firstBreak: firstBreaks[index])
        }))
    // Whose vehicle matters to somebody is like no other.
    let alike = announcements.hasVehicles ? vehicles.indices.map { [$0] } : Self.siblings(vehicles)
    firstSibling = ints(Self.offsets(alike.map(\.count)))
    siblingCount = ints(alike.map(\.count))
    siblings = narrow(alike.flatMap { $0 })
    hasSiblings = alike.contains { $0.count > 1 }
    capacity = ints(vehicles.flatMap(\.capacity.amounts))
    reloadPlaces = narrow(vehicles.flatMap { $0.reload?.places ?? [] })
    begun = problem.begun.map { ($0.vehicle, RouteCode.codes(of: $0)) }

    let compatible = arena.table(vehicles.count * jobs.count, of: false)
    for (type, vehicle) in vehicles.enumerated() {
      for (index, job) in jobs.enumerated() {
        let fits = job.delivery.fits(in: vehicle.capacity) && job.pickup.fits(in: vehicle.capacity)
        compatible[type * jobs.count + index] = fits && job.skills.isSubset(of: vehicle.skills)
      }
    }
    self.compatible = UnsafePointer(compatible)
    let room = (0..<problem.dimensions).map { dimension in vehicles.map { $0.capacity[dimension] }.max() ?? 1 }
    size = ints(
      jobs.map { job in
        room.indices.map { max(job.delivery[$0], job.pickup[$0]) * 1_000_000 / max(1, room[$0]) }.max() ?? 0
      })
    remoteness = ints(
      jobs.map { job in
        vehicles.map { problem.profiles[$0.profile].distance(from: $0.start, to: job.place).metres }.min() ?? 0
      })
    neighbourCount = min(jobs.count, nearest)
    neighbours = Self.neighbours(jobs, problem.travel, width: neighbourCount, arena)
    neighbourMetres =
      made[0].metresTo == made[0].metresFrom && vehicles.allSatisfy { $0.profile == 0 }
      ? Self.metres(to: neighbours, width: neighbourCount, place, jobs.count, made[0].metresFrom, problem.travel.count, arena)
      : nil

    let soloCost = arena.table(vehicles.count * jobs.count, of: Int.max)
    let dropCost = arena.table(units.dropCosts.map { $0 ?? 0 })
    self.soloCost = UnsafePointer(soloCost)
    self.dropCost = UnsafePointer(dropCost)
    let dearest = priceSoloRoutes(soloCost)
    let simulation = RouteSimulation(self)
    begun = begun.filter { begun in
      begun.codes.allSatisfy { $0 < 0 || compatible[begun.type * jobs.count + Int($0)] }
        && simulation.cost(of: begun.codes, on: begun.type) < .max
    }
    // All of them together must leave room in a sum.
    let most = Int.max / 8 / max(1, jobs.count)
    for unit in 0..<unitCount where isRequired[unit] { dropCost[unit] = min(2 * dearest, most) * needed[unit] }
  }

  /// How many jobs that must be served are on none of some routes, alternatives counted once, and the search's own price for that.
  func penalty(of routes: [Route]) -> (missing: Int, price: Int) {
    var served = [Int](repeating: 0, count: unitCount)
    for route in routes { for job in route.jobs { served[Int(unitOfJob[job])] += 1 } }
    var penalty = (missing: 0, price: 0)
    for unit in 0..<unitCount where isRequired[unit] && served[unit] < needed[unit] {
      penalty.missing += needed[unit]
      penalty.price += dropCost[unit]
    }
    return penalty
  }

  /// What is brought to a job and taken back from it in one dimension.
  @inline(__always)
  func handled(_ job: Int, _ dimension: Int) -> Int {
    delivery[job * dimensions + dimension] + pickup[job * dimensions + dimension]
  }

  /// Fills in what each job costs alone. Returns the dearest of them, and at least one.
  private func priceSoloRoutes(_ soloCost: UnsafeMutablePointer<Int>) -> Int {
    let simulation = RouteSimulation(self)
    var dearest = 1
    for type in 0..<typeCount {
      for job in 0..<jobCount where compatible[type * jobCount + job] && !isDropOff[job] {
        var codes = [Int32(job)]
        if partner[job] >= 0 {
          guard compatible[type * jobCount + Int(partner[job])] else { continue }
          codes.append(partner[job])
        }
        let cost = simulation.cost(of: codes, on: type)
        soloCost[type * jobCount + job] = cost
        if cost < .max { dearest = max(dearest, cost) }
      }
    }
    return dearest
  }

  private static func shipments(
    _ relations: Relations, _ count: Int, _ arena: Arena
  ) -> (UnsafePointer<Int32>, UnsafePointer<Bool>, UnsafePointer<Int>) {
    let partner = arena.table(count, of: Int32(-1))
    let isDropOff = arena.table(count, of: false)
    let mostOnBoard = arena.table(count, of: 4 * forever)
    for shipment in relations.shipments {
      partner[shipment.pickup] = Int32(shipment.delivery)
      partner[shipment.delivery] = Int32(shipment.pickup)
      isDropOff[shipment.delivery] = true
      if let most = shipment.mostTimeOnBoard { mostOnBoard[shipment.pickup] = most.seconds }
    }
    return (UnsafePointer(partner), UnsafePointer(isDropOff), UnsafePointer(mostOnBoard))
  }

  /// Where each of some ranges that follow each other begins.
  private static func offsets(_ counts: [Int]) -> [Int] {
    var sum = 0
    return counts.map { count in
      defer { sum += count }
      return sum
    }
  }
}
