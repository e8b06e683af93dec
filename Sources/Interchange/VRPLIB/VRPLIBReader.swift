import Logistics
import Travel

/// Understands VRPLIB files: a capacity and a depot, and the sections that more rules come in.
///
/// What it does not understand it refuses by name: a section that is skipped would be a rule that is broken.
struct VRPLIBReader {
  private static let headers = [
    "NAME", "COMMENT", "TYPE", "DIMENSION", "CAPACITY", "EDGE_WEIGHT_TYPE", "EDGE_WEIGHT_FORMAT", "NODE_COORD_TYPE",
    "DISPLAY_DATA_TYPE", "VEHICLES", "SERVICE_TIME", "DISTANCE", "VEHICLES_DEPOT", "VEHICLES_FIXED_COST",
    "VEHICLES_UNIT_DISTANCE_COST", "VEHICLES_MAX_DISTANCE", "VEHICLES_MAX_DURATION", "VEHICLES_MAX_RELOADS",
  ]
  private static let sections = [
    "NODE_COORD_SECTION", "EDGE_WEIGHT_SECTION", "DEMAND_SECTION", "DEPOT_SECTION", "SERVICE_TIME_SECTION",
    "TIME_WINDOW_SECTION", "LINEHAUL_SECTION", "BACKHAUL_SECTION", "RELEASE_TIME_SECTION", "PRIZE_SECTION",
    "MUTUALLY_EXCLUSIVE_GROUP_SECTION", "PICKUP_AND_DELIVERY_SECTION", "CAPACITY_SECTION", "VEHICLES_DEPOT_SECTION",
    "VEHICLES_FIXED_COST_SECTION", "VEHICLES_UNIT_DISTANCE_COST_SECTION", "VEHICLES_MAX_DISTANCE_SECTION",
    "VEHICLES_MAX_DURATION_SECTION", "VEHICLES_MAX_RELOADS_SECTION", "VEHICLES_ALLOWED_CLIENTS_SECTION",
    "VEHICLES_RELOAD_DEPOT_SECTION",
  ]
  private static let types = VRPLIBFamily.allCases.map(\.rawValue).joined(separator: ", ")

  let file: VRPLIBFile
  let scanner: TextScanner
  let convention: Convention
  /// `nil` if the file does not say it properly.
  let family: VRPLIBFamily?
  var faults: FaultList
  /// How many nodes; 0 if the file does not say it properly.
  private(set) var count = 0
  /// How many of them, the first, are depots.
  private(set) var depots = 1
  private let source: String
  /// Whether the file gives every way.
  private let isExplicit: Bool

  /// - Parameter convention: `nil` for the family's own: for explicit matrices `rounded`, whatever the type.
  init(_ bytes: [UInt8], _ source: String, convention: Convention?) {
    var faults = FaultList()
    file = VRPLIBFile(bytes, &faults)
    scanner = file.scanner
    self.source = source
    self.faults = faults
    family = VRPLIBFamily(rawValue: file.keyword("TYPE") ?? "CVRP")
    isExplicit = file.keyword("EDGE_WEIGHT_TYPE") == "EXPLICIT"
    self.convention = convention ?? (isExplicit ? .rounded : family?.convention ?? .rounded)
  }

  /// - Throws: `InvalidInput` with everything that is wrong with the file.
  mutating func read() throws(InvalidInput) -> InstanceTables {
    refuseUnknown()
    // What another type of problem lacks or has besides says nothing more.
    if family == nil { try faults.throwIfAny(source, advice: "the type is misspelt, or its rules are not known here.") }
    let mostNodes = isExplicit ? InstanceTables.mostTabulatedNodes : InstanceTables.mostNodes
    count = wholeHeader("DIMENSION", 2...mostNodes, isNeeded: true) ?? 0
    readDepots()
    let travel = readTravel()
    let nodes = readNodes()
    let costs = readCosts()
    let prizes = readPrizes(costs.decimals)
    let fleet = readFleet(costs)
    let groups = readGroups(prizes: prizes)
    try faults.throwIfAny(source)
    guard let travel, let nodes, let fleet else { preconditionFailure("a part of \(source) is missing without a fault") }
    let costScale = convention.scale * Self.power(costs.decimals) * (family?.costDivisor ?? 1)
    return InstanceTables(
      numbers: Array(0..<count), depots: depots, travel: travel, delivery: nodes.delivery, pickup: nodes.pickup,
      service: nodes.service, windows: nodes.windows, release: nodes.release, prizes: prizes, fleet: fleet.vehicles,
      clientLists: fleet.clientLists, groups: groups, pairs: nodes.pairs, deliveriesFirst: family == .vrpb, costScale: costScale)
  }

