import Logistics
public import Routing

/// A benchmark file as a routing problem, with what is needed to speak of it in the file's own words.
///
/// The cost is the distance. The vehicles are alike, start and end at the one depot, and their number is only a limit.
///
/// ```swift
/// let instance = try RoutingInstance(contentsOf: URL(filePath: "R101.txt"))
/// let answer = try instance.problem.solve(within: .seconds(10))
/// print(instance.amount(answer.verdict.cost))  // 1637.7
/// ```
public struct RoutingInstance: Sendable {
  /// The families of files that are read.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// CVRPLIB's `.vrp` and its time windows, as in EURO-NeurIPS 2022.
    case vrplib
    /// Solomon, Gehring & Homberger.
    case solomon
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
  /// What a `.sol` calls each job of the problem, by the job's index.
  public let clientNumbers: [Int]
  /// The rule behind `Violation.Kind.shift` in this file.
  let shiftRule: PlanViolation.Kind

  private let jobs: [Int: Int]

  init(_ name: String, _ format: Format, _ convention: Convention, _ tables: InstanceTables) throws(InvalidInput) {
    self.name = name
    self.format = format
    self.convention = convention
    problem = try tables.problem()
    clientNumbers = Array(tables.numbers.dropFirst())
    shiftRule = tables.longestTime == nil ? .timeWindow : .duration
    jobs = Dictionary(zip(clientNumbers, clientNumbers.indices), uniquingKeysWith: { first, _ in first })
  }

  /// An amount that the problem counts, in the unit of the file.
  public func amount(_ count: Int) -> FileAmount { FileAmount(count, convention) }

  /// The job that a `.sol` calls by a number, or `nil` if the file has no such client. O(1).
  public func job(numbered number: Int) -> Int? { jobs[number] }
}
