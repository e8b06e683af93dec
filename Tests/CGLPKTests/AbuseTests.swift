import CGLPK
import Testing

/// One way to misuse the call, and what must come of it.
struct Abuse: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// The ends that are right; more than one where GLPK may or may not cope with the numbers.
  let statuses: [CGLPKStatus]
  let says: String
  let call: Call

  init(_ description: String, _ status: CGLPKStatus, says: String = "", _ change: (inout Call) -> Void) {
    self.init(description, either: [status], says: says, change)
  }

  init(_ description: String, either statuses: [CGLPKStatus], says: String = "", _ change: (inout Call) -> Void) {
    testDescription = description
    self.statuses = statuses
    self.says = says
    var call = Call()
    change(&call)
    self.call = call
  }

  static let all: [Abuse] = [
    Abuse("a repeated entry, GLPK's own fault", .fault, says: "duplicate") {
      $0.rows = 2
      $0.rowLower = [1, 1]
      $0.rowUpper = [1, 1]
      $0.starts = [0, 2, 2]
    },
    Abuse("more rows than GLPK can count, its own fault", .fault, says: "too many rows") { $0.rows = .max },
    Abuse("more columns than GLPK can count, its own fault", .fault, says: "too many columns") { $0.columns = .max },
    Abuse("a row index too great", .invalid, says: "row 9 of 1") { $0.entryRows = [0, 9] },
    Abuse("a row index below zero", .invalid, says: "row -1 of 1") { $0.entryRows = [-1, 0] },
    Abuse("the least row index there is", .invalid) { $0.entryRows = [.min, 0] },
    Abuse("the greatest row index there is", .invalid) { $0.entryRows = [.max, 0] },
    Abuse("more entries than rows", .invalid, says: "2 entries") { $0.starts = [0, 2, 2] },
    Abuse("starts that run backwards", .invalid) { $0.starts = [0, 1, 0] },
    Abuse("starts that begin late", .invalid) { $0.starts = [1, 1, 2] },
    Abuse("starts below zero", .invalid) { $0.starts = [-1, 0, 1] },
    Abuse("starts that overflow a difference of ints", .invalid) { $0.starts = [0, 1 << 40, 1 << 40] },
    Abuse("NaN coefficient", .invalid, says: "nan") { $0.entryValues = [.nan, 1] },
    Abuse("infinite coefficient", .invalid, says: "inf") { $0.entryValues = [1, .infinity] },
    Abuse("NaN cost", .invalid, says: "cost") { $0.costs = [.nan, 1] },
    Abuse("infinite cost", .invalid, says: "cost") { $0.costs = [1, -.infinity] },
    Abuse("NaN row bound", .invalid, says: "row 0") { $0.rowLower = [.nan] },
    Abuse("NaN column bound", .invalid, says: "column 1") { $0.columnUpper = [1, .nan] },
    Abuse("crossed row bounds", .invalid, says: "row 0") { $0.rowUpper = [0] },
    Abuse("crossed column bounds", .invalid, says: "column 0") { $0.columnUpper = [-1, 1] },
    Abuse("a lower bound of infinity", .invalid) { $0.columnLower = [.infinity, 0] },
    Abuse("an upper bound of minus infinity", .invalid) {
      $0.rowLower = [-.infinity]; $0.rowUpper = [-.infinity]
    },
    Abuse("broken bounds of a whole-numbered column", .invalid, says: "whole") {
      $0.integral = [true, false]
      $0.columnLower = [0.5, 0]
    },
    Abuse("fewer than no rows", .invalid) { $0.rows = -1 },
    Abuse("fewer than no columns", .invalid) { $0.columns = .min },
    Abuse("NaN gap", .invalid, says: "gap") { $0.options.relative_gap = .nan },
    Abuse("a gap below zero", .invalid, says: "gap") { $0.options.relative_gap = -1 },
    Abuse("no program", .invalid) { $0.missing = ["program"] },
    Abuse("no options", .invalid) { $0.missing = ["options"] },
    Abuse("no starts", .invalid, says: "missing") { $0.missing = ["starts"] },
    Abuse("no entries", .invalid, says: "missing") { $0.missing = ["entryRows", "entryValues"] },
    Abuse("no costs", .invalid, says: "missing") { $0.missing = ["costs"] },
    Abuse("no row bounds", .invalid, says: "missing") { $0.missing = ["rowLower"] },
    Abuse("no column bounds", .invalid, says: "missing") { $0.missing = ["columnUpper"] },
    Abuse("no room for values", .invalid, says: "missing") { $0.missing = ["values"] },
    Abuse("no room for prices", .invalid, says: "missing") { $0.missing = ["duals"] },
    Abuse("no room for a proof", .invalid, says: "missing") { $0.missing = ["proof"] },
    Abuse("no room for a message", .invalid) {
      $0.costs = [.nan, 0]; $0.messageCapacity = 0; $0.missing = ["message"]
    },
    Abuse("room for one letter of a message", .invalid) {
      $0.costs = [.nan, 0]; $0.messageCapacity = 2
    },
    Abuse("nothing at all", .optimal) {
      $0.rows = 0; $0.columns = 0; $0.starts = [0]
    },
    Abuse("rows without columns", .infeasible) {
      $0.columns = 0; $0.starts = [0]
    },
    Abuse("columns without rows", .optimal) {
      $0.rows = 0; $0.starts = [0, 0, 0]
    },
    Abuse("coefficients of zero", .infeasible) { $0.entryValues = [0, 0] },
    Abuse("numbers at the end of the range", .optimal) {
      $0.rowLower = [1e300]; $0.costs = [1e-300, 1]
    },
    Abuse("a basis of nonsense", .optimal) {
      $0.rowStatuses = [0]; $0.columnStatuses = [77, 255]
    },
    Abuse("a basis with everything basic", .optimal) {
      $0.rowStatuses = [1]; $0.columnStatuses = [1, 1]
    },
    Abuse("half a basis", .optimal) { $0.columnStatuses = [1, 2] },
    Abuse("no time", .timeLimit) { $0.options.time_limit = 0 },
    Abuse("no iterations", .iterationLimit) { $0.options.iteration_limit = 0 },
    Abuse("more iterations than an int", .optimal) { $0.options.iteration_limit = .max },
    Abuse("more time than a clock", .optimal) { $0.options.time_limit = .max },
    Abuse("more memory than an int", .optimal) { $0.options.memory_limit = .max },
    Abuse("no memory", .memoryLimit, says: "memory") {
      $0 = Call(rows: 100, columns: 800) { Double($0 + $1 + 1) }
      $0.options.memory_limit = 0
    },
    Abuse("not enough memory", .memoryLimit, says: "memory") {
      $0 = Call(rows: 100, columns: 800) { Double($0 + $1 + 1) }
      $0.options.memory_limit = 1
    },
  ]
}

