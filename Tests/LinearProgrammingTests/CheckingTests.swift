@testable import LinearProgramming
import Testing

/// A checker that accepts everything would make every other test pass: each condition, broken alone, must be noticed.
@Suite struct CheckingTests {
  let program: LinearProgram
  let solution: Solution

  init() throws {
    var program = LinearProgram(.maximize)
    let x = program.addColumn("x", cost: 3, in: 0...2)
    let y = program.addColumn("y", cost: 1)
    program.addRow("sum", .atMost(4), [x: 1, y: 1])
    program.addRow("slack", .atMost(9), [y: 1])
    self.program = program
    solution = try program.solve()
  }

  @Test func `the solver's own solution is proved optimal`() throws {
    let residuals = try #require(program.residuals(of: solution))
    #expect(residuals.proveOptimality(within: 1e-12))
  }

  @Test func `a point outside its bounds is noticed`() throws {
    var wrong = solution
    wrong.values = Vector([2, 3])
    wrong.objective = 9
    let residuals = try #require(program.residuals(of: wrong))
    #expect(residuals.primal > 0.1 && !residuals.proveOptimality())
  }

  @Test func `a worse point is noticed by its gap and its slack`() throws {
    var wrong = solution
    wrong.values = Vector([1, 3])
    wrong.objective = 6
    let residuals = try #require(program.residuals(of: wrong))
    #expect(residuals.isFeasible() && !residuals.proveOptimality())
    #expect(try #require(residuals.gap) > 0.1)
    #expect(try #require(residuals.complementarity) > 0.1)
  }

  @Test func `an objective that is not the point's is noticed`() throws {
    var wrong = solution
    wrong.objective += 1
    #expect(try #require(program.residuals(of: wrong)).objective > 0.1)
  }

  @Test func `a price of the wrong sign is noticed`() throws {
    var wrong = solution
    wrong.prices = Vector([1, -1])
    wrong.reducedCosts = Vector([2, 1])
    #expect(try #require(program.residuals(of: wrong)?.dual) > 0.1)
  }

  @Test func `reduced costs that do not belong to the prices are noticed`() throws {
    var wrong = solution
    wrong.reducedCosts = Vector([2, 1])
    #expect(try #require(program.residuals(of: wrong)?.dual) > 0.1)
  }

  @Test func `numbers that are none prove nothing`() throws {
    var wrong = solution
    wrong.prices = Vector([.nan, 0])
    #expect(program.residuals(of: wrong)?.proveOptimality() == false)
    wrong = solution
    wrong.values = Vector([2, .nan])
    #expect(program.residuals(of: wrong)?.proveOptimality() == false)
  }

  @Test func `a fraction is noticed where a whole number is due`() throws {
    var whole = LinearProgram(.maximize)
    whole.addColumn(cost: 1, in: 0...2.0, integral: true)
    var wrong = try whole.solve()
    wrong.values = Vector([1.5])
    wrong.objective = 1.5
    #expect(whole.residuals(of: wrong)?.integrality == 0.5)
  }

  @Test func `a solution of another program is no solution`() throws {
    #expect(LinearProgram(.minimize).residuals(of: solution) == nil)
  }

  @Test func `a false proof of infeasibility does not hold`() throws {
    #expect(!InfeasibilityProof(multipliers: Vector([1, 0])).holds(for: program))
    #expect(!InfeasibilityProof(multipliers: Vector([-1, 0.5])).holds(for: program))
    #expect(!InfeasibilityProof(multipliers: Vector([1])).holds(for: program))
    #expect(!InfeasibilityProof(multipliers: Vector([.nan, 1])).holds(for: program))
  }

  @Test func `a false ray does not hold`() {
    #expect(!Ray(direction: Vector([0, 1])).holds(for: program))
    #expect(!Ray(direction: Vector([0, 0])).holds(for: program))
    #expect(!Ray(direction: Vector([1, -1])).holds(for: program))
    #expect(!Ray(direction: Vector([.nan, 1])).holds(for: program))
  }
}
