/// Branch and bound over some columns of a program, the others at rest.
///
/// It dives: of a program's two successors the one that rounds up the column nearest to its next whole number comes first, the other
/// waits. After a dive the open program of the least bound goes on, the deepest of several. Each begins at its predecessor's basis,
/// from which the dual method needs few steps.
struct DiveTree {
  private let columns: [Int]
  private let integral: [Bool]
  private let resting: [Double]
  /// What the columns at rest contribute to the objective.
  private let outside: Double
  /// The program of the columns, with the bounds of the node that was solved last.
  private var part: FlatProgram
  private var base: [Bounds]
  /// The columns whose bounds differ from the base.
  private var moved: [Int] = []
  private var open = OpenNodes()
  private var fixing: ReducedCostFixing

  /// - Parameters:
  ///   - columns: Which to search over, the relaxation's basic ones among them as far as they are not fixed.
  ///   - basis: The relaxation's.
  init(_ search: IntegerSearch, _ fixing: ReducedCostFixing, columns: [Int], _ basis: Basis) {
    // The order of the program, not that of the prices, so that equal parts are equal programs.
    let columns = columns.sorted()
    self.columns = columns
    self.fixing = fixing
    var resting = fixing.resting
    // A column that is fixed away from where it rests keeps the fixed value.
    for column in resting.indices {
      resting[column] = min(max(resting[column], fixing.bounds[column].lower), fixing.bounds[column].upper)
    }
    self.resting = resting
    outside = search.program.objective(of: resting) - columns.reduce(0) { $0 + search.program.costs[$1] * resting[$1] }
    integral = columns.map { search.integral[$0] }
    part = search.program.part(columns, resting: resting)
    base = columns.map { fixing.bounds[$0] }
    part.columnBounds = base
    open.push(
      OpenNode(
        parent: nil, column: -1, bounds: .free, bound: search.rootBound,
        basis: Basis(columns: columns.map { basis.columns[$0] }, rows: basis.rows)))
  }

  /// Searches until nothing is left, a limit comes, or, with patience, a better point is found or so many programs brought none.
  mutating func search(_ search: inout IntegerSearch, _ effort: inout Effort, patience: Int? = nil) {
    var next: OpenNode?
    var solved = 0
    while let node = next ?? open.pop() {
      next = nil
      guard node.bound <= search.target else { continue }
      if let patience, solved >= patience { return }
      solved += 1
      guard moveBounds(to: node) else { continue }
      // What the columns at rest cost is no part of what GLPK sees.
      let limit = search.target.isFinite ? search.sign * (search.target + tolerance(search.target)) - outside : nil
      let solution = effort.solve(
        part, from: node.basis, node.basis == nil ? .automatic : .dual, objectiveLimit: limit)
      switch solution.termination {
      case .optimal: break
      case .infeasible, .unbounded: continue
      case .numericalTrouble:
        // What is below this node stays unknown.
        search.openBound = min(search.openBound, node.bound)
        continue
      default:
        search.stopped = solution.termination
        search.openBound = min(search.openBound, node.bound, open.leastBound)
        return
      }
      let all = spread(solution.values.elements)
      let bound = max(node.bound, search.granularity.lifted(search.sign * search.program.objective(of: all)))
      guard bound <= search.target else { continue }
      guard let pick = brokenColumn(solution.values.elements) else {
        guard let point = point(all, &search, &effort) else {
          search.openBound = min(search.openBound, bound)
          continue
        }
        if search.adopt(point) {
          if patience != nil { return }
          tightenBase(to: search.target)
        }
        continue
      }
      let value = solution.values.elements[pick].rounded(.down)
      let bounds = part.columnBounds[pick]
      open.push(
        OpenNode(
          parent: node, column: pick, bounds: Bounds(lower: bounds.lower, upper: value), bound: bound, basis: solution.basis))
      next = OpenNode(
        parent: node, column: pick, bounds: Bounds(lower: value + 1, upper: bounds.upper), bound: bound, basis: solution.basis)
    }
  }

  /// What GLPK's objective may be off.
  private func tolerance(_ objective: Double) -> Double { 1e-7 * max(1, abs(objective)) }

  /// The column to branch on: that nearest below a whole number, the greatest of several; `nil` if all are whole.
  private func brokenColumn(_ values: [Double]) -> Int? {
    var pick: Int?, best = (-1.0, -Double.infinity)
    for column in values.indices where integral[column] {
      let value = values[column]
      guard abs(value - value.rounded()) > IntegerPoint.wholeness else { continue }
      let key = (value - value.rounded(.down), value)
      // Differences of the solver's last digits do not choose.
      if key.0 > best.0 + 1e-9 || (key.0 > best.0 - 1e-9 && key.1 > best.1 + 1e-9) { (pick, best) = (column, key) }
    }
    return pick
  }

  /// The point of a program whose whole-numbered columns are whole; where rounding them off breaks a row, the other columns are solved for
  /// once more.
  private mutating func point(_ values: [Double], _ search: inout IntegerSearch, _ effort: inout Effort) -> IntegerPoint? {
    if let point = IntegerPoint(rounding: values, search.program, search.integral) { return point }
    var fixed = part
    for (index, column) in columns.enumerated() where integral[index] {
      let whole = values[column].rounded()
      guard part.columnBounds[index].violation(of: whole) == 0 else { return nil }
      fixed.columnBounds[index] = .equal(whole)
    }
    let solution = effort.solve(fixed, from: nil, .automatic)
    guard solution.termination.isOptimal else { return nil }
    return IntegerPoint(rounding: spread(solution.values.elements), search.program, search.integral)
  }

  private func spread(_ values: [Double]) -> [Double] {
    var all = resting
    for (column, value) in zip(columns, values) { all[column] = value }
    return all
  }

  /// - Returns: Whether the bounds admit something: those fixed since may contradict those of the branches.
  private mutating func moveBounds(to node: OpenNode) -> Bool {
    var admit = true
    for column in moved { part.columnBounds[column] = base[column] }
    moved.removeAll(keepingCapacity: true)
    var place: OpenNode? = node
    while let step = place, step.column >= 0 {
      let bounds = part.columnBounds[step.column]
      moved.append(step.column)
      part.columnBounds[step.column] = Bounds(
        lower: max(bounds.lower, step.bounds.lower), upper: min(bounds.upper, step.bounds.upper))
      admit = admit && part.columnBounds[step.column].admitsSomething
      place = step.parent
    }
    return admit
  }

  /// A better point fixes more columns, for all nodes that are open still.
  private mutating func tightenBase(to target: Double) {
    fixing.tighten(to: target)
    for (index, column) in columns.enumerated() where base[index] != fixing.bounds[column] {
      base[index] = fixing.bounds[column]
      part.columnBounds[index] = base[index]
      moved.append(index)
    }
  }
}
