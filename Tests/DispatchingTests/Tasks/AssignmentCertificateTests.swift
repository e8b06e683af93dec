import Testing

@testable import Dispatching

/// What the check that stands between the search and the world refuses.
@Suite struct AssignmentCertificateTests {
  private func fault(
    _ rows: [[Double?]], _ vehicles: [Int], _ taskPrices: [Double], _ vehiclePrices: [Double]
  ) throws -> String? {
    let matrix = try CostMatrix(rows)
    let arithmetic = try #require(CostArithmetic(wholeNumbersOf: matrix))
    return AssignmentCertificate.fault(
      matrix, arithmetic, vehicles: vehicles, taskPrices: taskPrices, vehiclePrices: vehiclePrices)
  }

  private let rows: [[Double?]] = [[4, nil, 3], [2, 0, 5]]

  @Test func `the true answer passes`() throws {
    #expect(try fault(rows, [2, 1], [3, 0], [0, 0, 0]) == nil)
  }

  @Test(arguments: [
    ([2, 2], [3.0, 5.0], [0.0, 0.0, 0.0], "vehicle 2 of task 1 is not there"),
    ([1, 0], [3, 2], [0, 0, 0], "pair (0, 1) is forbidden"),
    ([2, 3], [3, 0], [0, 0, 0], "vehicle 3 of task 1 is not there"),
    ([2, -1], [3, 0], [0, 0, 0], "vehicle -1 of task 1 is not there"),
    ([2], [3, 0], [0, 0, 0], "not every task and vehicle has its place"),
    ([0, 1], [4, 0], [0, 0, 0], "a pair of task 0 is below its prices by 1.0"),
    ([2, 1], [3, 1], [0, 0, 0], "pair (1, 1) is off its prices by -1.0"),
    ([2, 1], [3, -1], [0, 1, 0], "vehicle 1 has price 1.0"),
    ([2, 1], [3, 0], [-1, 0, 0], "vehicle 0 has price -1.0"),
    ([2, 1], [.nan, 0], [0, 0, 0], "a price of nan is too great for exact sums"),
  ])
  func `anything else is refused`(vehicles: [Int], taskPrices: [Double], vehiclePrices: [Double], reason: String) throws {
    #expect(try fault(rows, vehicles, taskPrices, vehiclePrices) == reason)
  }

  @Test(arguments: 1...13)
  func `every pair is looked at, wherever it stands`(vehicles: Int) throws {
    for cheap in 0..<vehicles {
      let rows: [[Double?]] = [(0..<vehicles).map { $0 == cheap ? 1 : 2 }]
      let chosen = (cheap + 1) % vehicles
      let prices = [Double](repeating: 0, count: vehicles)
      #expect(try fault(rows, [chosen], [vehicles == 1 ? 1 : 2], prices) == nil || vehicles > 1)
      #expect(try (fault(rows, [chosen], [2], prices) != nil) == (cheap != chosen || vehicles == 1))
    }
  }

  @Test func `decimals are found where they are, and only where they are few`() throws {
    func decimals(_ costs: [Double]) throws -> Int? { CostArithmetic(wholeNumbersOf: try CostMatrix([costs]))?.decimals }
    #expect(try decimals([1, 2, 3, 4, 5, 6.5]) == 1)
    #expect(try decimals([0.25, 1, 2, 3, 4]) == 2)
    #expect(try decimals([1, 2, 3, 4, 0.001, 0.1]) == 3)
    #expect(try decimals([0x1p50]) == 0)
    #expect(try decimals([0x1p51]) == nil)
    #expect(try decimals([0x1p50, 0.5]) == nil)
    #expect(try decimals([1e-12]) == 12)
    #expect(try decimals([1e-13]) == nil)
    #expect(try decimals([]) == 0)
  }
}
