import Logistics
import Travel

/// Reads the files of H. Li and A. Lim (2001): a line with the number of vehicles, their capacity and a speed that means nothing, then a
/// row of nine numbers for the depot and for each customer. A customer names the row of its pickup or of its delivery.
struct LiLimReader {
  private static let columns = ["number", "x", "y", "demand", "ready time", "due date", "service time", "pickup", "delivery"]

  private let scanner: TextScanner
  private let source: String
  let convention: Convention
  private var faults = FaultList()

  /// - Parameter convention: `nil` for `dimacs`.
  init(_ bytes: [UInt8], _ source: String, convention: Convention?) {
    scanner = TextScanner(bytes)
    self.source = source
    self.convention = convention ?? .dimacs
  }

  /// - Throws: `InvalidInput` with everything that is wrong with the file.
  mutating func read() throws(InvalidInput) -> InstanceTables {
    let all = NumberRow.rows(of: scanner, most: InstanceTables.mostNodes + 1, &faults)
    let rows = all.dropFirst().filter { row in
      faults.check(
        row.values.count == Self.columns.count, at: row.place, found: "\(row.values.count) numbers",
        expected: "\(Self.columns.count): \(Self.columns.joined(separator: ", "))")
    }
    guard let fleet = all.first, let depot = rows.first else {
      faults.add(at: "line \(all.last?.line ?? 1)", found: "no depot", expected: "a row for the depot and one for each customer")
      throw InvalidInput(source, faults.faults)
    }
    let count = faults.whole(fleet.values[0], at: fleet.place, "the number of vehicles", 1...1_000_000)
    let capacity = faults.whole(fleet.values[1], at: fleet.place, "the capacity", 1...InstanceTables.mostLoad)
    let numbers = faults.numbers(of: rows)
    let demand = rows.map { row in
      faults.whole(row.values[3], at: row.place, "demand", -InstanceTables.mostLoad...InstanceTables.mostLoad) ?? 0
    }
    if depot.values[3] != 0 || depot.values[7] != 0 || depot.values[8] != 0 {
      faults.add(at: depot.place, found: "a depot with a demand or a partner", expected: "zeros")
    }
    let windows = rows.map { faults.window($0.values[4], $0.values[5], at: $0.place, convention).map { [$0] } ?? [] }
    let service = rows.map { faults.time($0.values[6], at: $0.place, "service", convention) ?? 0 }
    // A row that is damaged would leave others without their partner.
    try faults.throwIfAny(source)
    let places = Dictionary(zip(numbers, rows.indices), uniquingKeysWith: { first, _ in first })
    let ends = rows.map { row in
      PairEnd(place: row.place, pickup: partner(row.values[7], row, places), delivery: partner(row.values[8], row, places))
    }
    let pairs = PairEnd.pairs(ends, demand: demand, names: numbers, &faults)
    let travel = faults.travel(rows.map { (x: $0.values[1], y: $0.values[2]) }, .euclidean, convention, at: depot.place)
    try faults.throwIfAny(source)
    guard let count, let capacity, let travel else { preconditionFailure("a part of \(source) is missing without a fault") }
    return InstanceTables(
      numbers: numbers, travel: travel, delivery: demand.map { max(0, -$0) }, pickup: demand.map { max(0, $0) }, service: service,
      windows: windows, fleet: FileFleet(count, of: FileVehicle(capacity: capacity)), pairs: pairs)
  }

  /// The place of the row that a row names as its partner; `nil` for the 0 that means none.
  private mutating func partner(_ value: Double, _ row: NumberRow, _ places: [Int: Int]) -> Int? {
    if value == 0 { return nil }
    if let number = Int(exactly: value), let place = places[number], place > 0 { return place }
    faults.add(at: row.place, found: "partner \(FaultList.text(value))", expected: "the number of a customer, or 0")
    return nil
  }
}
