import Logistics
import Travel

/// What a running plan knows: its routes with their labels, the tables behind them, and what is held in it. Whoever has it has it
/// alone.
struct PlanState {
  /// The problem that the plan was made from.
  let problem: RoutingProblem
  /// The jobs by slot as they are promised, those of the problem first; `nil` for a slot that is free.
  private(set) var jobs: [Job?]
  /// The rows where they are.
  private(set) var rows: [Int]
  /// The shipments of held jobs: the slot of the delivery and the most time on board, by that of the pickup.
  private var shipments: [Int: (delivery: Int, most: TimeSpan?)] = [:]
  var places: PlaceTable
  private(set) var tables: FitTables
  var routes: [FitRoute] = []
  /// How many vehicles of each type have no route.
  var freeVehicles: [Int]
  /// The route of each slot, or −1.
  private(set) var routeOfSlot: [Int]
  /// Jobs given up that their route cannot do without: where a detour is shorter than the direct way, a route can come to break a
  /// rule by what is taken out of it.
  var abandoned: Set<Int> = []
  var holds: [ID<PlanHold>: HeldRoom] = [:]
  /// The soonest end of a hold, or before.
  var nextEnd: Instant?
  /// Counts the changes of the routes.
  var version = 0

  /// For each job of the problem the alternatives and the list of one route that it belongs to, the orders it is part of, and the
  /// other end of its shipment.
  private let alternatives: [Int: Int]
  private let sameRoute: [Int: Int]
  let orders: [Int: [Int]]
  let shipmentOfJob: [Int: Int]

  /// - Precondition: The checker finds that the routes keep every rule.
  /// - Throws: `InvalidInput` if the simulation does not, or does not reckon the same.
  init(_ problem: RoutingProblem, _ driven: [ScheduledRoute], _ map: StreetMap?) throws(InvalidInput) {
    self.problem = problem
    jobs = problem.jobs
    rows = problem.jobs.map(\.place)
    places = PlaceTable(problem, map)
    freeVehicles = problem.vehicles.map(\.count)
    routeOfSlot = problem.jobs.map { _ in -1 }
    func index(_ lists: [[Int]]) -> [Int: Int] {
      Dictionary(lists.enumerated().flatMap { list, jobs in jobs.map { ($0, list) } }) { first, _ in first }
    }
    alternatives = index(problem.relations.alternatives.map(\.jobs))
    sameRoute = index(problem.relations.sameRoute)
    shipmentOfJob = index(problem.relations.shipments.map { [$0.pickup, $0.delivery] })
    var orders: [Int: [Int]] = [:]
    for (number, order) in problem.relations.precedences.enumerated() {
      for job in Set([order.first, order.second]) { orders[job, default: []].append(number) }
    }
    self.orders = orders
    tables = FitTables(problem, jobs: problem.jobs, rows: problem.travel.count, FitRoom())
    for slot in jobs.indices { tables.seat(problem.jobs[slot], at: slot, row: rows[slot]) }
    for drive in driven where !drive.route.jobs.isEmpty {
      freeVehicles[drive.route.vehicle] -= 1
      var route = FitRoute(
        type: drive.route.vehicle, codes: RouteCode.codes(of: drive.route), fixed: fixedCount(of: drive.route))
      guard route.refresh(tables), route.cost == drive.cost else {
        throw InvalidInput(
          "running plan",
          [Fault(at: "$.routes", found: "\(drive.route), which costs \(drive.cost)", expected: "a route that the search knows")],
          advice: "it is a fault of lastmile, to be reported with the problem.")
      }
      route.duration = drive.duration.seconds
      routes.append(route)
    }
    noteRoutes()
  }

  /// How many codes at the beginning of a route are those of one that has begun.
  func fixedCount(of route: Route) -> Int {
    problem.begun.first { route.begins(with: $0) }.map { $0.jobs.count + $0.reloads.count } ?? 0
  }

  /// Notes which jobs stand on which route.
  mutating func noteRoutes() {
    for slot in routeOfSlot.indices { routeOfSlot[slot] = -1 }
    for (index, route) in routes.enumerated() { for code in route.codes where code >= 0 { routeOfSlot[Int(code)] = index } }
  }

