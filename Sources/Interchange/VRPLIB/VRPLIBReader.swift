import Logistics
import Travel

/// Understands VRPLIB files of one depot and like vehicles: CVRP and VRPTW.
///
/// What it does not understand it refuses by name: a section that is skipped would be a rule that is broken.
struct VRPLIBReader {
  private static let types = ["CVRP", "VRPTW", "CVRPTW"]
  private static let headers = [
    "NAME", "COMMENT", "TYPE", "DIMENSION", "CAPACITY", "EDGE_WEIGHT_TYPE", "EDGE_WEIGHT_FORMAT", "NODE_COORD_TYPE",
    "DISPLAY_DATA_TYPE", "VEHICLES", "SERVICE_TIME", "DISTANCE", "VEHICLES_MAX_DISTANCE", "VEHICLES_MAX_DURATION",
  ]
  private static let sections = [
    "NODE_COORD_SECTION", "EDGE_WEIGHT_SECTION", "DEMAND_SECTION", "DEPOT_SECTION", "SERVICE_TIME_SECTION",
    "TIME_WINDOW_SECTION",
  ]

  private let file: VRPLIBFile
  private let scanner: TextScanner
  private let source: String
  let convention: Convention
  private var faults: FaultList
  /// How many nodes; 0 if the file does not say it properly.
  private var count = 0

  /// - Parameter convention: `nil` for the family's own: `rounded`, but `dimacs` for time windows in the plane.
  init(_ bytes: [UInt8], _ source: String, convention: Convention?) {
    var faults = FaultList()
    file = VRPLIBFile(bytes, &faults)
    scanner = file.scanner
    self.source = source
    self.faults = faults
    let isPlanned = file.keyword("EDGE_WEIGHT_TYPE") != "EXPLICIT" && file.section("TIME_WINDOW_SECTION") != nil
    self.convention = convention ?? (isPlanned ? .dimacs : .rounded)
  }

  /// - Throws: `InvalidInput` with everything that is wrong with the file.
  mutating func read() throws(InvalidInput) -> InstanceTables {
    refuseUnknown()
    // What another type of problem lacks or has besides says nothing more.
    if !Self.types.contains(file.keyword("TYPE") ?? "CVRP") { try faults.throwIfAny(source, advice: advice) }
    count = wholeHeader("DIMENSION", 2...InstanceTables.mostNodes, isNeeded: true) ?? 0
    let capacity = wholeHeader("CAPACITY", 1...InstanceTables.mostLoad, isNeeded: true)
    let vehicles = wholeHeader("VEHICLES", 1...1_000_000)
    let travel = readTravel()
    let demand = readDemand()
    checkDepots()
    let service = readService()
    let windows = readWindows()
    let limits = readLimits()
    try faults.throwIfAny(source, advice: advice)
    guard let capacity, let travel, let demand, let service, let windows else {
      preconditionFailure("a part of \(source) is missing without a fault")
    }
    return InstanceTables(
      numbers: Array(0..<count), travel: travel, demand: demand, service: service, windows: windows, capacity: capacity,
      vehicles: vehicles, longestTime: limits.time, longestDistance: limits.distance)
  }

  private var advice: String {
    let type = file.keyword("TYPE") ?? ""
    return Self.types.contains(type) || type.isEmpty
      ? "" : "a later version reads \(type): it has rules that this one does not know."
  }

  private mutating func refuseUnknown() {
    if let type = file.header("TYPE"), let keyword = file.keyword("TYPE"), !Self.types.contains(keyword) {
      faults.add(at: type.place, found: "TYPE \(keyword)", expected: Self.types.joined(separator: " or "))
    } else if file.header("TYPE") == nil {
      faults.add(at: "line 1", found: "no TYPE", expected: Self.types.joined(separator: " or "))
    }
    for header in file.headers where !Self.headers.contains(header.name) && !faults.isFull {
      faults.add(at: header.place, found: "header \(header.name)", expected: "one of \(Self.headers.joined(separator: ", "))")
    }
    for section in file.sections where !Self.sections.contains(section.name) && !faults.isFull {
      faults.add(
        at: section.place, found: "section \(section.name)", expected: "one of \(Self.sections.joined(separator: ", "))")
    }
    if let type = file.header("NODE_COORD_TYPE"), file.keyword("NODE_COORD_TYPE") != "TWOD_COORDS" {
      faults.add(at: type.place, found: scanner.text(type.content), expected: "TWOD_COORDS")
    }
  }

