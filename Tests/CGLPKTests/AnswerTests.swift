import CGLPK
import Testing

@Suite struct AnswerTests {
  @Test func `an optimum comes with its point, its prices and its basis`() {
    let answer = Call().run()
    #expect(answer.status == .optimal && answer.objective == 2 && answer.values == [1, 0] && answer.duals == [2])
    #expect(answer.columnStatuses == [UInt8(CGLPKBasic), UInt8(CGLPKAtLower)])
    #expect(answer.rowStatuses == [UInt8(CGLPKAtLower)] && answer.message.isEmpty && answer.bound == nil)
  }

  @Test(arguments: [CGLPKMethod.automatic, .primal, .dual])
  func `an infeasible program comes with multipliers`(_ method: CGLPKMethod) {
    var call = Call()
    call.options.method = method
    call.columnUpper = [0.25, 0.5]
    let answer = call.run()
    #expect(answer.status == .infeasible && answer.proof == [-1] || answer.proof == [1])
  }

  @Test(arguments: [CGLPKMethod.automatic, .primal, .dual])
  func `an unbounded program comes with a direction`(_ method: CGLPKMethod) {
    var call = Call()
    call.options.method = method
    call.maximize = true
    call.columnUpper = [.infinity, 7]
    let answer = call.run()
    #expect(answer.status == .unbounded && answer.proof == [1, 0] && answer.ray >= 0)
  }

  @Test func `equal bounds are no fault`() {
    var call = Call()
    call.columnLower = [0.5, 0]
    call.columnUpper = [0.5, .infinity]
    call.rowUpper = [1]
    #expect(call.run().objective == 2.5)
  }

  @Test func `whole numbers are searched, with a bound`() {
    var call = Call()
    call.rowLower = [2.5]
    call.integral = [true, true]
    let answer = call.run()
    #expect(answer.status == .optimal && answer.objective == 6 && answer.values == [3, 0] && answer.bound == 6)
    #expect(answer.duals == nil)
  }

  @Test func `whole numbers that do not exist are infeasible without a proof`() {
    var call = Call()
    call.entryValues = [2, 2]
    call.rowUpper = [1]
    call.integral = [true, true]
    let answer = call.run()
    #expect(answer.status == .infeasible && answer.proof == nil && answer.bound == nil)
  }

  @Test func `no gap is so wide that no point at all is near enough`() {
    var call = Call()
    call.integral = [true, true]
    call.columnUpper = [3, 3]
    call.options.relative_gap = .infinity
    let answer = call.run()
    #expect(answer.status == .optimal && answer.objective != nil)
  }

  @Test(arguments: [nil, [true, true]]) func `an objective too great for a number is no answer`(_ integral: [Bool]?) {
    var call = Call()
    call.integral = integral
    call.costs = [1e308, 1e308]
    call.columnLower = [9, 9]
    let answer = call.run()
    #expect(answer.status == .numericalTrouble && answer.objective == nil && answer.duals == nil && answer.bound == nil)
    #expect(answer.message.contains("objective"))
  }

  @Test func `a basis goes in where it came out`() {
    var call = Call()
    let cold = call.run()
    call.rowStatuses = cold.rowStatuses
    call.columnStatuses = cold.columnStatuses
    let warm = call.run()
    #expect(warm.status == .optimal && warm.iterations == 0 && !warm.basisRefused && cold.iterations > 0)
  }

  @Test func `the same call gives the same answer, bit for bit`() {
    let call = Call(rows: 20, columns: 60) { row, column in Double((row * 31 + column * 17) % 11) }
    let first = call.run()
    #expect(first.status == .optimal)
    for _ in 0..<5 { #expect(call.run() == first) }
  }
}
