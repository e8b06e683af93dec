/// What it costs that a vehicle does a task, for every pair; some pairs may be forbidden.
///
/// ```swift
/// let costs = try CostMatrix([[4, nil, 3], [2, 0, 5]])
/// if case .optimal(let best) = costs.assign() { print(best.vehicles, best.cost) }  // [2, 1] 3.0
/// ```
///
/// Costs are any finite numbers of one unit, negative ones too. Memory is eight bytes a pair.
public struct CostMatrix: Hashable, Sendable {
  /// The number of tasks, the rows.
  public let taskCount: Int
  /// The number of vehicles, the columns.
  public let vehicleCount: Int

  /// Row by row; infinity where the pair is forbidden.
  let costs: [Double]
  /// The greatest magnitude of a cost, 0 without any.
  let greatestMagnitude: Double

  /// - Precondition: As many costs as pairs, each finite or infinity, none greater than ``greatestCost(tasks:vehicles:)``.
  package init(tasks: Int, vehicles: Int, flat costs: [Double]) {
    precondition(costs.count == tasks * vehicles, "\(costs.count) costs for \(tasks) tasks and \(vehicles) vehicles")
    taskCount = tasks
    vehicleCount = vehicles
    self.costs = costs
    greatestMagnitude = costs.withUnsafeBufferPointer { costs in
      costs.reduce(0) { max($0, $1 < .infinity ? abs($1) : 0) }
    }
  }

  /// What it costs that a vehicle does a task; `nil` if it must not.
  ///
  /// - Precondition: The matrix has the task and the vehicle.
  public subscript(task: Int, vehicle: Int) -> Double? {
    precondition((0..<taskCount).contains(task) && (0..<vehicleCount).contains(vehicle), "no pair (\(task), \(vehicle))")
    let cost = costs[task * vehicleCount + vehicle]
    return cost < .infinity ? cost : nil
  }
}
