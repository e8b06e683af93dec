import CGLPK

/// A program for the C call, every part of which may be nonsense.
struct Call: @unchecked Sendable {
  // Unchecked for the pointers among the options, which stay nil until `run` sets its own.
  var rows: Int32 = 1
  var columns: Int32 = 2
  var starts: [Int64] = [0, 1, 2]
  var entryRows: [Int32] = [0, 0]
  var entryValues = [1.0, 1.0]
  var rowLower = [1.0]
  var rowUpper = [Double.infinity]
  var columnLower = [0.0, 0.0]
  var columnUpper = [Double.infinity, .infinity]
  var costs = [2.0, 3.0]
  var constant = 0.0
  var integral: [Bool]?
  var maximize = false
  var options = CGLPKOptions()
  var rowStatuses: [UInt8]?
  var columnStatuses: [UInt8]?
  /// Which arrays are withheld.
  var missing: Set<String> = []
  var messageCapacity = 256

  /// Minimise 2 x + 3 y, x + y ≥ 1: the optimum is 2.
  init() {
    options.time_limit = -1
    options.iteration_limit = -1
    options.memory_limit = -1
  }

  /// A program that is infeasible, unbounded or optimal as its numbers say, of any size.
  init(rows: Int, columns: Int, entry: (Int, Int) -> Double) {
    self.init()
    self.rows = Int32(rows)
    self.columns = Int32(columns)
    starts = (0...columns).map { Int64($0 * rows) }
    entryRows = (0..<columns).flatMap { _ in (0..<rows).map { Int32($0) } }
    entryValues = (0..<columns).flatMap { column in (0..<rows).map { entry($0, column) } }
    rowLower = Array(repeating: 1, count: rows)
    rowUpper = Array(repeating: .infinity, count: rows)
    columnLower = Array(repeating: 0, count: columns)
    columnUpper = Array(repeating: .infinity, count: columns)
    costs = (0..<columns).map { Double($0 % 7 + 1) }
  }

  struct Answer: Equatable {
    var status = CGLPKStatus.invalid
    var iterations: Int64 = 0
    var objective: Double?
    var bound: Double?
    var values: [Double] = []
    var duals: [Double]?
    var rowStatuses: [UInt8]?
    var columnStatuses: [UInt8]?
    var basisRefused = false
    var proof: [Double]?
    var ray: Int64 = -1
    var message = ""
  }

  func run(flag: UnsafeMutablePointer<Int32>? = nil) -> Answer {
    // One block for all, so that a test may leave any pointer out.
    var blocks: [UnsafeMutableRawPointer] = []
    defer { for block in blocks { block.deallocate() } }
    func copy<Value>(_ name: String, _ values: [Value]?) -> UnsafeMutablePointer<Value>? {
      guard let values, !missing.contains(name) else { return nil }
      let pointer = UnsafeMutablePointer<Value>.allocate(capacity: max(values.count, 1))
      pointer.initialize(from: values, count: values.count)
      blocks.append(pointer)
      return pointer
    }
    // A count that is far too great must not be believed by the test either.
    let rowRoom = Int(rows.clamped(to: 0...1_000_000)), columnRoom = Int(columns.clamped(to: 0...1_000_000))
    var program = CGLPKProgram()
    program.rows = rows
    program.columns = columns
    program.column_starts = UnsafePointer(copy("starts", starts))
    program.entry_rows = UnsafePointer(copy("entryRows", entryRows))
    program.entry_values = UnsafePointer(copy("entryValues", entryValues))
    program.row_lower = UnsafePointer(copy("rowLower", rowLower))
    program.row_upper = UnsafePointer(copy("rowUpper", rowUpper))
    program.column_lower = UnsafePointer(copy("columnLower", columnLower))
    program.column_upper = UnsafePointer(copy("columnUpper", columnUpper))
    program.costs = UnsafePointer(copy("costs", costs))
    program.constant = constant
    program.integral = UnsafePointer(copy("integral", integral))
    program.maximize = maximize
    var options = options
    options.flag = UnsafePointer(flag)
    options.row_statuses = UnsafePointer(copy("rowStatuses", rowStatuses))
    options.column_statuses = UnsafePointer(copy("columnStatuses", columnStatuses))
    var result = CGLPKResult()
    result.column_values = copy("values", Array(repeating: 0, count: columnRoom))
    result.reduced_costs = copy("reducedCosts", Array(repeating: 0, count: columnRoom))
    result.column_statuses = copy("outColumnStatuses", Array(repeating: 0, count: columnRoom))
    result.row_duals = copy("duals", Array(repeating: 0, count: rowRoom))
    result.row_statuses = copy("outRowStatuses", Array(repeating: 0, count: rowRoom))
    result.proof = copy("proof", Array(repeating: 0, count: max(rowRoom, columnRoom)))
    result.message = copy("message", Array(repeating: 0x41, count: messageCapacity))
    result.message_capacity = Int64(messageCapacity)
    withUnsafePointer(to: program) { program in
      withUnsafePointer(to: options) { options in
        cglpk_solve(missing.contains("program") ? nil : program, missing.contains("options") ? nil : options, &result)
      }
    }

    var answer = Answer()
    func array<Value>(_ pointer: UnsafeMutablePointer<Value>?, _ count: Int) -> [Value] {
      Array(UnsafeBufferPointer(start: pointer, count: count))
    }
    answer.status = result.status
    answer.iterations = result.iterations
    answer.bound = result.has_bound ? result.bound : nil
    answer.basisRefused = result.basis_refused
    answer.ray = result.ray_variable
    if result.has_point {
      answer.objective = result.objective
      answer.values = array(result.column_values, columnRoom)
    }
    if result.has_duals { answer.duals = array(result.row_duals, rowRoom) }
    if result.has_basis {
      answer.rowStatuses = array(result.row_statuses, rowRoom)
      answer.columnStatuses = array(result.column_statuses, columnRoom)
    }
    if result.has_proof { answer.proof = array(result.proof, result.status == .infeasible ? rowRoom : columnRoom) }
    if let message = result.message, messageCapacity > 0 { answer.message = String(cString: message) }
    return answer
  }
}

extension Comparable {
  func clamped(to range: ClosedRange<Self>) -> Self { min(max(self, range.lowerBound), range.upperBound) }
}
