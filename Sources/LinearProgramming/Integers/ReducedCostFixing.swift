/// Bounds of columns that every better point keeps, from the reduced costs of the relaxation.
struct ReducedCostFixing {
  private let program: FlatProgram
  private let integral: [Bool]
  private let objective: Double
  private let sign: Double
  /// The size of each column's reduced cost, 0 of basic ones.
  private let price: [Double]
  private let order: [Int]
  private let isBasic: [Bool]
  /// How many columns belong to every part.
  let firstCount: Int

  /// The bounds of each column as far as they are tightened.
  private(set) var bounds: [Bounds]
  /// The value at which each column stands where the search leaves it out: a whole one for those that must be.
  let resting: [Double]

  init(_ program: FlatProgram, _ integral: [Bool], _ root: Solution, _ basis: Basis) {
    self.program = program
    self.integral = integral
    sign = program.sense == .minimize ? 1 : -1
    objective = sign * root.objective
    bounds = program.columnBounds
    resting = basis.columns.indices.map { program.restingPlace(of: $0, basis.columns[$0]).value }
    let reduced = root.reducedCosts.elements
    let price = reduced.indices.map { basis.columns[$0] == .basic ? 0 : abs(reduced[$0]) }
    self.price = price
    // Basic columns first: every part of the program keeps the relaxation's optimum. And those over one row at most: as slacks do, they
    // let a part be feasible after some columns are fixed, whatever they cost.
    let isBasic = basis.columns.map { $0 == .basic }
    self.isBasic = isBasic
    let starts = program.matrix.starts
    let isFirst = price.indices.map { isBasic[$0] || starts[$0 + 1] - starts[$0] <= 1 }
    order =
      price.indices.filter { isFirst[$0] } + price.indices.filter { !isFirst[$0] }.sorted { (price[$0], $0) < (price[$1], $1) }
    firstCount = isFirst.count { $0 }
  }

  /// Tightens bounds to what objectives up to a target (times the sign) leave: each unit away from its bound costs a column its reduced
  /// cost.
  ///
  /// - Complexity: O(columns).
  mutating func tighten(to target: Double) {
    guard target < .infinity else { return }
    let room = target - objective + max(1e-4, 1e-8 * abs(objective))
    for column in price.indices where integral[column] && price[column] > 1e-9 && bounds[column].lower < bounds[column].upper {
      let steps = (room / price[column]).rounded(.down)
      guard steps < 0x1p31 else { continue }
      let whole = program.columnBounds[column]
      if resting[column] == whole.lower {
        bounds[column].upper = min(bounds[column].upper, resting[column] + max(0, steps))
      } else if resting[column] == whole.upper {
        bounds[column].lower = max(bounds[column].lower, resting[column] - max(0, steps))
      }
    }
  }

  /// The columns whose value is not known yet, those of every part first, then those of the least reduced cost.
  var open: [Int] { order.filter { isBasic[$0] || bounds[$0].lower < bounds[$0].upper } }
}
