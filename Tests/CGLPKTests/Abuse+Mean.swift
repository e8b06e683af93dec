import CGLPK

extension Abuse {
  /// Programs that are well formed and mean: by their numbers, their shape, or the way they are to be solved.
  static let mean: [Abuse] = [
    Abuse("NaN constant", .invalid, says: "constant") { $0.constant = .nan },
    Abuse("infinite constant", .invalid, says: "constant") { $0.constant = -.infinity },
    Abuse("a constant that swallows the objective", .optimal) { $0.constant = 1e300 },
    Abuse("the greatest costs there are", .optimal) { $0.costs = [.greatestFiniteMagnitude, .greatestFiniteMagnitude] },
    Abuse("denormal costs", .optimal) { $0.costs = [.leastNonzeroMagnitude, .leastNonzeroMagnitude] },
    Abuse("denormal coefficients", either: [.optimal, .infeasible, .numericalTrouble, .fault]) {
      $0.entryValues = [.leastNonzeroMagnitude, .leastNonzeroMagnitude]
    },
    Abuse("the greatest coefficients there are", either: [.optimal, .numericalTrouble, .fault]) {
      $0.entryValues = [.greatestFiniteMagnitude, 1]
    },
    Abuse("coefficients of 1e308 and 1e-308 in a row", either: [.optimal, .infeasible, .numericalTrouble, .fault]) {
      $0.entryValues = [1e308, 1e-308]
    },
    Abuse("a square of 1e308 and 1e-308", either: [.optimal, .infeasible, .numericalTrouble, .fault]) {
      $0 = Call(rows: 8, columns: 8) { ($0 + $1) % 2 == 0 ? 1e308 : 1e-308 }
    },
    Abuse("coefficients over 40 powers of ten", either: [.optimal, .infeasible, .numericalTrouble]) {
      $0 = Call(rows: 10, columns: 10) { Double(sign: .plus, exponent: ($0 * 7 + $1 * 13) % 132 - 66, significand: 1) }
    },
    Abuse("bounds of 1e9 that no point meets", .infeasible) {
      $0.rowLower = [1e9]; $0.columnUpper = [1, 1e8]
    },
    Abuse("bounds of 1e9 in whole numbers", .optimal) {
      $0.rowLower = [1e9]; $0.columnUpper = [1e9, 1e9]; $0.integral = [true, true]
    },
    Abuse("whole numbers beyond an int", .optimal) {
      $0.rowLower = [1e12]; $0.columnUpper = [1e15, 1e15]; $0.integral = [true, true]
    },
    Abuse("whole numbers beyond a double", either: [.optimal, .infeasible, .numericalTrouble, .fault]) {
      $0.rowLower = [1e18]; $0.columnUpper = [1e300, 1e300]; $0.integral = [true, true]
    },
    Abuse("whole numbers with a relaxation that has no end", .unbounded) {
      $0.maximize = true; $0.integral = [true, true]
    },
    Abuse("whole numbers without bounds", .unbounded) {
      $0.columnLower = [-.infinity, -.infinity]; $0.integral = [true, true]; $0.entryValues = [1, 0]
    },
    Abuse("everything fixed", .infeasible) {
      $0.columnLower = [0.25, 0.25]; $0.columnUpper = [0.25, 0.25]
    },
    Abuse("everything free, nothing wanted", .optimal) {
      $0.columnLower = [-.infinity, -.infinity]; $0.costs = [0, 0]
    },
    Abuse("a row that says nothing", .optimal) { $0.rowLower = [-.infinity] },
    Abuse("bounds one unit in the last place apart", .optimal) {
      $0.rowLower = [1]; $0.rowUpper = [(1.0).nextUp]
    },
    Abuse("a hundred copies of a row", .optimal) { $0 = Call(rows: 100, columns: 5) { _, column in 1 + Double(column) } },
    Abuse("a hundred copies of a column", .optimal) { $0 = Call(rows: 5, columns: 100) { row, _ in 1 + Double(row) } },
    Abuse("parallel rows that differ by round-off", either: [.optimal, .infeasible, .numericalTrouble]) {
      $0 = Call(rows: 30, columns: 6) { Double($1 + 1) * (1 + Double($0) * 1e-15) }
    },
    Abuse("a Hilbert matrix", either: [.optimal, .infeasible, .numericalTrouble]) {
      $0 = Call(rows: 14, columns: 14) { 1 / Double($0 + $1 + 1) }
      $0.rowUpper = $0.rowLower
    },
    Abuse("a column of no rows that no bound holds", .unbounded) {
      $0.maximize = true; $0.entryValues = [1, 0]; $0.rowUpper = [1]
    },
    Abuse("a row that only a cancellation could meet", .infeasible) {
      $0.entryValues = [0, 0]; $0.rowLower = [1e-6]
    },
    Abuse("a gap without end", .optimal) {
      $0.options.relative_gap = .infinity; $0.integral = [true, true]
    },
    Abuse("a start in every nonsense status", .optimal) {
      $0 = Call(rows: 20, columns: 40) { Double(($0 * 31 + $1 * 17) % 11) }
      $0.rowStatuses = (0..<20).map { UInt8($0 * 13) }
      $0.columnStatuses = (0..<40).map { UInt8($0 * 6) }
    },
    Abuse("a singular start", .optimal) {
      $0 = Call(rows: 2, columns: 2) { _, _ in 1 }
      $0.rowStatuses = [2, 2]; $0.columnStatuses = [1, 1]
    },
    Abuse("a start of free columns at bounds", .optimal) {
      $0.rowStatuses = [5]; $0.columnStatuses = [4, 4]
    },
    Abuse("cuts where nothing is whole", .optimal) { $0.options.cuts = true },
    Abuse("cuts on numbers of 1e12", either: [.optimal, .infeasible, .numericalTrouble, .fault]) {
      $0 = Call(rows: 4, columns: 8) { Double(($0 * 31 + $1 * 17) % 11) * 1e12 + 1 }
      $0.integral = Array(repeating: true, count: 8); $0.options.cuts = true
      $0.columnUpper = Array(repeating: 1e6, count: 8)
      $0.options.time_limit = 2000
    },
    Abuse("a minute's work in a millisecond", .timeLimit) {
      $0 = .endless; $0.options.time_limit = 1
    },
    Abuse("an assignment in a millisecond", .timeLimit) {
      $0 = .assignment(of: 100); $0.options.time_limit = 1
    },
    Abuse("one iteration of a whole-numbered search", .iterationLimit) {
      $0 = .endless; $0.options.iteration_limit = 1
    },
    Abuse("columns that alone break a limit on memory", .memoryLimit, says: "memory") {
      $0.columns = .max; $0.options.memory_limit = 100
    },
  ]

