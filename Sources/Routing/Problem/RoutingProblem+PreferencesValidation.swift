import Logistics

extension RoutingProblem {
  func validatePreferences(_ faults: inout FaultList) {
    checkRange(preferences.costPerMetreOfSpread, 0...Self.largestRate, "$.preferences.costPerMetreOfSpread", &faults)
    guard let balance = preferences.balance else { return }
    let path = "$.preferences.balance"
    checkRange(balance.usual, 1...Distance.limit, "\(path).usual", &faults)
    checkRange(balance.costPerUnit, 0...Self.largestRate, "\(path).costPerUnit", &faults)
    if case .load(let dimension) = balance.work {
      faults.check(
        (0..<dimensions).contains(dimension), at: "\(path).work", found: "dimension \(dimension)",
        expected: "one of the \(dimensions) dimensions of a load, from 0")
    }
  }
}
