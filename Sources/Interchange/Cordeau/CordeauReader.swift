import Logistics
import Travel

/// Reads the text of J.-F. Cordeau's files: a line `type vehicles customers depots`, for each depot a line with the longest duration and
/// the capacity of its vehicles, 0 for no limit, then a row for each customer and depot.
///
/// A row is `number x y service demand frequency`, the number of lists that follow and those, and in types with windows the window. In S.
/// Belhaiza's files (2014) of type 4 the one list holds how many windows follow; where it is 1, both readings are the same.
struct CordeauReader {
  /// The problems, by the number that the first line begins with.
  private enum Kind: Int, CaseIterable {
    case vrp, pvrp, mdvrp, sdvrp, vrptw, pvrptw, mdvrptw, sdvrptw

    /// With depots in the last rows; without, the depot's is the first.
    var hasDepots: Bool { self == .mdvrp || self == .mdvrptw }
    var hasWindows: Bool { self == .vrptw || self == .mdvrptw }
    var isSupported: Bool { [.vrp, .mdvrp, .vrptw, .mdvrptw].contains(self) }

    var name: String {
      switch self {
      case .vrp: "VRP"
      case .pvrp: "PVRP, of several days"
      case .mdvrp: "MDVRP, of several depots"
      case .sdvrp: "SDVRP, of vehicles tied to customers"
      case .vrptw: "VRPTW"
      case .pvrptw: "PVRPTW, of several days"
      case .mdvrptw: "MDVRPTW, of several depots"
      case .sdvrptw: "SDVRPTW, of vehicles tied to customers"
      }
    }
  }

  private static let fixedColumns = 7

  private let scanner: TextScanner
  private let source: String
  private let rows: [NumberRow]
  private let kind: Kind?
  let convention: Convention
  private var faults: FaultList

  /// - Parameter convention: `nil` for the family's own: `double`, but `exact` for type 4, which nobody publishes values of.
  init(_ bytes: [UInt8], _ source: String, convention: Convention?) {
    var faults = FaultList()
    scanner = TextScanner(bytes)
    rows = NumberRow.rows(of: scanner, most: InstanceTables.mostNodes + 2_000, &faults)
    kind = rows.first.flatMap { Int(exactly: $0.values[0]) }.flatMap(Kind.init)
    self.source = source
    self.convention = convention ?? (kind == .vrptw ? .exact : .double)
    self.faults = faults
  }

  /// - Throws: `InvalidInput` with everything that is wrong with the file.
  mutating func read() throws(InvalidInput) -> InstanceTables {
    guard let head = rows.first, head.values.count == 4 else {
      preconditionFailure("\(source) was recognised by four numbers that are not there")
    }
    let kind = try supported(head)
    let vehicles = faults.whole(head.values[1], at: head.place, "the number of vehicles", 1...1_000_000)
    let clients = faults.whole(head.values[2], at: head.place, "the number of customers", 1...InstanceTables.mostNodes - 1)
    let depots = faults.whole(head.values[3], at: head.place, "the number of depots", 1...(kind.hasDepots ? 1000 : 1))
    guard let vehicles, let clients, let depots, vehicles * depots <= 1_000_000, clients + depots <= InstanceTables.mostNodes
    else {
      if faults.isEmpty {
        faults.add(
          at: head.place, found: "more vehicles or customers than there is room for",
          expected: "1000000 vehicles and \(InstanceTables.mostNodes) customers and depots at most")
      }
      throw InvalidInput(source, faults.faults)
    }
    let expected = 1 + depots + clients + depots
    if rows.count != expected {
      faults.add(
        at: "line \(rows.last?.line ?? 1)", found: "\(rows.count) rows of numbers",
        expected: "\(expected): one, \(depots) for limits, \(clients) customers and \(depots) of depots")
      throw InvalidInput(source, faults.faults)
    }
    let body = rows[(1 + depots)...]
    let ordered = kind.hasDepots ? Array(body.suffix(depots) + body.dropLast(depots)) : Array(body)
    return try tables(kind, vehicles, limits: Array(rows[1...depots]), ordered, depots: depots)
  }

  private mutating func supported(_ head: NumberRow) throws(InvalidInput) -> Kind {
    if let kind, kind.isSupported { return kind }
    let supported = Kind.allCases.filter(\.isSupported).map { "\($0.rawValue) \($0.name)" }.joined(separator: "; ")
    let name = kind.map { " \($0.name)" } ?? ""
    faults.add(at: head.place, found: "type \(FaultList.text(head.values[0]))\(name)", expected: supported)
    throw InvalidInput(source, faults.faults, advice: kind == nil ? "it is no file of Cordeau's." : "")
  }

