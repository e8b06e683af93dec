/// A cut on three jobs: at most one route has two of them or more.
///
/// It follows from each job being on one route at most, by halving the sum of the three and rounding down (M. Jepsen, B.
/// Petersen, S. Spoorendonk and D. Pisinger, "Subset-row inequalities applied to the vehicle-routing problem with time windows",
/// 2008). A walk counts as often as it has two of them without leaving the cut's memory between: that is no more than it would
/// count, so the cut holds, and labels forget it elsewhere (D. Pecin, A. Pessoa, M. Poggi and E. Uchoa, "Improved
/// branch-cut-and-price for capacitated vehicle routing", 2017).
struct SubsetRow {
  /// Three jobs, as places in the group's jobs, ascending.
  let jobs: [Int]
  /// For each job of the group whether the cut is remembered past it; the three are.
  var memory: [Bool]

  init(jobs: [Int], count: Int, remembersAll: Bool = false) {
    self.jobs = jobs
    memory = [Bool](repeating: remembersAll, count: count)
    for job in jobs { memory[job] = true }
  }

  /// How often a walk counts.
  func coefficient(of walk: some Sequence<Int>) -> Int {
    var coefficient = 0
    var isHalf = false
    for job in walk {
      if !memory[job] {
        isHalf = false
      } else if jobs.contains(job) {
        if isHalf { coefficient += 1 }
        isHalf.toggle()
      }
    }
    return coefficient
  }

  /// Remembers past all jobs between two of the three on a walk.
  mutating func remember(_ walk: [Int]) {
    var from: Int?
    for (place, job) in walk.enumerated() where jobs.contains(job) {
      if let begin = from {
        for between in walk[begin...place] { memory[between] = true }
        from = nil
      } else {
        from = place
      }
    }
  }
}

extension SubsetRow {
  /// A cut that a solution of the linear program breaks.
  struct Violated {
    let jobs: [Int]
    let by: Double
  }

  /// All cuts that a solution breaks, the worst first. O(jobs × pairs of jobs that share a walk).
  ///
  /// - Parameter walks: Jobs as places in the group's jobs, and how much of each walk the solution takes.
  static func violated(by walks: [(jobs: [Int], share: Double)], count: Int, atLeast least: Double) -> [Violated] {
    var pairs = [Double](repeating: 0, count: count * count)
    var served = [[Int]](repeating: [], count: count)
    for (index, walk) in walks.enumerated() {
      let jobs = Set(walk.jobs).sorted()
      for job in jobs { served[job].append(index) }
      for one in jobs { for other in jobs where other != one { pairs[one * count + other] += walk.share } }
    }
    let isOn = walks.map { walk in
      var row = [Bool](repeating: false, count: count)
      for job in walk.jobs { row[job] = true }
      return row
    }
    var found: [Violated] = []
    for one in 0..<count {
      for two in (one + 1)..<max(one + 1, count) {
        let pair = pairs[one * count + two]
        for three in (two + 1)..<max(two + 1, count) {
          let sum = pair + pairs[one * count + three] + pairs[two * count + three]
          guard sum > 1 + least else { continue }
          var all = 0.0
          for walk in served[one] where isOn[walk][two] && isOn[walk][three] { all += walks[walk].share }
          if sum - 2 * all > 1 + least { found.append(Violated(jobs: [one, two, three], by: sum - 2 * all - 1)) }
        }
      }
    }
    return found.sorted { ($0.by, $1.jobs[0], $1.jobs[1], $1.jobs[2]) > ($1.by, $0.jobs[0], $0.jobs[1], $0.jobs[2]) }
  }
}
