import Logistics
import Routing

extension VRPLIBReader {
  /// What vehicles cost, in units of the objective.
  struct VehicleCosts {
    /// So many decimals of the unit costs are made whole by counting the objective finer.
    let decimals: Int
    let unit: PerVehicle
    let fixed: PerVehicle
  }

  /// A number for each vehicle.
  enum PerVehicle {
    case same(Int?)
    case each([Int])

    subscript(vehicle: Int) -> Int? {
      switch self {
      case .same(let value): value
      case .each(let values): values.indices.contains(vehicle) ? values[vehicle] : nil
      }
    }

    var differs: Bool {
      if case .each = self { true } else { false }
    }
  }

  /// How many vehicles: as many as clients where the file has no limit.
  private mutating func vehicleCount() -> Int? {
    if file.header("VEHICLES") == nil { return count > depots ? count - depots : nil }
    return wholeHeader("VEHICLES", 1...1_000_000)
  }

  /// A number that stands in a header for all vehicles, or in a section for each.
  ///
  /// - Parameter count: What a number of the file becomes; `nil` after noting a fault.
  private mutating func perVehicle(
    _ name: String, _ vehicles: Int?, _ count: (Double, String, inout FaultList) -> Int?
  ) -> PerVehicle {
    if let section = file.section("\(name)_SECTION") {
      refuse([name], beside: section.name)
      guard let vehicles else { return .same(nil) }
      let before = faults.faults.count
      let table = NodeTable(section, columns: 1, count: vehicles, of: "vehicle", scanner, &faults)
      guard faults.faults.count == before else { return .same(nil) }
      return .each((0..<vehicles).map { faults.isFull ? 0 : count(table[$0], table.place($0), &faults) ?? 0 })
    }
    guard let header = file.header(name), let value = faults.number(header.content, in: scanner, "a number") else {
      return .same(nil)
    }
    return .same(count(value, header.place, &faults))
  }

  /// Costs for distance and for using a vehicle. Costs of distance with decimals are counted in the last of them.
  mutating func readCosts() -> VehicleCosts {
    let vehicles = quietCount()
    var rates: [Double] = []
    _ = perVehicle("VEHICLES_UNIT_DISTANCE_COST", vehicles) { value, place, faults in
      faults.check(
        (0...Double(RoutingProblem.largestRate)).contains(value), at: place, found: "cost of distance \(FaultList.text(value))",
        expected: "0 to \(RoutingProblem.largestRate)")
      rates.append(min(max(0, value), Double(RoutingProblem.largestRate)))
      return nil
    }
    let scale = DecimalScale(rates, limit: Double(RoutingProblem.largestRate))
    let decimals = scale.isExact ? scale.decimals : 0
    if !scale.isExact,
      let entry = file.section("VEHICLES_UNIT_DISTANCE_COST_SECTION") ?? file.header("VEHICLES_UNIT_DISTANCE_COST")
    {
      faults.add(
        at: entry.place, found: "costs of distance with more digits than are counted",
        expected: "six decimals and eight digits at most")
    }
    let unit: PerVehicle =
      file.section("VEHICLES_UNIT_DISTANCE_COST_SECTION") == nil
      ? .same(scale.whole(rates.first ?? 1)) : .each(rates.map { scale.whole($0) })
    let convention = convention
    let fixed = perVehicle("VEHICLES_FIXED_COST", vehicles) { value, place, faults in
      faults.cost(value, at: place, "fixed cost", convention, decimals)
    }
    return VehicleCosts(decimals: decimals, unit: unit, fixed: fixed)
  }

  /// The number of vehicles without noting once more what is wrong with it.
  private func quietCount() -> Int? {
    if file.header("VEHICLES") == nil { return count > depots ? count - depots : nil }
    guard let header = file.header("VEHICLES"), let value = scanner.number(header.content) else { return nil }
    return Int(exactly: value).flatMap { (1...1_000_000).contains($0) ? $0 : nil }
  }