  // MARK: Jobs

  /// The other end of a job's shipment; −1 if it has none.
  func partner(of slot: Int) -> Int { Int(tables.flat.partner[slot]) }

  /// The most time on board of the shipment that is taken at a slot.
  func mostTimeOnBoard(_ pickup: Int) -> TimeSpan? {
    if let own = shipments[pickup] { return own.most }
    return shipmentOfJob[pickup].flatMap { problem.relations.shipments[$0].mostTimeOnBoard }
  }

  /// The job of the problem, if there is one, of which one of the alternatives of another is served already.
  func hasServedAlternative(_ job: Int) -> Bool {
    alternatives[job].map { problem.relations.alternatives[$0].jobs.contains { $0 != job && routeOfSlot[$0] >= 0 } } ?? false
  }

  /// The route that a job has to be on, if jobs that it must share one with are on one.
  func boundRoute(of job: Int) -> Int? {
    sameRoute[job].flatMap { list in problem.relations.sameRoute[list].map { routeOfSlot[$0] }.first { $0 >= 0 } }
  }

  /// Makes a job of the problem, or one that was added, ask for something else.
  mutating func change(_ slot: Int, to job: Job) {
    if !tables.hasRoom(for: job.windows.count, at: slot) {
      jobs[slot] = job
      return rebuild(tables.room)
    }
    jobs[slot] = job
    tables.seat(job, at: slot, row: rows[slot])
  }

  /// Gives a new job a slot at a row.
  mutating func add(_ job: Job, at row: Int) -> Int {
    let slot: Int
    if let free = jobs.indices.first(where: { $0 >= problem.jobs.count && jobs[$0] == nil }) {
      slot = free
    } else {
      slot = jobs.count
      jobs.append(nil)
      rows.append(0)
      routeOfSlot.append(-1)
    }
    jobs[slot] = job
    rows[slot] = row
    ensure(tables.room)
    if !tables.hasRoom(for: job.windows.count, at: slot) { rebuild(tables.room) }
    tables.part(slot)
    tables.seat(job, at: slot, row: row)
    return slot
  }

  mutating func join(_ pickup: Int, _ delivery: Int, _ most: TimeSpan?) {
    shipments[pickup] = (delivery, most)
    tables.join(pickup, delivery, most)
  }

  /// Frees the slot of a job that no route serves, and its row if it stood at an address.
  mutating func remove(_ slot: Int) {
    jobs[slot] = nil
    shipments[slot] = nil
    places.remove(rows[slot])
  }

  // MARK: Tables

  /// Makes the tables anew if they have no room for something.
  mutating func ensure(_ wanted: FitRoom) {
    let room = tables.room
    let hasPlaces = jobs.count + 2 <= tables.slotCount && places.count + 2 <= tables.rowCount
    let hasRules = (!wanted.shipments || room.shipments) && (!wanted.timeOnBoard || room.timeOnBoard)
    guard !hasPlaces || !hasRules || wanted.windows > room.windows else { return }
    var larger = FitRoom(
      jobs: max(64, jobs.count / 8), places: max(64, places.count / 8), windows: max(wanted.windows, room.windows))
    larger.shipments = wanted.shipments || room.shipments
    larger.timeOnBoard = wanted.timeOnBoard || room.timeOnBoard
    rebuild(larger)
  }

  private mutating func rebuild(_ room: FitRoom) {
    tables = FitTables(problem, jobs: jobs, rows: places.count, room)
    for (slot, job) in jobs.enumerated() { if let job { tables.seat(job, at: slot, row: rows[slot]) } }
    for (pickup, shipment) in shipments { tables.join(pickup, shipment.delivery, shipment.most) }
    for row in places.own..<places.count { places.write(row, tables) }
  }
}

/// A hold, and what stands for it in the plan.
struct HeldRoom {
  var hold: PlanHold
  /// The slots of its jobs; none once it has ended.
  var slots: [Int]
}
