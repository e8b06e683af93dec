/// Takes strings of neighbouring visits out of routes that lie close to each other.
///
/// The ruin of SISR: J. Christiaens and G. Vanden Berghe, "Slack Induction by String Removals for Vehicle Routing Problems",
/// Transportation Science 54 (2020). Slack that arises in several routes at one spot is what lets visits change between them.
struct StringRuin {
  /// How many visits a ruin takes out on average.
  var averageRemoved = 10.0
  /// The longest string.
  var longestString = 10.0
  /// The share of strings that keep a part in their middle.
  var splitShare = 0.5
  /// The chance that the ruin is around a job that is left out, if there are any: room has to be made where it is wanted.
  var attention = 0.1
  /// The chance that such a part stops growing at each step.
  var splitDepth = 0.01

  /// The chance that a whole route is taken out, if jobs may be left out: it may not be worth its vehicle, whatever its last jobs pay.
  var closing = 0.02

  /// Ruins a solution around a random job, which is returned.
  @discardableResult
  func apply(to solution: Solution, _ random: inout RandomSource) -> Int {
    let problem = solution.problem
    guard solution.activeCount > 0 else { return random.below(problem.jobCount) }
    if problem.hasOptionalUnits && random.unit() < closing {
      let slot = solution.order[random.below(solution.activeCount)]
      let state = solution.slots[slot]
      if state.fixed == 0 {
        let centre = 1 + random.below(state.length)
        let seed = Int(state.memory.positions[centre].job)
        solution.remove(1..<(state.length + 1), keeping: 1..<1, from: slot)
        return seed >= 0 ? seed : random.below(problem.jobCount)
      }
    }
    let assigned = Double(problem.unitCount - solution.unassignedCount)
    let stringLimit = min(longestString, assigned / Double(solution.activeCount))
    let mostStrings = 4 * averageRemoved / (1 + stringLimit) - 1
    let strings = Int(random.unit() * mostStrings + 1)
    var seed = random.below(problem.jobCount)
    if solution.unassignedCount > 0 && random.unit() < attention {
      seed = Int(problem.members[problem.firstMember[solution.unassigned[random.below(solution.unassignedCount)]]])
    }
    let neighbours = problem.neighbours + seed * problem.neighbourCount
    var ruined = 0
    for rank in 0..<problem.neighbourCount {
      if ruined >= strings { break }
      let job = Int(neighbours[rank])
      let slot = solution.slotOfJob[job]
      guard slot >= 0, !solution.isTouched(slot), Int(solution.positionOfJob[job]) > solution.slots[slot].fixed else { continue }
      let length = solution.slots[slot].length
      let longest = min(Double(length), stringLimit)
      removeString(around: job, of: Int(random.unit() * longest + 1), from: slot, solution, &random)
      ruined += 1
    }
    return seed
  }

  private func removeString(
    around job: Int, of drawn: Int, from slot: Int, _ solution: Solution, _ random: inout RandomSource
  ) {
    // What is fixed at the beginning of the route is as if it were not there.
    let fixed = solution.slots[slot].fixed
    let length = solution.slots[slot].length - fixed
    let count = min(drawn, length)
    let centre = Int(solution.positionOfJob[job]) - fixed
    var kept = 0
    if count > 1 && count < length && random.unit() < splitShare {
      kept = 1
      while count + kept < length && random.unit() > splitDepth { kept += 1 }
    }
    let span = count + kept
    let first = max(1, centre - span + 1)
    let last = min(centre, length - span + 1)
    let start = fixed + first + random.below(last - first + 1)
    // What is kept lies anywhere within the string, but leaves at least the first of it to be taken out.
    let keptStart = kept == 0 ? start : start + 1 + random.below(count)
    solution.remove(start..<(start + span), keeping: keptStart..<(keptStart + kept), from: slot)
  }
}