  static func power(_ decimals: Int) -> Int { (0..<decimals).reduce(1) { product, _ in 10 * product } }

  private mutating func refuseUnknown() {
    if let type = file.header("TYPE"), family == nil {
      faults.add(at: type.place, found: "TYPE \(file.keyword("TYPE") ?? "")", expected: "one of \(Self.types)")
    } else if file.header("TYPE") == nil {
      faults.add(at: "line 1", found: "no TYPE", expected: "one of \(Self.types)")
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
    if let family, let name = family.section { _ = section(name, for: "since TYPE is \(family.rawValue)") }
  }

  mutating func wholeHeader(_ name: String, _ range: ClosedRange<Int>, isNeeded: Bool = false) -> Int? {
    guard let header = file.header(name) else {
      if isNeeded { faults.add(at: "line 1", found: "no \(name)", expected: "a header \(name) : NUMBER") }
      return nil
    }
    return faults.whole(header.content, in: scanner, range, name)
  }

  /// A section that must be there; a fault if it is not.
  mutating func section(_ name: String, for reason: String) -> VRPLIBFile.Entry? {
    if let section = file.section(name) { return section }
    faults.add(at: "line \(max(1, lastLine))", found: "no \(name)", expected: "one, \(reason)")
    return nil
  }

  private var lastLine: Int { (file.sections.last ?? file.headers.last)?.line ?? 1 }

  /// Notes each of some names that stands beside one that says the same.
  mutating func refuse(_ names: [String], beside name: String) {
    for other in names.compactMap({ file.section($0) ?? file.header($0) }) {
      faults.add(at: other.place, found: "\(other.name) beside \(name)", expected: "one of them")
    }
  }

  /// The rows of a section that is there, one for each node; `nil` if something is wrong with them.
  mutating func nodeTable(_ name: String, columns: Int) -> NodeTable? {
    guard let section = file.section(name), count > 0 else { return nil }
    let before = faults.faults.count
    let table = NodeTable(section, columns: columns, count: count, scanner, &faults)
    return faults.faults.count == before ? table : nil
  }

  mutating func time(_ header: VRPLIBFile.Entry) -> Int? {
    guard let value = faults.number(header.content, in: scanner, "a number") else { return nil }
    return faults.time(value, at: header.place, header.name, convention)
  }

  /// The depots must be the first nodes: a `.sol` numbers the clients as if they were. Without the section it is the first node.
  private mutating func readDepots() {
    guard let section = file.section("DEPOT_SECTION") else { return }
    let before = faults.faults.count
    var words = TextScanner(scanner.bytes, section.content)
    var found: Set<Int> = []
    var last = section.place
    while let word = words.nextWord(), !faults.isFull {
      guard let depot = faults.whole(word, in: scanner, -1...InstanceTables.mostNodes, "the number of the depot") else { return }
      if depot == -1 { break }
      last = word.place
      if !found.insert(depot).inserted { faults.add(at: last, found: "depot \(depot) again", expected: "each depot once") }
    }
    guard faults.faults.count == before else { return }
    if found.isEmpty {
      faults.add(at: section.place, found: "no depot", expected: "the depot, 1, and -1")
    } else if found != Set(1...found.count) || found.count >= max(2, count) {
      let names = found.sorted().prefix(5).map(String.init).joined(separator: ", ")
      faults.add(at: last, found: "depots \(names)", expected: "the first nodes, 1 to their number, and clients after them")
    } else {
      depots = found.count
    }
  }
}