  private mutating func tables(
    _ kind: Kind, _ perDepot: Int, limits: [NumberRow], _ nodes: [NumberRow], depots: Int
  ) throws(InvalidInput) -> InstanceTables {
    let windows = nodes.enumerated().map { index, row in read(row, isDepot: index < depots, kind) }
    // What a row too short lacks says nothing more.
    if nodes.contains(where: { $0.values.count < Self.fixedColumns }) { throw InvalidInput(source, faults.faults) }
    let numbers = faults.numbers(of: nodes)
    let service = nodes.map { faults.time($0.values[3], at: $0.place, "service", convention) ?? 0 }
    let demand = nodes.map { faults.load($0.values[4], at: $0.place, "demand") ?? 0 }
    for (row, load) in zip(nodes, demand).prefix(depots) where load != 0 {
      faults.add(at: row.place, found: "demand \(load) of a depot", expected: "0")
    }
    let types = limits.enumerated().map { depot, row in vehicle(of: depot, row) }
    let travel =
      faults.isEmpty
      ? faults.travel(nodes.map { (x: $0.values[1], y: $0.values[2]) }, .euclidean, convention, at: nodes[0].place) : nil
    try faults.throwIfAny(source)
    guard let travel else { preconditionFailure("a part of \(source) is missing without a fault") }
    let fleet =
      types.count == 1
      ? FileFleet(perDepot, of: types[0]) : FileFleet(types.flatMap { [FileVehicle](repeating: $0, count: perDepot) })
    return InstanceTables(
      numbers: numbers, depots: depots, travel: travel, delivery: demand, service: service,
      windows: kind.hasWindows ? windows : [],
      fleet: fleet)
  }

  /// The vehicles of a depot, from the line with their limits.
  private mutating func vehicle(of depot: Int, _ row: NumberRow) -> FileVehicle {
    var vehicle = FileVehicle(depot: depot, capacity: InstanceTables.mostLoad)
    guard row.values.count == 2 else {
      faults.add(at: row.place, found: "\(row.values.count) numbers", expected: "2: the longest duration and the capacity")
      return vehicle
    }
    if row.values[0] != 0 { vehicle.longestTime = faults.time(row.values[0], at: row.place, "duration", convention) }
    if row.values[1] != 0 { vehicle.capacity = faults.load(row.values[1], at: row.place, "capacity", from: 1) ?? 1 }
    return vehicle
  }

  /// Checks a row's length; its windows, none in a type without them.
  private mutating func read(_ row: NumberRow, isDepot: Bool, _ kind: Kind) -> [TimeWindow] {
    let values = row.values
    func refuse(_ expected: String) -> [TimeWindow] {
      faults.add(at: row.place, found: "\(values.count) numbers", expected: expected)
      return []
    }
    guard values.count >= Self.fixedColumns else {
      return refuse("at least \(Self.fixedColumns): number, x, y, service, demand, frequency, number of lists")
    }
    guard let lists = faults.whole(values[6], at: row.place, "number of lists", 0...1_000_000) else { return [] }
    var first = Self.fixedColumns + lists
    var count = kind.hasWindows ? 1 : 0
    if kind == .vrptw, !isDepot {
      guard lists == 1, values.count > Self.fixedColumns else { return refuse("one list, the number of windows") }
      // A published file has a row with both the list and the number of windows: those have an odd number of columns.
      if values.count.isMultiple(of: 2) == false, values[7] == 1 { first += 1 }
      guard let windows = faults.whole(values[first - 1], at: row.place, "number of windows", 1...1000) else { return [] }
      count = windows
    }
    let expected = first + 2 * count
    guard values.count == expected else { return refuse("\(expected) with \(lists) lists and \(count) windows") }
    var windows: [TimeWindow] = []
    while first < values.count {
      windows += [faults.window(values[first], values[first + 1], at: row.place, convention)].compactMap(\.self)
      first += 2
    }
    return windows.joined()
  }
}

extension [TimeWindow] {
  /// The same moments as windows apart from each other and in order of time: those that meet become one.
  func joined() -> [TimeWindow] {
    var joined: [TimeWindow] = []
    for window in sorted(by: { ($0.opens, $0.closes) < ($1.opens, $1.closes) }) {
      if let last = joined.last, window.opens <= last.closes {
        joined[joined.count - 1] = TimeWindow(opens: last.opens, closes: Swift.max(last.closes, window.closes)) ?? last
      } else {
        joined.append(window)
      }
    }
    return joined
  }
}
