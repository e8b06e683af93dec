import Logistics

extension VRPLIBReader {
  /// What the sections say of each node, in counted units.
  struct Nodes {
    var delivery: [Int]
    var pickup: [Int] = []
    var service: [Int]
    var windows: [[TimeWindow]] = []
    var release: [Int] = []
    var pairs: [(pickup: Int, delivery: Int)] = []
  }

  mutating func readNodes() -> Nodes? {
    var nodes = file.section("PICKUP_AND_DELIVERY_SECTION") == nil ? readOwnSections() : readPairs()
    nodes?.release = readTimes("RELEASE_TIME_SECTION", "release") ?? []
    return nodes
  }

  /// Demand, service and windows, each in a section of its own.
  private mutating func readOwnSections() -> Nodes? {
    let name = file.section("LINEHAUL_SECTION") == nil ? "DEMAND_SECTION" : "LINEHAUL_SECTION"
    if name == "LINEHAUL_SECTION" { refuse(["DEMAND_SECTION"], beside: name) }
    guard section(name, for: "with the load of each node") != nil else { return nil }
    let delivery = readLoads(name, "demand")
    let pickup = readLoads("BACKHAUL_SECTION", "backhaul")
    let service = readService()
    let windows = readWindows()
    guard let delivery, let service else { return nil }
    return Nodes(delivery: delivery, pickup: pickup ?? [], service: service, windows: windows ?? [])
  }

  /// What is brought to or taken from each node; nothing at depots.
  private mutating func readLoads(_ name: String, _ what: String) -> [Int]? {
    guard let table = nodeTable(name, columns: 1) else { return nil }
    for depot in 0..<depots where table[depot] != 0 && !faults.isFull {
      faults.add(at: table.place(depot), found: "\(what) \(FaultList.text(table[depot])) of the depot", expected: "0")
    }
    return (0..<count).map { node in
      faults.isFull ? 0 : faults.load(table[node], at: table.place(node), what) ?? 0
    }
  }

  /// A time of each node, from a section that may be missing.
  private mutating func readTimes(_ name: String, _ what: String) -> [Int]? {
    guard let table = nodeTable(name, columns: 1) else { return nil }
    return (0..<count).map { node in
      faults.isFull ? 0 : faults.time(table[node], at: table.place(node), what, convention) ?? 0
    }
  }

  private mutating func readService() -> [Int]? {
    guard count > 0 else { return nil }
    if file.section("SERVICE_TIME_SECTION") != nil {
      refuse(["SERVICE_TIME"], beside: "SERVICE_TIME_SECTION")
      return readTimes("SERVICE_TIME_SECTION", "service")
    }
    let service = file.header("SERVICE_TIME").flatMap { time($0) } ?? 0
    return (0..<count).map { $0 < depots ? 0 : service }
  }

  private mutating func readWindows() -> [[TimeWindow]]? {
    guard let table = nodeTable("TIME_WINDOW_SECTION", columns: 2) else { return nil }
    return (0..<count).map { node in
      faults.isFull
        ? [] : faults.window(table[node, 0], table[node, 1], at: table.place(node), convention).map { [$0] } ?? []
    }
  }

  /// Rows of demand, window, service, and the node where the goods are taken or handed over.
  private mutating func readPairs() -> Nodes? {
    let name = "PICKUP_AND_DELIVERY_SECTION"
    refuse(
      [
        "DEMAND_SECTION", "LINEHAUL_SECTION", "BACKHAUL_SECTION", "TIME_WINDOW_SECTION", "SERVICE_TIME_SECTION", "SERVICE_TIME",
        "PRIZE_SECTION", "MUTUALLY_EXCLUSIVE_GROUP_SECTION",
      ], beside: name)
    guard let table = nodeTable(name, columns: 6) else { return nil }
    let before = faults.faults.count
    let most = InstanceTables.mostLoad
    var demand: [Int] = []
    var nodes = Nodes(delivery: [], service: [])
    var ends: [PairEnd] = []
    for node in 0..<count where !faults.isFull {
      let place = table.place(node)
      demand.append(faults.whole(table[node, 0], at: place, "demand", -most...most) ?? 0)
      nodes.windows.append(faults.window(table[node, 1], table[node, 2], at: place, convention).map { [$0] } ?? [])
      nodes.service.append(faults.time(table[node, 3], at: place, "service", convention) ?? 0)
      let partners = [4, 5].map { partner(table[node, $0], at: place, isDepot: node < depots) }
      ends.append(PairEnd(place: place, pickup: partners[0], delivery: partners[1]))
    }
    guard faults.faults.count == before else { return nil }
    nodes.pairs = PairEnd.pairs(ends, demand: demand, names: Array(1...count), &faults)
    nodes.delivery = demand.map { max(0, -$0) }
    nodes.pickup = demand.map { max(0, $0) }
    return nodes
  }

  private mutating func partner(_ value: Double, at place: String, isDepot: Bool) -> Int? {
    if value == 0 { return nil }
    if !isDepot, let number = Int(exactly: value), (depots + 1...count).contains(number) { return number - 1 }
    faults.add(
      at: place, found: "partner \(FaultList.text(value))", expected: isDepot ? "0 for a depot" : "the number of a client, or 0")
    return nil
  }
}