  private mutating func wholeHeader(_ name: String, _ range: ClosedRange<Int>, isNeeded: Bool = false) -> Int? {
    guard let header = file.header(name) else {
      if isNeeded { faults.add(at: "line 1", found: "no \(name)", expected: "a header \(name) : NUMBER") }
      return nil
    }
    return faults.whole(header.content, in: scanner, range, name)
  }

  private mutating func section(_ name: String, for reason: String) -> VRPLIBFile.Entry? {
    if let section = file.section(name) { return section }
    faults.add(at: "line \(max(1, lastLine))", found: "no \(name)", expected: "one, \(reason)")
    return nil
  }

  private var lastLine: Int { (file.sections.last ?? file.headers.last)?.line ?? 1 }

  private mutating func readTravel() -> TravelMatrix? {
    guard let header = file.header("EDGE_WEIGHT_TYPE"), let type = file.keyword("EDGE_WEIGHT_TYPE") else {
      faults.add(at: "line 1", found: "no EDGE_WEIGHT_TYPE", expected: "EXPLICIT, EUC_2D or CEIL_2D")
      return nil
    }
    if type == "EXPLICIT" { return readMatrix() }
    guard let metric = PlaneMetric(rawValue: type) else {
      faults.add(at: header.place, found: "EDGE_WEIGHT_TYPE \(type)", expected: "EXPLICIT, EUC_2D or CEIL_2D")
      return nil
    }
    if let matrix = file.section("EDGE_WEIGHT_SECTION") {
      faults.add(at: matrix.place, found: "EDGE_WEIGHT_SECTION beside \(type)", expected: "one source of distances")
    }
    guard let section = section("NODE_COORD_SECTION", for: "since EDGE_WEIGHT_TYPE is \(type)"), count > 0 else { return nil }
    let before = faults.faults.count
    let table = NodeTable(section, columns: 2, count: count, scanner, &faults)
    guard faults.faults.count == before else { return nil }
    let points = (0..<count).map { (x: table[$0, 0], y: table[$0, 1]) }
    if let travel = TravelMatrix(points, metric, convention) { return travel }
    faults.add(
      at: section.place, found: "coordinates \(TravelMatrix.extent(of: points)) apart",
      expected: "less than \(FileAmount(TravelMatrix.longest, convention))")
    return nil
  }

  private mutating func readMatrix() -> TravelMatrix? {
    let names = EdgeWeightFormat.allCases.map(\.rawValue).joined(separator: ", ")
    var format: EdgeWeightFormat?
    if let header = file.header("EDGE_WEIGHT_FORMAT"), let keyword = file.keyword("EDGE_WEIGHT_FORMAT") {
      format = EdgeWeightFormat(rawValue: keyword)
      if format == nil { faults.add(at: header.place, found: "EDGE_WEIGHT_FORMAT \(keyword)", expected: "one of \(names)") }
    } else {
      faults.add(at: "line 1", found: "no EDGE_WEIGHT_FORMAT", expected: "one of \(names)")
    }
    if let drawing = file.section("NODE_COORD_SECTION"), count > 0 {
      _ = NodeTable(drawing, columns: 2, count: count, scanner, &faults)
    }
    guard let section = section("EDGE_WEIGHT_SECTION", for: "since EDGE_WEIGHT_TYPE is EXPLICIT"), let format, count > 0 else {
      return nil
    }
    return TravelMatrix(section, format, count: count, convention, scanner, &faults)
  }

