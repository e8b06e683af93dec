import Dispatching
import Logistics
import RoutingTestSupport
import Testing

@Suite struct AssignmentNumberTests {
  @Test(arguments: [1e-300, 1e-30, 1e-9, 1e9, 1e30, 1e300])
  func `costs of any size are told apart`(unit: Double) throws {
    let rows: Matrices.Rows = [[4, nil, 3], [2, 0, 5], [1, 1, 9]].map { row in row.map { $0.map { $0 * unit } } }
    let best = try Matrices.best(rows, confirming: true)
    #expect(best.vehicles == [2, 1, 0])
    #expect(abs(best.cost - 4 * unit) <= 1e-12 * unit)
    #expect(best.tolerance <= 1e-11 * unit)
    #expect(Matrices.faults(best, rows, tolerance: best.tolerance) == [])
    #expect(best.confirmation?.agrees == true)
  }

  @Test func `costs of very different sizes are optimal to a part of the greatest, as is said`() throws {
    let rows: Matrices.Rows = [[1e300, 2e300, nil], [1e-300, 1, 1e10], [-1e300, 5, 1e150]]
    let best = try Matrices.best(rows)
    #expect(Matrices.faults(best, rows, tolerance: 2 * best.tolerance) == [])
    #expect(best.tolerance > 0 && best.tolerance <= 4e288)
    #expect(abs(best.cost - 1e300) <= 4 * best.tolerance)
    #expect(best.exactDecimals == nil)
  }

  @Test func `the smallest and the greatest numbers there are do no harm`() throws {
    let least = Double.leastNonzeroMagnitude
    #expect(try Matrices.best([[least, 2 * least], [least, 3 * least]]).cost == 3 * least)
    #expect(try Matrices.best([[1e307]]).cost == 1e307)
    #expect(throws: InvalidInput.self) { try CostMatrix([[.greatestFiniteMagnitude]]) }
    #expect(try Matrices.best([[-0.0]]).cost == 0)
  }

  @Test func `costs with decimals are added up without a rest`() throws {
    let best = try Matrices.best([[0.1, 9], [9, 0.2]])
    #expect(best.cost == 0.3, "not 0.30000000000000004")
    #expect(best.exactDecimals == 1 && best.tolerance == 0)
    #expect(try Matrices.best([[12.345_678, 1], [1, 1]]).exactDecimals == 6)
    #expect(try Matrices.best([[1.0 / 3, 1], [1, 1]]).exactDecimals == nil)
    #expect(try Matrices.best([[12_345_678_901_234.5, 1]]).exactDecimals == 1)
  }

  @Test(arguments: 0..<5)
  func `numbers too long for whole ones are proved within the tolerance`(seed: Int) throws {
    var random = RandomProblems.Generator(state: UInt64(seed))
    let rows = (0..<60).map { _ in (0..<70).map { _ in Double.random(in: -1...1, using: &random) as Double? } }
    let best = try Matrices.best(rows)
    #expect(best.exactDecimals == nil && best.tolerance > 0 && best.tolerance < 1e-11)
    #expect(Matrices.faults(best, rows, tolerance: 2 * best.tolerance) == [])
    #expect(abs(best.cost - (try Matrices.leastCostByProgram(rows) ?? .infinity)) < 1e-9)
  }

  @Test func `a matrix that is none is refused with all that is wrong`() {
    let ragged = #expect(throws: InvalidInput.self) { try CostMatrix([[1, 2], [3], [], [4, 5]]) }
    #expect(ragged?.faults.map(\.place) == ["costs[1]", "costs[2]"])
    let wrong = #expect(throws: InvalidInput.self) { try CostMatrix([[.nan, 1], [.infinity, -.infinity]]) }
    #expect(wrong?.faults.map(\.place) == ["costs[0][0]", "costs[1][0]", "costs[1][1]"])
    #expect(wrong?.faults.first?.found == "nan")
  }
}
