import Logistics

/// One search: ruin and recreate under simulated annealing, with random numbers of its own.
final class Searcher: @unchecked Sendable {
  private let problem: FlatProblem
  private var solution: Solution
  private var random: RandomSource
  private var queue: [QueuedUnit] = []
  private let ruin = StringRuin()
  private let recreate = GreedyRecreate()
  /// How often each unit that must be served was left out; hard ones weigh more, as SISR's fleet minimisation has it.
  private var absences: [Int]

  /// The problem to check every step against, if that is wanted.
  private let original: RoutingProblem?

  private(set) var best = Incumbent()
  private(set) var iterations = 0
  /// What an edge of the first solution costs on average: the scale of the temperature.
  private(set) var edgeCost = 1.0

  /// - Parameter edgeCost: The scale of the temperature; left out, that of the first solution.
  /// - Precondition: The routes of `start` are feasible, together too.
  init(
    _ problem: FlatProblem, seed: UInt64, stream: Int, start: [Route], edgeCost: Double? = nil,
    verifying original: RoutingProblem? = nil
  ) {
    self.original = original
    self.problem = problem
    solution = Solution(problem)
    random = RandomSource(seed: seed, stream: stream)
    absences = [Int](repeating: 1, count: problem.unitCount)
    solution.begin()
    load(start)
    let given = solution.snapshot()
    var rest = (0..<solution.unassignedCount).map { QueuedUnit(unit: solution.unassigned[$0], key: 0, tie: random.next()) }
    rest.sort { $0.precedes($1) }
    recreate.insert(rest, into: solution, &random)
    solution.commit()
    best = solution.snapshot()
    // What may be left out can have been put in at a loss.
    if given.isBetter(than: best) { best = given }
    self.edgeCost = edgeCost ?? meanEdgeCost()
  }

  /// The routes it is at now, which need not be its best.
  var currentRoutes: [Route] { solution.snapshot().routes }

  /// Runs so many iterations at a temperature in units of the mean edge cost.
  func run(iterations count: Int, temperature: Double) {
    guard problem.jobCount > 0 else { return }
    for _ in 0..<count { step(temperature: temperature * edgeCost) }
  }

  private func step(temperature: Double) {
    iterations += 1
    let costBefore = solution.cost
    let missingBefore = solution.missing
    let absencesBefore = missingBefore > 0 ? sumOfAbsences() : 0
    let unassignedBefore = solution.unassignedCount
    let most = Double(costBefore) + temperature * random.exponential()
    // Where all jobs were served and a vehicle is like another, nothing that is still to come makes routes cheaper (but for a detour that
    // is shorter than the direct way): what costs too much before all are back is given up. One job more can bring others nearer to what
    // was told.
    let mayGiveUp =
      missingBefore == 0 && !problem.hasOptionalUnits && problem.typeCount == 1 && !problem.announcements.hasTimes
    solution.begin()
    let seed = ruin.apply(to: solution, &random)
    // What a ruined route needs is at times a smaller vehicle, at times the one it has for what comes back.
    if problem.hasSiblings && random.next() & 1 == 0 {
      for slot in solution.touchedSlots() { solution.retypeIfCheaper(slot) }
    }
    let isComplete = recreate.apply(
      to: solution, around: seed, unassignedBefore: unassignedBefore, limit: mayGiveUp ? most : .infinity, &random, &queue)
    guard isComplete else { return takeBack() }
    if problem.typeCount > 1 {
      for slot in solution.touchedSlots() where problem.hasSiblings || random.next() & 3 == 0 { solution.retypeIfCheaper(slot) }
    }

    var accepted = Double(solution.cost) < most
    if missingBefore > 0 || solution.missing > 0 {
      // Serving the jobs that were left out most often comes before the cost.
      let absencesNow = sumOfAbsences()
      countAbsences()
      if solution.missing != missingBefore || absencesNow != absencesBefore {
        accepted = solution.missing < missingBefore || absencesNow < absencesBefore
      }
    }
    verify()
    guard accepted else { return takeBack() }
    solution.commit()
    if (solution.missing, solution.cost) < (best.missing, best.cost) { best = solution.snapshot() }
  }

  private func takeBack() {
    solution.rollback()
    verify()
  }

  private func sumOfAbsences() -> Int {
    var sum = 0
    for index in 0..<solution.unassignedCount where problem.isRequired[solution.unassigned[index]] {
      sum += absences[solution.unassigned[index]]
    }
    return sum
  }

  private func countAbsences() {
    for index in 0..<solution.unassignedCount { absences[solution.unassigned[index]] += 1 }
  }

  /// Goes on from another searcher's solution.
  func adopt(_ incumbent: Incumbent) {
    solution = Solution(problem)
    solution.begin()
    load(incumbent.routes)
    solution.commit()
    if incumbent.isBetter(than: best) { best = incumbent }
  }

  /// Opens routes, and those that have begun and are not among them.
  private func load(_ routes: [Route]) {
    var waiting = problem.begun
    for route in routes {
      let codes = RouteCode.codes(of: route)
      let begun = waiting.firstIndex { $0.type == route.vehicle && codes.starts(with: $0.codes) }
      let fixed = begun.map { waiting.remove(at: $0).codes.count } ?? 0
      solution.open(type: route.vehicle, with: codes, fixed: fixed)
    }
    for begun in waiting { solution.open(type: begun.type, with: begun.codes, fixed: begun.codes.count) }
  }

  /// Compares what the search keeps up to date step by step with what the checker works out from scratch.
  private func verify() {
    guard let original else { return }
    let now = solution.snapshot()
    let verdict = original.check(now.routes)
    let penalty = problem.penalty(of: now.routes)
    precondition(
      verdict.violations.allSatisfy { $0.kind == .missing || $0.kind == .begun },
      "iteration \(iterations): the search broke a rule: \(verdict.violations)")
    precondition(
      penalty.missing == now.missing && verdict.cost + penalty.price == now.cost,
      "iteration \(iterations): the search keeps \(now.cost), the checker finds \(verdict.cost)")
  }

  private func meanEdgeCost() -> Double {
    var cost = 0
    for index in 0..<solution.activeCount {
      let state = solution.slots[solution.order[index]]
      cost += state.cost - problem.types[state.type].fixedCost
    }
    let edges = problem.jobCount - solution.unassignedCount + solution.activeCount
    return max(1, Double(cost) / Double(max(1, edges)))
  }
}
