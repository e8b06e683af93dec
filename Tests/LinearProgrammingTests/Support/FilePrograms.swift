import LinearProgramming

/// Random programs with everything that a file must keep.
enum FilePrograms {
  /// Rows and columns of every kind, numbers of every size, whole-numbered columns, names that collide or that no format allows.
  static func anything(_ random: inout SplitMix64, wild: Bool = true) -> LinearProgram {
    var program = LinearProgram(random.once(in: 2) ? .minimize : .maximize)
    if random.once(in: 2) { program.objectiveConstant = number(&random, wild) }
    let columns = (0..<Int.random(in: 0...9, using: &random)).map { index in
      let integral = random.once(in: 3)
      return program.addColumn(
        name("x", index, &random, wild), cost: random.once(in: 4) ? 0 : number(&random, wild),
        in: bounds(&random, wild && !integral, integral: integral), integral: integral)
    }
    for index in 0..<Int.random(in: 0...9, using: &random) {
      let entries = columns.filter { _ in random.once(in: 2) }.map { ($0, number(&random, wild)) }
      program.addRow(name("r", index, &random, wild), bounds(&random, wild), entries)
    }
    return program
  }

  /// A number that is not 0; a wild one has any bits, and any size from 1e-20 to 1e20.
  static func number(_ random: inout SplitMix64, _ wild: Bool) -> Double {
    if !wild || random.once(in: 2) { return random.whole(1...9) * (random.once(in: 2) ? 1 : -1) }
    let size = Double(
      sign: .plus, exponent: Int.random(in: -66...66, using: &random), significand: .random(in: 1..<2, using: &random))
    return random.once(in: 2) ? size : -size
  }

  private static func bounds(_ random: inout SplitMix64, _ wild: Bool, integral: Bool = false) -> Bounds {
    let value = number(&random, wild)
    return switch Int.random(in: 0..<10, using: &random) {
    case 0: .free
    case 1: .equal(value)
    case 2: .atMost(value)
    case 3, 4: .between(min(value, value * 3), max(value, value * 3))
    case 5: .atLeast(value)
    case 6: .unit
    case 7: integral ? .unit : .between(0, abs(value))
    case 8: .equal(0)
    default: .nonnegative
    }
  }

  private static let oddNames = [
    "", "", "a b", "free", "END", "e1", "1x", ".5", "obj", "c1", "r1", "x-y", "größe", "日本", "a<b", "*star", "$cost",
    "'MARKER'", "inf", "x", "x", "st", "RHS", "a:b", "3", "-3", "\\c", "[x]", "x_2",
    String(repeating: "n", count: 255), String(repeating: "é", count: 127),
  ]

  private static func name(_ prefix: String, _ index: Int, _ random: inout SplitMix64, _ wild: Bool) -> String {
    guard wild, random.once(in: 2) else { return "\(prefix)\(index)_" }
    return oddNames.randomElement(using: &random)!
  }
}

/// What two programs share if one was written and read as the other: all but the names.
struct Gist: Equatable {
  let sense: Sense
  let constant: Double
  let costs: [Double]
  let columns: [Bounds], rows: [Bounds]
  let integral: [Bool]
  let matrix: [[Double]]

  init(_ program: LinearProgram) {
    let dense = Dense(program)
    sense = program.sense
    constant = program.objectiveConstant
    costs = dense.costs
    columns = dense.columnBounds
    rows = dense.rowBounds
    integral = (0..<program.columnCount).map { program.isIntegral(Column($0)) }
    matrix = dense.rows
  }
}

extension LinearProgram {
  var namesOfColumns: [String] { (0..<columnCount).map { name(of: Column($0)) } }
  var namesOfRows: [String] { (0..<rowCount).map { name(of: Row($0)) } }
}
