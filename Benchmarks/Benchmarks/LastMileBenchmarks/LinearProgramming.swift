import Benchmark
import LinearProgramming

/// Whole solves, the checks and the copying to GLPK included.
func registerLinearProgramming() {
  Benchmark("LinearProgramming/transportation-50x500", configuration: .init(maxDuration: .seconds(2))) { _, program in
    try solve(program)
  } setup: {
    LinearProgram.transportation(sources: 50, sinks: 500, seed: 5)
  }

  Benchmark("LinearProgramming/partitioning-100x5000", configuration: .init(maxDuration: .seconds(2))) { _, program in
    try solve(program)
  } setup: {
    LinearProgram.partitioning(rows: 100, columns: 5000, seed: 6)
  }

  Benchmark("LinearProgramming/partitioning-100x5000-warm-100-columns") { _, grown in
    try solve(grown.program, from: grown.basis)
  } setup: {
    var program = LinearProgram.partitioning(rows: 100, columns: 5000, seed: 6)
    let solution = try program.solve()
    program.addPromisingColumns(100, prices: solution.prices, seed: 7)
    return (program: program, basis: solution.basis)
  }
}

private func solve(_ program: LinearProgram, from basis: Basis? = nil) throws {
  var options = SolveOptions()
  options.start = basis
  let solution = try program.solve(options)
  guard solution.termination.isOptimal, solution.startWasUsed == (basis != nil) else {
    throw WrongAnswer("\(solution.termination), start used: \(solution.startWasUsed)")
  }
  blackHole(solution)
}
