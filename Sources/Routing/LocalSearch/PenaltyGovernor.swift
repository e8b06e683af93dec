/// Keeps the penalties where a certain part of the solutions met is feasible: there the search crosses the border often.
struct PenaltyGovernor {
  /// After how many solutions the penalties are looked at.
  static let period = 100
  /// The same for the first few times: where they begin is a guess.
  static let firstPeriod = 25
  static let firstTimes = 8
  /// The part to be feasible, for each rule by itself.
  static let target = 0.4

  private var penalties: Penalties
  private var loadPenalties: [Int]
  private var seen = 0
  private var times = 0
  private var inTime = 0
  private var near = 0
  private var light: [Int]

  /// Starts where a second late costs as much as one more to drive, and what is too much of a load as much as one more way for it.
  init(_ problem: LocalProblem) {
    let flat = problem.flat
    let perMetre = max(1, (0..<flat.typeCount).map { problem.types[$0].costPerMetre }.max() ?? 1)
    penalties = Penalties(late: perMetre << Penalties.fraction, distance: perMetre << Penalties.fraction)
    let ways = (0..<flat.jobCount).reduce(0) { $0 + flat.remoteness[$1] }
    loadPenalties = (0..<flat.dimensions).map { dimension in
      let load = max(1, (0..<flat.jobCount).reduce(0) { $0 + problem.demand[$1 * flat.dimensions + dimension] })
      return min(Penalties.largest, max(1, Int(Double(ways) * Double(perMetre) * 256 / Double(load))))
    }
    light = loadPenalties.map { _ in 0 }
  }

  /// Sets the penalties of a solution and prices it anew; `strict` times as high.
  func apply(to tours: Tours, strict: Int = 1) {
    tours.penalties.pointee = Penalties(
      late: min(Penalties.largest, penalties.late * strict), distance: min(Penalties.largest, penalties.distance * strict))
    for dimension in loadPenalties.indices {
      tours.loadPenalties[dimension] = min(Penalties.largest, loadPenalties[dimension] * strict)
    }
    tours.repriceAll()
  }

  /// Counts which rules a solution keeps.
  mutating func note(_ tours: Tours) {
    seen += 1
    guard !tours.isFeasible else {
      inTime += 1
      near += 1
      for dimension in light.indices { light[dimension] += 1 }
      return
    }
    var (late, far) = (false, false)
    for slot in 0..<tours.problem.slotCount where tours.tours[slot].size > 0 {
      if tours.tours[slot].late > 0 { late = true }
      if tours.tours[slot].metres > tours.vehicle(slot).maximumDistance { far = true }
    }
    if !late { inTime += 1 }
    if !far { near += 1 }
    for dimension in light.indices {
      if !(0..<tours.problem.slotCount).contains(where: {
        tours.tours[$0].size > 0 && tours.load($0, dimension) > tours.capacity($0, dimension)
      }) {
        light[dimension] += 1
      }
    }
  }

  var isDue: Bool { seen >= (times < Self.firstTimes ? Self.firstPeriod : Self.period) }

  /// Moves each penalty towards the target, by a fifth at most.
  mutating func adjust(_ tours: Tours) {
    times += 1
    penalties.late = Self.moved(penalties.late, inTime, seen)
    penalties.distance = Self.moved(penalties.distance, near, seen)
    for dimension in light.indices { loadPenalties[dimension] = Self.moved(loadPenalties[dimension], light[dimension], seen) }
    (seen, inTime, near) = (0, 0, 0)
    for dimension in light.indices { light[dimension] = 0 }
    apply(to: tours)
  }

  private static func moved(_ penalty: Int, _ kept: Int, _ seen: Int) -> Int {
    let share = Double(kept) / Double(seen)
    if abs(share - target) < 0.05 { return penalty }
    let factor = share < target ? 1.2 : 0.85
    return min(Penalties.largest, max(1, Int((Double(penalty) * factor).rounded(share < target ? .up : .down))))
  }
}
