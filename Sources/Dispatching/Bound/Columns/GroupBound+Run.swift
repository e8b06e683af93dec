import LinearProgramming
import Logistics

extension GroupBound {
  /// Generates columns, adds cuts, and looks through what is left, until the bound cannot rise, reaches the incumbent's cost, or
  /// a limit comes.
  ///
  /// - Parameter afterRound: Told after each round; says whether to go on.
  mutating func run(
    rounds most: Int, until deadline: ContinuousClock.Instant?, incumbent: Int?, afterRound: (GroupBound) -> Bool
  ) {
    var least = 0.15
    var isStopped = false
    // Ways were taken away that no cheaper plan needs.
    defer { if let known = better?.cost ?? incumbent { hold(to: known) } }
    func tell(_ work: GroupBound) -> Bool {
      isStopped = !afterRound(work)
      return !isStopped
    }
    raiseInBoxes(rounds: most, until: deadline, incumbent: incumbent, afterRound: tell)
    while !isStopped {
      let end = generate(rounds: most, until: deadline, incumbent: better?.cost ?? incumbent, afterRound: tell)
      guard end == .converged, !isCutShort, !isStopped else {
        isConverged = end == .reachedTarget
        return
      }
      isConverged = true
      if let cost = better?.cost ?? incumbent {
        fixWays(below: cost, until: deadline)
        if lookThrough(below: cost, until: deadline) { return }
      }
      if let deadline, ContinuousClock.now >= deadline { return }
      let isBroken = addCuts(atLeast: &least)
      // With cuts a round takes longer, and there are many more.
      let isSlow = deadline.map { ContinuousClock.now + .seconds(6 * searchTime) > $0 } ?? false
      if !isBroken || isSlow {
        if let cost = better?.cost ?? incumbent, lookThrough(below: cost, isLast: true, until: deadline) { return }
        isConverged = !isBroken
        return
      }
    }
  }

  /// Generates columns under the cuts in force.
  mutating func generate(
    rounds most: Int, until deadline: ContinuousClock.Instant?, incumbent: Int?, smoothing: Double = 0.7, quickRounds: Int = 20,
    afterRound: (GroupBound) -> Bool
  ) -> ColumnGeneration<Walk>.End {
    var limit = ColumnGenerationLimit()
    limit.rounds = max(0, most - rounds)
    limit.deadline = deadline
    limit.target = incumbent.map { Double($0) }
    limit.quickRounds = quickRounds
    limit.smoothing = smoothing
    limit.tolerance = tolerance(incumbent ?? value)
    // What a step of the simplex method costs grows with all columns.
    limit.mostColumns = 25 * group.jobs.count + 1500
    var generation = generation
    var work = self
    let (begun, solved) = (rounds, generation.rounds)
    let end: ColumnGeneration<Walk>.End
    do {
      end = try generation.run(
        limit,
        afterRound: { generation in
          work.rounds = begun + generation.rounds - solved
          return afterRound(work)
        }
      ) { prices, effort in work.price(prices, effort, until: deadline) }
    } catch {
      preconditionFailure("a program of valid costs is refused: \(error)")
    }
    work.generation = generation
    work.rounds = begun + generation.rounds - solved
    self = work
    return end
  }

  /// A search of so many labels takes some hundredths of a second.
  private static let fewLabels = 60_000

  /// Adds the cuts that the solution of the master breaks most, and leaves away those that cost nothing.
  ///
  /// - Returns: Whether there are any.
  private mutating func addCuts(atLeast least: inout Double) -> Bool {
    guard let solution = generation.solution else { return false }
    var walks: [(jobs: [Int], share: Double)] = []
    for (index, walk) in generation.meanings.enumerated() {
      let share = solution.values[generation.column(index)]
      if share > 1e-6 { walks.append((walk.jobs.compactMap { jobPlaces[$0] }, share)) }
    }
    let count = group.jobs.count
    var violated = SubsetRow.violated(by: walks, count: count, atLeast: least)
    while violated.count < 10 && least > 0.02 {
      least /= 2
      violated = SubsetRow.violated(by: walks, count: count, atLeast: least)
    }
    let prices = solution.prices.elements.suffix(cuts.count)
    var kept: [(cut: SubsetRow, penalty: Int)] = []
    for (cut, price) in zip(cuts, prices) where price < -1e-6 {
      kept.append((cut, max(0, Int(clamping: (-price * Double(scale)).rounded()))))
    }
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($0.element.cut.jobs, $0.offset) })
    var uses = [Int](repeating: 0, count: count)
    var added = 0
    // What a label has to remember of cuts makes it harder to dominate. Where searches are fast, cuts that are remembered
    // everywhere prove more.
    let remembersAll = searches.reduce(0) { $0 + $1.labelCount } < Self.fewLabels
    for cut in violated {
      if added >= 40 { break }
      if cut.jobs.contains(where: { uses[$0] >= 4 }) { continue }
      let touching = walks.filter { walk in cut.jobs.count(where: walk.jobs.contains) >= 2 }
      if let place = places[cut.jobs] {
        let before = kept[place].cut.memory
        for walk in touching { kept[place].cut.remember(walk.jobs) }
        if kept[place].cut.memory == before { continue }
      } else {
        guard kept.count < CutSet.room else { continue }
        var row = SubsetRow(jobs: cut.jobs, count: count, remembersAll: remembersAll)
        for walk in touching { row.remember(walk.jobs) }
        kept.append((row, 0))
      }
      for job in cut.jobs { uses[job] += 1 }
      added += 1
    }
    guard added > 0 else { return false }
    change(cuts: kept.map(\.cut), penalties: kept.map(\.penalty))
    return true
  }
}
