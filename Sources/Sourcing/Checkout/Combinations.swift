/// The combinations of one choice for each line, the cheapest first: each combination once, made when it is asked for.
///
/// The choices of a line are sorted. A combination's successors take the next choice on one line, from the last one that is not at its
/// first choice on: so each has one predecessor, which is no dearer (E. Lawler, "A procedure for computing the k best solutions to
/// discrete optimization problems", Management Science 18, 1972). Of equal ones the one that was made sooner comes first.
///
/// Complexity: lines × the number of combinations taken, and as much memory.
struct Combinations {
  struct Combination {
    let cost: Int
    /// For each line the number of its choice.
    let choices: [Int]
    fileprivate let last: Int
  }

  private let costs: [[Int]]
  /// Dearest first.
  private var open: [Combination] = []

  /// - Parameter costs: For each line what its choices cost, ascending; at least one.
  init(_ costs: [[Int]]) {
    self.costs = costs
    open = [
      Combination(
        cost: costs.reduce(0) { $0 + $1[0] }, choices: [Int](repeating: 0, count: costs.count), last: 0)
    ]
  }

  /// What the next one costs, and with it all that follow at least; `nil` if there is none.
  var nextCost: Int? { open.last?.cost }

  mutating func next() -> Combination? {
    guard let combination = open.popLast() else { return nil }
    for line in combination.last..<max(combination.last, costs.count) {
      let choice = combination.choices[line] + 1
      guard choice < costs[line].count else { continue }
      var choices = combination.choices
      choices[line] = choice
      insert(
        Combination(
          cost: combination.cost + costs[line][choice] - costs[line][choice - 1], choices: choices, last: line))
    }
    return combination
  }

  private mutating func insert(_ combination: Combination) {
    var low = 0
    var high = open.count
    while low < high {
      let middle = (low + high) / 2
      if open[middle].cost > combination.cost { low = middle + 1 } else { high = middle }
    }
    open.insert(combination, at: low)
  }
}