  /// Beale's program, on which the textbook simplex method goes in circles (Beale 1955).
  static let beale = Abuse("Beale's cycle", .optimal) {
    let table: [[Double]] = [[0.25, -60, -0.04, 9], [0.5, -90, -0.02, 3], [0, 0, 1, 0]]
    $0 = Call(rows: 3, columns: 4) { row, column in table[row][column] }
    $0.rowLower = Array(repeating: -.infinity, count: 3)
    $0.rowUpper = [0, 0, 1]
    $0.costs = [-0.75, 150, -0.02, 6]
    $0.options.method = .primal
  }

  /// The cube of Klee and Minty (1972), of which the textbook method visits all 2ⁿ corners.
  static let kleeMinty = Abuse("the cube of Klee and Minty", either: [.optimal, .numericalTrouble]) {
    let size = 20
    $0 = Call(rows: size, columns: size) { row, column in
      column < row ? Double(sign: .plus, exponent: row - column + 1, significand: 1) : column == row ? 1 : 0
    }
    $0.rowLower = Array(repeating: -.infinity, count: size)
    var power = 1.0
    $0.rowUpper = (0..<size).map { _ in
      power *= 5
      return power
    }
    $0.costs = (0..<size).map { Double(sign: .plus, exponent: size - 1 - $0, significand: 1) }
    $0.maximize = true
    $0.options.method = .primal
  }

  /// Every assignment of equal costs: all corners but one step apart are the same point.
  static let degenerate = Abuse("an assignment of equal costs", .optimal) {
    $0 = .assignment(of: 40)
    $0.costs = Array(repeating: 1, count: 1600)
  }
}
