import LinearProgramming
import Testing

@Suite struct ConcurrencyTests {
  @Test func `64 programs at a time give what they give one after another`() async throws {
    var random = SplitMix64(seed: 64)
    let programs = (0..<64).map { _ in RandomPrograms.anything(&random, upTo: 30) }
    let alone = try programs.map { program in try solveHere(program) }
    let together = try await withThrowingTaskGroup(of: (Int, Solution).self) { group in
      for (index, program) in programs.enumerated() { group.addTask { (index, try await program.solve()) } }
      var solutions = alone
      for try await (index, solution) in group { solutions[index] = solution }
      return solutions
    }
    // The same bytes, not nearly the same numbers; NaN, which says that there is no objective, is never equal to itself.
    #expect(zip(alone, together).allSatisfy { "\($0)" == "\($1)" })
  }

  @Test func `an invalid program throws on the asynchronous way too`() async {
    var program = LinearProgram(.minimize)
    program.addColumn(cost: .nan)
    let invalid = program
    await #expect(throws: InvalidProgram.self) { _ = try await invalid.solve() }
  }

  private func solveHere(_ program: LinearProgram) throws -> Solution { try program.solve() }
}
