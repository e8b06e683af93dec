import LinearProgramming
import Testing

@Suite struct LimitTests {
  /// Takes far longer than any of these tests waits.
  static let long: LinearProgram = {
    var random = SplitMix64(seed: 99)
    return RandomPrograms.marketSplit(&random, markets: 4, customers: 40)
  }()

  /// A linear program of some size.
  static let large: LinearProgram = {
    var random = SplitMix64(seed: 98)
    return RandomPrograms.covering(&random, rows: 120, columns: 3000)
  }()

  @Test func `no time, no iterations: no work, no error`() throws {
    var options = SolveOptions()
    options.timeLimit = .zero
    #expect(try Self.long.solve(options).termination == .timeLimit)
    options.timeLimit = .seconds(-5)
    #expect(try Self.large.solve(options).termination == .timeLimit)
    options.timeLimit = nil
    options.iterationLimit = 0
    #expect(try Self.large.solve(options).termination == .iterationLimit)
  }

  @Test func `a time limit ends a search with what is known`() throws {
    var options = SolveOptions()
    options.timeLimit = .milliseconds(300)
    let solution = try Self.long.solve(options)
    #expect(solution.termination == .timeLimit)
    // Every choice is feasible, so some point is found; no split is better than an exact one.
    #expect(try #require(Self.long.residuals(of: solution)).isFeasible())
    #expect(try #require(solution.bound) >= -1e-6)
    #expect(try #require(solution.bound) <= solution.objective)
  }

  @Test func `a time limit beyond all clocks is none`() throws {
    var program = LinearProgram(.maximize)
    program.addColumn(cost: 1, in: 0...2)
    for limit in [Duration.seconds(Int64.max / 2), .nanoseconds(1), .seconds(Int64(Int32.max))] {
      var options = SolveOptions()
      options.timeLimit = limit
      let end = try program.solve(options).termination
      #expect(end == .optimal || (limit == .nanoseconds(1) && end == .timeLimit))
    }
  }

  @Test func `an iteration limit is kept`() throws {
    var options = SolveOptions()
    options.iterationLimit = 7
    let solution = try Self.large.solve(options)
    #expect(solution.termination == .iterationLimit && solution.iterations == 7)
  }

  @Test func `a memory limit is a value, and the next solve is not touched by it`() throws {
    var options = SolveOptions()
    options.memoryLimit = 1
    #expect(try Self.large.solve(options).termination == .memoryLimit)
    #expect(try Self.large.solve().termination == .optimal)
  }

  @Test func `a solve that is cancelled before it begins does not begin`() throws {
    let cancellation = Cancellation()
    #expect(!cancellation.isCancelled)
    cancellation.cancel()
    #expect(cancellation.isCancelled)
    let solution = try Self.long.solve(cancellation: cancellation)
    #expect(solution.termination == .cancelled && solution.iterations == 0 && solution.values.isEmpty)
  }

  @Test(.timeLimit(.minutes(1))) func `cancelling a task ends its solve in the middle`() async throws {
    let task = Task { try await Self.long.solve() }
    try await Task.sleep(for: .milliseconds(150))
    task.cancel()
    let solution = try await task.value
    #expect(solution.termination == .cancelled && solution.prices.isEmpty)
  }
}
