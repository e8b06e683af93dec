import Logistics
import Routing
import Travel

/// Makes a problem of what stands in a VROOM file.
struct VROOMBuilder {
  /// Entries of all matrices together: 512 MB, if seconds and costs differ.
  private static let mostEntries = 1 << 26
  /// The entries that take as much room as a point and what else is kept for it.
  private static let entriesOfPoint = 8

  let order: VehicleOrder
  let tariff: VROOMTariff
  /// The types whose limit of distance is VROOM's of travel time, since their metres are seconds.
  private(set) var typesTimedByDistance: Set<Int> = []

  private let tasks: [VROOMTask]
  private let vehicles: [VROOMVehicle]
  private let types: [(first: Int, count: Int)]
  private let matrices: VROOMMatrices
  private let places: VROOMPlaces
  private let log: FaultLog
  private var profiles: [TravelMatrix] = []
  private var profileOf: [Profile: Int] = [:]

  /// What tells one travel matrix from another.
  private struct Profile: Hashable {
    let name: String
    let speedFactor: Double
    let rate: VROOMTariff.Rate
  }

  init(
    _ tasks: [VROOMTask], _ vehicles: [VROOMVehicle], _ matrices: VROOMMatrices, _ places: VROOMPlaces, _ log: FaultLog
  ) {
    self.tasks = tasks
    self.vehicles = vehicles
    self.matrices = matrices
    self.places = places
    self.log = log
    (order, types) = VehicleOrder.grouping(vehicles)
    tariff = VROOMTariff(vehicles.map { ($0.costs, matrices[$0.profile]?.costs != nil) })
  }

  /// The problem; `nil` after noting why there is none.
  mutating func problem(vehicleNames: [String]) -> RoutingProblem? {
    let dimensions = dimensions()
    let needsNowhere = vehicles.contains { $0.start == nil || $0.end == nil }
    let made = types.enumerated().map { index, type in
      vehicle(type.first, type.count, index, named: vehicleNames[type.first], dimensions)
    }
    guard log.faults.isEmpty else { return nil }
    let drops = dropCosts(made.compactMap(\.self))
    let jobs = zip(tasks, drops).map { task, dropCost in
      Job(
        id: ID(task.name), place: task.place, delivery: load(task.delivery, dimensions), pickup: load(task.pickup, dimensions),
        service: .seconds(task.service), setup: .seconds(task.setup), windows: task.windows,
        skills: Set(task.skills.map { Skill("\($0)") }), dropCost: dropCost)
    }
    let pickups = tasks.indices.filter { tasks[$0].kind == .pickup }
    do {
      return try RoutingProblem(
        profiles: needsNowhere ? profiles.map { $0.addingNowhere() } : profiles, jobs: jobs, vehicles: made.compactMap(\.self),
        relations: Relations(shipments: pickups.map { Shipment(pickup: $0, delivery: $0 + 1) }))
    } catch {
      for fault in error.faults { log.add(at: fault.place, found: fault.found, expected: fault.expected) }
      return nil
    }
  }

  // MARK: Loads

  /// How many dimensions loads have; whatever has others is noted.
  ///
  /// A vehicle without room in any of them may still serve what takes none, which a problem does not know: then there is one more
  /// dimension, that nothing takes room in.
  private func dimensions() -> (read: Int, added: Int) {
    let all = vehicles.map(\.capacity) + tasks.flatMap { [$0.delivery, $0.pickup] }
    let most = all.map(\.count).max() ?? 0
    for (index, vehicle) in vehicles.enumerated() where ![0, most].contains(vehicle.capacity.count) && !log.faults.isFull {
      log.add(
        at: "$.vehicles[\(index)].capacity", found: "\(vehicle.capacity.count) dimensions",
        expected: "\(most), as everywhere, or none")
    }
    for task in tasks where !log.faults.isFull {
      if let odd = [task.delivery, task.pickup].map(\.count).first(where: { $0 != 0 && $0 != most }) {
        log.add(
          at: task.kind == .job ? "$.jobs" : "$.shipments", found: "\(odd) dimensions of \(task.name)",
          expected: "\(most), as everywhere, or none")
      }
    }
    let isEmpty = most > 0 && vehicles.contains { $0.capacity.allSatisfy { $0 == 0 } }
    return (most, isEmpty ? 1 : 0)
  }

  private func load(_ amounts: [Int], _ dimensions: (read: Int, added: Int), added: Int = 0) -> Load {
    let read = amounts.isEmpty ? [Int](repeating: 0, count: dimensions.read) : amounts
    return Load(read + [Int](repeating: added, count: dimensions.added))
  }

  // MARK: Vehicles