  mutating func readFleet(_ costs: VehicleCosts) -> (vehicles: FileFleet, clientLists: [Set<Int>])? {
    let vehicles = vehicleCount()
    let capacities = 1...InstanceTables.mostLoad
    var capacity = PerVehicle.same(nil)
    if file.section("CAPACITY_SECTION") != nil {
      capacity = perVehicle("CAPACITY", vehicles) { value, place, faults in faults.whole(value, at: place, "capacity", capacities)
      }
    } else {
      capacity = .same(wholeHeader("CAPACITY", capacities, isNeeded: true))
    }
    let depots = depots
    let home = perVehicle("VEHICLES_DEPOT", vehicles) { value, place, faults in
      faults.whole(value, at: place, "depot", 1...depots).map { $0 - 1 }
    }
    let convention = convention
    func limit(_ what: String) -> (Double, String, inout FaultList) -> Int? {
      { value, place, faults in faults.time(value, at: place, what, convention) }
    }
    let duration = perVehicle("VEHICLES_MAX_DURATION", vehicles, limit("duration"))
    let distance = perVehicle("VEHICLES_MAX_DISTANCE", vehicles, limit("distance"))
    let reloads = perVehicle("VEHICLES_MAX_RELOADS", vehicles) { value, place, faults in
      faults.whole(value, at: place, "number of reloads", 0...Int(Int32.max))
    }
    let clients = readClients(vehicles)
    let places = lists("VEHICLES_RELOAD_DEPOT_SECTION", vehicles, 1...depots, "a depot")
    let length = readLength()
    guard let vehicles else { return nil }
    let columns = [capacity, home, duration, distance, reloads, costs.unit, costs.fixed]
    let differ = columns.contains(where: \.differs) || !clients.of.isEmpty || places != nil
    func vehicle(_ index: Int) -> FileVehicle {
      FileVehicle(
        depot: home[index] ?? 0, capacity: capacity[index] ?? 1, fixedCost: costs.fixed[index] ?? 0,
        unitCost: costs.unit[index] ?? 1,
        longestTime: [duration[index], length.time].compactMap(\.self).min(),
        longestDistance: [distance[index], length.distance].compactMap(\.self).min(),
        clients: clients.of.isEmpty ? nil : clients.of[index], reloads: places?[index].map { $0 - 1 } ?? [],
        mostReloads: reloads[index])
    }
    let fleet = differ && faults.isEmpty ? FileFleet((0..<vehicles).map(vehicle)) : FileFleet(vehicles, of: vehicle(0))
    return (fleet, clients.lists)
  }

  /// TSPLIB's DISTANCE: driving and serving together, a length where nothing is said of service.
  private mutating func readLength() -> (time: Int?, distance: Int?) {
    guard let length = file.header("DISTANCE").flatMap({ time($0) }) else { return (nil, nil) }
    let hasService = ["SERVICE_TIME_SECTION", "PICKUP_AND_DELIVERY_SECTION"].contains { file.section($0) != nil }
    return hasService || file.header("SERVICE_TIME") != nil ? (length, nil) : (nil, length)
  }

  private mutating func lists(_ name: String, _ vehicles: Int?, _ range: ClosedRange<Int>, _ entry: String) -> [[Int]]? {
    guard let section = file.section(name), let vehicles else { return nil }
    let before = faults.faults.count
    let table = ListTable(section, count: vehicles, of: "vehicle", range, entry, scanner, &faults)
    return faults.faults.count == before ? table.lists : nil
  }

  /// The clients that each vehicle may serve: each list once, and which of them is whose.
  private mutating func readClients(_ vehicles: Int?) -> (of: [Int], lists: [Set<Int>]) {
    guard count > 0, let lists = lists("VEHICLES_ALLOWED_CLIENTS_SECTION", vehicles, 1...count, "a client") else {
      return ([], [])
    }
    var known: [Set<Int>: Int] = [:]
    var distinct: [Set<Int>] = []
    let of = lists.map { list in
      let clients = Set(list.map { $0 - 1 })
      if let index = known[clients] { return index }
      known[clients] = distinct.count
      distinct.append(clients)
      return distinct.count - 1
    }
    return (of, distinct)
  }
}