  private mutating func readDemand() -> [Int]? {
    guard let section = section("DEMAND_SECTION", for: "with the load of each node"), count > 0 else { return nil }
    let before = faults.faults.count
    let table = NodeTable(section, columns: 1, count: count, scanner, &faults)
    guard faults.faults.count == before else { return nil }
    if table[0] != 0 {
      faults.add(at: table.place(0), found: "demand \(FaultList.text(table[0])) of the depot", expected: "0")
    }
    return (0..<count).map { node in
      faults.isFull ? 0 : faults.load(table[node], at: table.place(node), "demand") ?? 0
    }
  }

  /// One depot, the first node: a `.sol` numbers the clients as if it were.
  private mutating func checkDepots() {
    guard let section = section("DEPOT_SECTION", for: "with the depot, 1, and -1") else { return }
    var words = TextScanner(scanner.bytes, section.content)
    var depots = 0
    while let word = words.nextWord(), !faults.isFull {
      guard let depot = faults.whole(word, in: scanner, -1...InstanceTables.mostNodes, "the number of the depot") else { return }
      if depot == -1 { break }
      depots += 1
      if depots > 1 || depot != 1 {
        faults.add(at: word.place, found: "depot \(depot)", expected: "only one depot, node 1")
      }
    }
    if depots == 0 { faults.add(at: section.place, found: "no depot", expected: "the depot, 1, and -1") }
  }

  private mutating func readService() -> [Int]? {
    guard count > 0 else { return nil }
    let header = file.header("SERVICE_TIME")
    guard let section = file.section("SERVICE_TIME_SECTION") else {
      return [0] + [Int](repeating: header.flatMap { time($0) } ?? 0, count: count - 1)
    }
    if let header { faults.add(at: header.place, found: "SERVICE_TIME beside SERVICE_TIME_SECTION", expected: "one of them") }
    let table = NodeTable(section, columns: 1, count: count, scanner, &faults)
    return (0..<count).map { node in
      faults.isFull ? 0 : faults.time(table[node], at: table.place(node), "service", convention) ?? 0
    }
  }

  private mutating func readWindows() -> [TimeWindow]? {
    guard file.section("TIME_WINDOW_SECTION") != nil || file.keyword("TYPE") != "CVRP" else { return [] }
    guard let section = section("TIME_WINDOW_SECTION", for: "since TYPE is not CVRP"), count > 0 else { return nil }
    let before = faults.faults.count
    let table = NodeTable(section, columns: 2, count: count, scanner, &faults)
    guard faults.faults.count == before else { return nil }
    return (0..<count).compactMap { node in
      faults.isFull ? nil : faults.window(table[node, 0], table[node, 1], at: table.place(node), convention)
    }
  }

  /// The limits of a route. TSPLIB's DISTANCE holds driving and serving together.
  private mutating func readLimits() -> (time: Int?, distance: Int?) {
    let hasService = file.header("SERVICE_TIME") != nil || file.section("SERVICE_TIME_SECTION") != nil
    let hasWindows = file.section("TIME_WINDOW_SECTION") != nil
    for name in hasService ? ["DISTANCE", "VEHICLES_MAX_DURATION"] : ["VEHICLES_MAX_DURATION"] where hasWindows {
      if let header = file.header(name) {
        faults.add(at: header.place, found: "\(name) beside time windows", expected: "no limit of a route's duration with them")
      }
    }
    let length = file.header("DISTANCE").flatMap { time($0) }
    let duration = file.header("VEHICLES_MAX_DURATION").flatMap { time($0) }
    let distance = file.header("VEHICLES_MAX_DISTANCE").flatMap { time($0) }
    let times = [duration, hasService ? length : nil].compactMap(\.self)
    let distances = [distance, hasService ? nil : length].compactMap(\.self)
    return (times.min(), distances.min())
  }

  private mutating func time(_ header: VRPLIBFile.Entry) -> Int? {
    guard let value = faults.number(header.content, in: scanner, "a number") else { return nil }
    return faults.time(value, at: header.place, header.name, convention)
  }
}
