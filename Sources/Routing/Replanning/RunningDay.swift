public import Logistics

/// The rest of a day that runs, as a routing problem: what is done and what vehicles are on their way to stays as it is, with the times at
/// which it happened, everything else can be planned anew at the prices of doing otherwise than was told.
///
/// - Each route of the plan is driven by a vehicle type of its own of which there is one. Vehicles that no route uses can be used from now on.
/// - **Done.** A stop is frozen once the vehicle has left for it. Frozen stops are the beginning of their routes (`RoutingProblem.begun`), and
///   begin when they did; the one that a vehicle is on its way to begins when it gets there.
/// - **Goods.** What is on board of a vehicle that has left can be brought by no other. What is at the depot can be taken by who leaves it from
///   now on, also by who comes to load anew.
/// - **Windows** begin no sooner than now, and where something was told no sooner than that by more than ``StabilityPrices/mostEarly``.
/// - A vehicle whose stops are all done is not sent out again. A vehicle may be out, and drive, as long as what it has begun takes.
public struct RunningDay: Sendable {
  /// What a job of the rest of the day is for that nobody ordered.
  public struct Errand: Hashable, Sendable {
    /// What is done there.
    public enum Kind: String, Hashable, Sendable {
      /// Goods are taken over from a vehicle that is down.
      case fetch
      /// Something is collected where goods from a vehicle that is down are brought.
      case collect
    }

    public let kind: Kind
    /// The job that it is for, in ``RunningDay/problem``.
    public let job: Int
  }

  /// The rest of the day. Its jobs are those of the problem that ran without those that are cancelled or lost, then those that were added,
  /// then ``errands``.
  public let problem: RoutingProblem
  /// The plan as far as it can be gone on with: where a search begins.
  public let start: [Route]
  /// The jobs of ``problem`` that nobody ordered.
  public let errands: [Int: Errand]
  /// When it is.
  public let now: Instant
  /// For each route of the plan the vehicle type in ``problem`` that drives it; `nil` if it has no stops.
  public let vehicles: [Int?]
  /// For each route of the plan how many of its stops are frozen.
  public let frozen: [Int]

  /// The plan as it was to be, and the problem it was made for.
  let plan: Verdict
  let before: RoutingProblem
  let prices: StabilityPrices
  /// For each job of the problem that ran its number in ``problem``; `nil` if it is cancelled or lost.
  package let jobs: [Int?]
  /// How many jobs were added; they follow those that are left.
  let addedCount: Int
  /// The jobs that were cancelled, and those whose goods are lost.
  let cancelled: Set<Int>
  let lost: Set<Int>
  /// The routes whose vehicles drive no further.
  let down: Set<Int>

  /// The rest of a day.
  ///
  /// - Parameters:
  ///   - plan: The routes that run.
  ///   - now: When it is: before, everything went as planned but for what the events say.
  ///   - events: What has happened.
  ///   - prices: What it costs to do otherwise than was told.
  ///   - leeway: What the day may take beyond the rules.
  /// - Throws: `InvalidInput` with everything that is wrong: a plan with routes, jobs or reloads that the problem does not have, or more
  ///   vehicles than there are, or whose driven part breaks a rule; an event about a route or a job that is not there, the cancelling of a job that has
  ///   begun; numbers out of their range.
  public init(
    of problem: RoutingProblem, plan: [Route], at now: Instant, events: [DayEvent], prices: StabilityPrices,
    leeway: Leeway = Leeway()
  ) throws(InvalidInput) {
    var maker = RunningDayMaker(problem, plan, now, events, prices, leeway)
    self = try maker.make()
  }

  /// The job of the problem that ran of which a job of ``problem`` is the rest; `nil` if it was added, or is one of the ``errands``. O(jobs).
  public func original(of job: Int) -> Int? { jobs.firstIndex(of: job) }

  init(
    problem: RoutingProblem, start: [Route], _ maker: RunningDayMaker, vehicles: [Int?], jobs: [Int?],
    errands: [Int: Errand]
  ) {
    self.problem = problem
    self.start = start
    self.vehicles = vehicles
    self.jobs = jobs
    self.errands = errands
    now = maker.now
    frozen = maker.parts.map(\.jobs)
    plan = maker.plan
    before = maker.problem
    prices = maker.prices
    addedCount = maker.added.count
    cancelled = maker.cancelled
    lost = maker.lost
    down = Set(maker.stranded.keys)
  }
}
