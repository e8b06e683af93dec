import Logistics
public import Routing

/// A file as a routing problem, with what is needed to speak of it in the file's own words.
///
/// The cost is what the family counts: distance, the fixed costs and prizes that the file names, in VROOM's files travel time or what they
/// put in its place. The number of vehicles is only a limit.
///
/// ```swift
/// let instance = try RoutingInstance(contentsOf: URL(filePath: "R101.txt"))
/// let answer = try instance.problem.solve(within: .seconds(10))
/// print(instance.cost(of: answer.verdict))  // 1637.7
/// ```
public struct RoutingInstance: Sendable {
  /// The families of files that are read.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// CVRPLIB's `.vrp` and what has been added to it: windows, depots, mixed fleets, backhauls, reloads, prizes, groups.
    case vrplib
    /// Solomon, Gehring & Homberger.
    case solomon
    /// Li & Lim's pickups and deliveries.
    case liLim
    /// Cordeau's text, also with several windows for each customer, as Belhaiza's.
    case cordeau
    /// VROOM's input in JSON.
    case vroom
  }

  /// The file's name without its extension.
  public let name: String
  /// What kind of file it was.
  public let format: Format
  /// How the numbers of the file became whole numbers.
  public let convention: Convention
  /// The problem, in counted units of the convention: a distance of one unit is a `Distance` of one metre, an hour of a file
  /// in minutes is a `TimeSpan` of 60 times the scale in seconds.
  public let problem: RoutingProblem
  /// What a solution calls each job of the problem, by the job's index. In VROOM's files two ends of a shipment or a job may share one.
  public let clientNumbers: [Int]
  /// Routes that the file itself proposes to begin with: VROOM's `steps`.
  public let proposedRoutes: [Route]
  /// How many units of the objective are one unit of the file's costs.
  public let costScale: Int

  /// The vehicles in the order of the file.
  let order: VehicleOrder
  /// The rule behind `Violation.Kind.shift` in this file.
  let shiftRule: PlanViolation.Kind
  /// The types of vehicles whose `maximumDistance` is a limit of travel time.
  let typesTimedByDistance: Set<Int>
  /// What a solution calls the depots where a vehicle may load anew, by their place in the travel matrix.
  let depotNumbers: [Int]

  private let jobs: [Int: [Int]]
  private let depots: [Int: Int]

  init(_ name: String, _ format: Format, _ convention: Convention, _ tables: InstanceTables) throws(InvalidInput) {
    try self.init(
      name, format, convention, tables.problem(), clientNumbers: Array(tables.numbers.dropFirst(tables.depots)),
      depotNumbers: Array(tables.numbers.prefix(tables.depots)), order: tables.fleet.order, shiftRule: tables.shiftRule,
      costScale: tables.costScale ?? convention.scale)
  }

  init(
    _ name: String, _ format: Format, _ convention: Convention, _ problem: RoutingProblem, clientNumbers: [Int],
    depotNumbers: [Int] = [], order: VehicleOrder, shiftRule: PlanViolation.Kind = .timeWindow, costScale: Int,
    proposedRoutes: [Route] = [], typesTimedByDistance: Set<Int> = []
  ) {
    self.name = name
    self.format = format
    self.convention = convention
    self.problem = problem
    self.clientNumbers = clientNumbers
    self.depotNumbers = depotNumbers
    self.order = order
    self.shiftRule = shiftRule
    self.costScale = costScale
    self.proposedRoutes = proposedRoutes
    self.typesTimedByDistance = typesTimedByDistance
    jobs = Dictionary(grouping: clientNumbers.indices) { clientNumbers[$0] }
    depots = Dictionary(zip(depotNumbers, depotNumbers.indices), uniquingKeysWith: { first, _ in first })
  }

  /// A distance or a time that the problem counts, in the unit of the file.
  public func amount(_ count: Int) -> FileAmount { FileAmount(count, convention) }

  /// A sum of the objective in the unit of the file's costs.
  public func cost(_ count: Int) -> FileAmount { FileAmount(count, scale: costScale) }

  /// What a plan costs, in the unit of the file's costs.
  ///
  /// VROOM leaves jobs out for want of vehicles or time and not for a price: what stands for their priority in the objective is not in it.
  public func cost(of verdict: Verdict) -> FileAmount {
    cost(format == .vroom ? verdict.routes.reduce(0) { $0 + $1.cost } : verdict.cost)
  }

  /// Whether the `metres` of the problem are lengths; in VROOM's files they hold what a way costs.
  public var measuresDistance: Bool { format != .vroom }

  /// The job that a solution calls by a number, or `nil` if the file has no such client; the first, if there are several. O(1).
  public func job(numbered number: Int) -> Int? { jobs[number]?.first }

  /// The jobs that share a number, in the order of the problem.
  func jobs(numbered number: Int) -> [Int] { jobs[number] ?? [] }

  /// The place of a depot that a solution calls by a number.
  func depot(numbered number: Int) -> Int? { depots[number] }
}
