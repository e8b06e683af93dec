public import Logistics

extension CostMatrix {
  /// The costs as rows: for each task that of each vehicle, `nil` where the pair is forbidden. Without a row there is no vehicle.
  ///
  /// - Throws: `InvalidInput` with every row that is not as long as the first, and every cost that is no finite number or so
  ///   great that a sum of costs could overflow.
  /// - Complexity: O(pairs).
  public init(_ rows: [[Double?]]) throws(InvalidInput) {
    let vehicles = rows.first?.count ?? 0
    var faults = FaultList()
    for (task, row) in rows.enumerated() where row.count != vehicles {
      faults.add(at: "costs[\(task)]", found: "\(row.count) costs", expected: "\(vehicles) as in the first row")
    }
    try faults.throwIfAny("costs")
    try self.init(tasks: rows.count, vehicles: vehicles) { rows[$0][$1] }
  }

  /// The costs as a function of the task and the vehicle, `nil` where the pair is forbidden.
  ///
  /// ```swift
  /// let costs = try CostMatrix(tasks: orders.count, vehicles: vans.count) { order, van in
  ///   vans[van].reaches(orders[order]) ? vans[van].metres(to: orders[order]) : nil
  /// }
  /// ```
  ///
  /// - Throws: `InvalidInput` with every cost that is no finite number or so great that a sum of costs could overflow.
  /// - Precondition: Neither number is negative.
  /// - Complexity: One call of `cost` for each pair, task by task.
  public init(
    tasks: Int, vehicles: Int, cost: (_ task: Int, _ vehicle: Int) -> Double?
  ) throws(InvalidInput) {
    precondition(tasks >= 0 && vehicles >= 0, "\(tasks) tasks and \(vehicles) vehicles")
    let greatest = Self.greatestCost(tasks: tasks, vehicles: vehicles)
    var faults = FaultList()
    var costs: [Double] = []
    costs.reserveCapacity(tasks * vehicles)
    for task in 0..<tasks {
      for vehicle in 0..<vehicles {
        let cost = cost(task, vehicle)
        if let cost, !(abs(cost) <= greatest) {
          faults.add(at: "costs[\(task)][\(vehicle)]", found: "\(cost)", expected: "a number of at most \(greatest)")
        }
        costs.append(cost ?? .infinity)
      }
    }
    try faults.throwIfAny("costs")
    self.init(tasks: tasks, vehicles: vehicles, flat: costs)
  }

  /// The greatest magnitude that a cost may have: neither a sum of costs nor a price, which is at most one, can overflow then.
  package static func greatestCost(tasks: Int, vehicles: Int) -> Double {
    .greatestFiniteMagnitude / (8 * (Double(min(tasks, vehicles)) + 1))
  }
}