  private mutating func vehicle(
    _ index: Int, _ count: Int, _ type: Int, named name: String, _ dimensions: (read: Int, added: Int)
  ) -> VehicleType? {
    let vehicle = vehicles[index]
    let path = "$.vehicles[\(index)]"
    let tables = matrices[vehicle.profile]
    guard tables != nil || matrices.rows == nil else {
      log.add(at: "\(path).profile", found: "\"\(vehicle.profile)\"", expected: "a profile that has a matrix")
      return nil
    }
    if tables?.costs != nil, vehicle.costs.perHour != 3600 || vehicle.costs.perKilometre != 0 {
      log.add(at: "\(path).costs", found: "prices of travel", expected: "none, since the profile has costs of its own")
    }
    let byDistance = vehicle.mostDistance != nil
    let (rate, price) = tariff.rate(vehicle.costs, isGiven: tables?.costs != nil, byDistance: byDistance)
    let limit = limit(of: vehicle, rate, path)
    if limit != nil, rate == .travel(second: 1, metre: 0) { typesTimedByDistance.insert(type) }
    let fixed = tariff.fixed(vehicle.costs)
    guard price <= RoutingProblem.largestRate, fixed <= RoutingProblem.largestCost else {
      log.add(at: "\(path).costs", found: "prices that share no unit", expected: "some of fewer digits")
      return nil
    }
    guard let profile = profile(Profile(name: vehicle.profile, speedFactor: vehicle.speedFactor, rate: rate), tables, path) else {
      return nil
    }
    return VehicleType(
      id: ID(name), count: count, start: vehicle.start ?? places.count, end: vehicle.end ?? places.count,
      capacity: load(vehicle.capacity, dimensions, added: 1), shift: vehicle.window,
      skills: Set(vehicle.skills.map { Skill("\($0)") }),
      fixedCost: fixed, costPerMetre: price, maximumDistance: limit.map { .metres($0) }, maximumStops: vehicle.mostTasks,
      breaks: vehicle.breaks, profile: profile)
  }

  /// VROOM's limits of travel time and of distance can be kept only where what they limit is what costs: a route has one sum of ways.
  private func limit(of vehicle: VROOMVehicle, _ rate: VROOMTariff.Rate, _ path: String) -> Int? {
    if let time = vehicle.mostTravelTime, rate != .travel(second: 1, metre: 0) {
      log.add(
        at: "\(path).max_travel_time", found: "\(time)",
        expected: "none where travel is paid by other than the hour alone: it cannot be kept")
    }
    if let distance = vehicle.mostDistance, rate != .travel(second: 0, metre: 1) {
      log.add(
        at: "\(path).max_distance", found: "\(distance)",
        expected: "none where travel is paid by other than the kilometre alone (per_hour 0): it cannot be kept")
    }
    return vehicle.mostTravelTime ?? vehicle.mostDistance
  }

  // MARK: Ways

  /// The ways of a profile, by its tables or, without, between the coordinates; `nil` if one is too long, or a table is missing.
  private func matrix(_ key: Profile, _ tables: VROOMMatrices.Tables?) -> TravelMatrix? {
    if let tables { return tables.matrix(key.rate, speedFactor: key.speedFactor, count: places.count) }
    guard case .travel(let second, let metre) = key.rate else { return nil }
    return TravelMatrix(
      between: places.coordinates, speed: key.speedFactor, price: WayPrice(perMetre: metre, perSecond: second))
  }

  private mutating func profile(_ key: Profile, _ tables: VROOMMatrices.Tables?, _ path: String) -> Int? {
    if let known = profileOf[key] { return known }
    let hasTables = tables != nil || places.count <= TravelMatrix.mostTabulated
    let entries = places.count * (hasTables ? places.count : Self.entriesOfPoint)
    guard profiles.isEmpty || (profiles.count + 1) * entries <= Self.mostEntries else {
      log.add(
        at: path, found: "one more kind of profile, speed_factor and prices",
        expected: "\(profiles.count), for want of room for matrices")
      return nil
    }
    guard let matrix = matrix(key, tables) else {
      var lacksDistances = false
      if case .travel(_, let metre) = key.rate { lacksDistances = metre > 0 && tables != nil && tables?.distances == nil }
      log.add(
        at: "\(path).costs",
        found: lacksDistances ? "a price of distance, and no distances" : "a way whose cost has too many digits",
        expected: lacksDistances
          ? "distances in $.matrices" : "at most \(TravelMatrix.longest) of the smallest unit of all prices")
      return nil
    }
    profiles.append(matrix)
    profileOf[key] = profiles.count - 1
    return profiles.count - 1
  }

  // MARK: Priorities

  /// What it costs to leave each task out: so much that the sum of priorities comes first, then the number of tasks, then the cost, as in
  /// VROOM; where 10¹² leaves no room for that, as near to it as there is.
  private func dropCosts(_ types: [VehicleType]) -> [Int] {
    let longest = profiles.map { Double($0.longestDistance.metres) }
    let perStop = types.map { Double($0.costPerMetre) * longest[$0.profile] }.max() ?? 0
    let perRoute = types.map { Double($0.fixedCost) }.max() ?? 0
    // More than any plan costs: every task on a route of its own, there and back.
    let dearest = Double(tasks.count) * (2 * perStop + perRoute) + 1
    func weight(_ priority: Int) -> Int { priority * (tasks.count + 1) + 1 }
    let greatest = weight(tasks.map(\.priority).max() ?? 0)
    let base = max(1, Int(min(dearest, Double(RoutingProblem.largestCost / greatest))))
    return tasks.map { base * weight($0.priority) }
  }
}

extension RoutingInstance {
  /// Reads VROOM's JSON.
  init(_ name: String, vroom bytes: [UInt8], _ source: String, convention: Convention?) throws(InvalidInput) {
    self = try VROOMReader(bytes, source).read(name, convention: convention)
  }
}