@Suite struct AbuseTests {
  @Test(arguments: Abuse.all + Abuse.mean + [.beale, .kleeMinty, .degenerate])
  func `misuse comes back as a status, and the next call works`(_ abuse: Abuse) {
    let answer = abuse.call.run()
    #expect(abuse.statuses.contains(answer.status), "\(answer)")
    #expect(answer.message.contains(abuse.says), "\(answer.message)")
    #expect(Call().run().objective == 2)
  }

  @Test func `a limit on memory is never met where GLPK would lose the block that it enlarges`() {
    // Dense and begun from a full basis, so that the factorisation takes more than the matrix did.
    var state: UInt64 = 1
    var call = Call(rows: 200, columns: 200) { _, _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / 1e6
    }
    call.rowStatuses = Array(repeating: UInt8(CGLPKAtLower), count: 200)
    call.columnStatuses = Array(repeating: UInt8(CGLPKBasic), count: 200)
    for limit in 1...6 {
      call.options.memory_limit = Int64(limit)
      let answer = call.run()
      #expect(answer.status == (limit < 5 ? .memoryLimit : .optimal) && !answer.message.contains("realloc"), "\(answer.message)")
    }
  }

  @Test func `a call without a place for its result does nothing`() {
    cglpk_solve(nil, nil, nil)
  }

  @Test func `the text of a fault names the place in GLPK`() {
    let answer = Call.repeatedEntry.run()
    #expect(answer.message.contains("Error detected in file"), "\(answer.message)")
  }
}

extension Call {
  /// A program that makes GLPK itself report a fault.
  static let repeatedEntry: Call = {
    var call = Call()
    call.rows = 2
    call.rowLower = [1, 1]
    call.rowUpper = [1, 1]
    call.starts = [0, 2, 2]
    return call
  }()
}
