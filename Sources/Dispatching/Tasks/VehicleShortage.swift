/// Why tasks cannot all have a vehicle: some of them have, all together, fewer vehicles that may do them than they are.
///
/// Such a set exists exactly when there is no assignment (P. Hall, "On representatives of subsets", 1935).
///
/// ```swift
/// let costs = try CostMatrix([[1, nil, nil], [2, nil, nil], [3, 4, 5]])
/// if case .infeasible(let shortage) = costs.assign() { print(shortage.tasks, shortage.vehicles) }  // [0, 1] [0]
/// ```
public struct VehicleShortage: Hashable, Sendable {
  /// The tasks, ascending.
  public let tasks: [Int]
  /// All vehicles that may do one of them, ascending; fewer than the tasks.
  public let vehicles: [Int]

  /// The shortage of some tasks, if there is one.
  ///
  /// - Complexity: O(tasks · vehicles).
  init?(of tasks: [Int], in matrix: CostMatrix) {
    self.tasks = tasks
    var isPermitted = [Bool](repeating: false, count: matrix.vehicleCount)
    for task in tasks { for vehicle in isPermitted.indices where matrix[task, vehicle] != nil { isPermitted[vehicle] = true } }
    vehicles = isPermitted.indices.filter { isPermitted[$0] }
    if vehicles.count >= tasks.count { return nil }
  }
}

extension VehicleShortage: CustomStringConvertible {
  /// The shortage in a line, at most ten of each named.
  public var description: String {
    func list(_ places: [Int]) -> String {
      places.prefix(10).map(String.init).joined(separator: ", ") + (places.count > 10 ? ", …" : "")
    }
    let who = tasks.count == 1 ? "task \(tasks[0]) has" : "the \(tasks.count) tasks \(list(tasks)) have"
    return switch vehicles.count {
    case 0: "\(who) no vehicle that may do \(tasks.count == 1 ? "it" : "them")"
    case 1: "\(who) only vehicle \(vehicles[0])"
    default: "\(who) only the \(vehicles.count) vehicles \(list(vehicles))"
    }
  }
}
