/// Puts units back one after the other where each costs least, at times passing over the best place.
///
/// The recreation of SISR (Christiaens and Vanden Berghe 2020), with the empty route priced at every step: opening a route
/// early can be cheaper than filling the last one.
struct GreedyRecreate {
  /// The chance that a place is passed over.
  var blinkRate = 0.01
  /// The chance that a type of vehicle is passed over when a route is opened, if there are several.
  var typeBlinkRate = 0.2
  /// The chance that units are inserted even where leaving them out is cheaper: two of them may pay where one does not.
  var generosity = 0.2
  /// The share of iterations in which those tried again are neighbours of what was ruined: a new vehicle pays for several jobs that lie
  /// together, and for none of them alone.
  var nearness = 0.5
  /// How many of the units that were left out before are tried again.
  var retries = 10

  /// Inserts what the ruin took out, and some of what was out already.
  ///
  /// - Parameters:
  ///   - seed: The job around which it ruined.
  ///   - before: How many units were unassigned before the ruin; they stand first in the list of the unassigned.
  ///   - limit: What the routes must cost less than; once they do not, the rest is left where it is.
  /// - Returns: Whether all have been looked at.
  func apply(
    to solution: Solution, around seed: Int, unassignedBefore before: Int, limit: Double, _ random: inout RandomSource,
    _ queue: inout [QueuedUnit]
  ) -> Bool {
    let problem = solution.problem
    queue.removeAll(keepingCapacity: true)
    for index in before..<solution.unassignedCount { queue.append(QueuedUnit(unit: solution.unassigned[index])) }
    if before <= retries {
      for index in 0..<before { queue.append(QueuedUnit(unit: solution.unassigned[index])) }
    } else if problem.hasOptionalUnits && random.unit() < nearness {
      gather(around: seed, solution, &random, &queue)
    } else {
      for _ in 0..<retries {
        let unit = solution.unassigned[random.below(before)]
        if !queue.contains(where: { $0.unit == unit }) { queue.append(QueuedUnit(unit: unit)) }
      }
    }
    sort(&queue, problem, &random)
    return insert(queue, into: solution, limit: limit, &random)
  }

  /// Inserts units in the order given, as long as the routes cost less than a limit; says whether that was so to the end.
  @discardableResult
  func insert(_ queue: [QueuedUnit], into solution: Solution, limit: Double = .infinity, _ random: inout RandomSource) -> Bool {
    let problem = solution.problem
    let blink = UInt64(blinkRate * 0x1p64)
    let typeBlink = problem.typeCount > 1 ? UInt64(typeBlinkRate * 0x1p64) : 0
    let isGenerous = problem.hasOptionalUnits && solution.unassignedCount > 0 && random.unit() < generosity
    for entry in queue {
      if Double(solution.cost - solution.unassignedPrice) >= limit { return false }
      let unit = entry.unit
      var best = Insertion(cost: isGenerous || problem.isRequired[unit] ? Insertion.dearest : problem.dropCost[unit])
      solution.improve(&best, of: unit, blink: blink, &random)
      solution.improveByOpening(&best, of: unit, blink: typeBlink, &random)
      if best.slot > -2 { solution.apply(best) }
    }
    if isGenerous && !problem.needsSimulation {
      for slot in solution.touchedSlots() { solution.dropUnprofitable(slot) }
    }
    return true
  }

  /// Queues as many of the units left out near a job as may fill a route.
  private func gather(
    around seed: Int, _ solution: Solution, _ random: inout RandomSource, _ queue: inout [QueuedUnit]
  ) {
    let problem = solution.problem
    let served = problem.unitCount - solution.unassignedCount
    let most = queue.count + retries + random.below(2 + 2 * served / max(1, solution.activeCount))
    let neighbours = problem.neighbours + seed * problem.neighbourCount
    for rank in 0..<problem.neighbourCount where queue.count < most {
      let unit = Int(problem.unitOfJob[Int(neighbours[rank])])
      guard !solution.isServed(unit), !queue.contains(where: { $0.unit == unit }) else { continue }
      queue.append(QueuedUnit(unit: unit))
    }
  }

  /// Orders units by one of the measures of the paper, drawn by its weights: at random, largest, farthest or closest first,
  /// and with time windows also tightest, earliest opening or latest closing first.
  private func sort(_ queue: inout [QueuedUnit], _ problem: FlatProblem, _ random: inout RandomSource) {
    let draw = random.below(problem.hasTime ? 16 : 11)
    for index in queue.indices {
      let job = Int(problem.members[problem.firstMember[queue[index].unit]])
      queue[index].tie = random.next()
      queue[index].key =
        switch draw {
        case 0..<4: 0
        case 4..<8: -problem.size[job]
        case 8..<10: -problem.remoteness[job]
        case 10..<11: problem.remoteness[job]
        case 11..<13: problem.due[job] - problem.ready[job]
        case 13..<15: problem.ready[job]
        default: -problem.due[job]
        }
    }
    // Some tens of entries: insertion beats a general sort, and allocates nothing.
    for index in queue.indices.dropFirst() {
      let entry = queue[index]
      var hole = index
      while hole > 0 && entry.precedes(queue[hole - 1]) {
        queue[hole] = queue[hole - 1]
        hole -= 1
      }
      queue[hole] = entry
    }
  }
}

/// A unit that waits to be inserted.
struct QueuedUnit {
  let unit: Int
  var key = 0
  var tie: UInt64 = 0

  @inline(__always)
  func precedes(_ other: QueuedUnit) -> Bool { key != other.key ? key < other.key : tie < other.tie }
}
