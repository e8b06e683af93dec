/// Whether an assignment and prices prove each other, looked at pair by pair and by nothing that the search has worked out.
///
/// The conditions are those of linear programming duality: every task has one permitted vehicle and no vehicle two tasks; no vehicle's price
/// is above 0, and that of an idle one is 0; no pair costs less than the prices of its task and vehicle together, and the
/// chosen ones cost just that. Any other assignment then costs at least the sum of all prices, which this one does.
enum AssignmentCertificate {
  /// What breaks a condition first; `nil` if nothing does.
  ///
  /// All numbers are scaled by the arithmetic. Where that is exact, these sums are too, and nothing is tolerated.
  ///
  /// - Complexity: O(pairs).
  static func fault(
    _ matrix: CostMatrix, _ arithmetic: CostArithmetic, vehicles: [Int], taskPrices: [Double], vehiclePrices: [Double]
  ) -> String? {
    let tolerance = arithmetic.tolerance
    guard vehicles.count == matrix.taskCount, taskPrices.count == matrix.taskCount, vehiclePrices.count == matrix.vehicleCount
    else { return "not every task and vehicle has its place" }
    if arithmetic.isExact {
      for price in taskPrices + vehiclePrices where !(abs(price) <= CostArithmetic.greatestWhole) {
        return "a price of \(price) is too great for exact sums"
      }
    }
    var isBusy = [Bool](repeating: false, count: matrix.vehicleCount)
    for (task, vehicle) in vehicles.enumerated() {
      guard isBusy.indices.contains(vehicle), !isBusy[vehicle] else { return "vehicle \(vehicle) of task \(task) is not there" }
      isBusy[vehicle] = true
      guard let cost = matrix[task, vehicle] else { return "pair (\(task), \(vehicle)) is forbidden" }
      let reduced = arithmetic.scaled(cost) - taskPrices[task] - vehiclePrices[vehicle]
      guard abs(reduced) <= tolerance else { return "pair (\(task), \(vehicle)) is off its prices by \(reduced)" }
    }
    for (vehicle, price) in vehiclePrices.enumerated() {
      guard price <= tolerance, isBusy[vehicle] || price == 0 else { return "vehicle \(vehicle) has price \(price)" }
    }
    for task in 0..<matrix.taskCount {
      let least = leastReducedCost(matrix, task, arithmetic, taskPrices[task], vehiclePrices)
      guard least >= -tolerance else { return "a pair of task \(task) is below its prices by \(-least)" }
    }
    return nil
  }

  /// The least of a task's costs less its own price and the vehicle's; infinity if every vehicle is forbidden.
  private static func leastReducedCost(
    _ matrix: CostMatrix, _ task: Int, _ arithmetic: CostArithmetic, _ price: Double, _ vehiclePrices: [Double]
  ) -> Double {
    matrix.costs.withUnsafeBufferPointer { costs in
      vehiclePrices.withUnsafeBufferPointer { prices in
        guard let base = costs.baseAddress, let prices = prices.baseAddress else { return .infinity }
        let row = base + task * matrix.vehicleCount
        var leasts = SIMD4<Double>(repeating: .infinity)
        var vehicle = 0
        while vehicle + 4 <= matrix.vehicleCount {
          let cost = UnsafeRawPointer(row + vehicle).loadUnaligned(as: SIMD4<Double>.self)
          let other = UnsafeRawPointer(prices + vehicle).loadUnaligned(as: SIMD4<Double>.self)
          let reduced = arithmetic.scaled(cost) - price - other
          leasts.replace(with: reduced, where: reduced .< leasts)
          vehicle += 4
        }
        var least = leasts.min()
        while vehicle < matrix.vehicleCount {
          least = min(least, arithmetic.scaled(row[vehicle]) - price - prices[vehicle])
          vehicle += 1
        }
        return least
      }
    }
  }
}
