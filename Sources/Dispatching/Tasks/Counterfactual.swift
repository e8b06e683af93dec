/// What would be saved if there were one more unit of a vehicle, or a task less, and who would do what then.
public struct Counterfactual: Hashable, Sendable {
  /// What would be otherwise.
  public enum Change: Hashable, Sendable {
    /// A further unit of this vehicle, at the same costs.
    case oneMore(vehicle: Int)
    /// This task is left out.
    case without(task: Int)
  }

  /// A task and the vehicle that would do it then.
  public struct Move: Hashable, Sendable {
    /// The task, from 0.
    public let task: Int
    /// The vehicle, from 0.
    public let vehicle: Int

    /// A task and its vehicle.
    public init(task: Int, vehicle: Int) {
      self.task = task
      self.vehicle = vehicle
    }
  }

  /// What would be otherwise.
  public let change: Change
  /// What the price says: no assignment of the changed problem saves more than this, in the unit of costs.
  public let promised: Double
  /// What the assignment with ``moves`` saves, worked out from the costs.
  public let saving: Double
  /// Who would do another vehicle's work than before; the first moves to the further unit, or to the vehicle that the task left out had.
  public let moves: [Move]

  /// Whether the assignment with ``moves`` saves all that the price promises, so that both are proved: none could save more.
  public let isProved: Bool
}

extension TaskAssignment {
  /// What a change would save, with its proof.
  ///
  /// ```swift
  /// let costs = try CostMatrix([[1, 9], [2, 12]])
  /// if case .optimal(let best) = costs.assign() {
  ///   print(best.cost, best.saving(of: .oneMore(vehicle: 0), in: costs).saving)  // 11.0 8.0
  /// }
  /// ```
  ///
  /// The prices that prove this assignment bound the changed problem too, as no pair of it is below them (weak duality): that is what
  /// ``Counterfactual/promised`` says. The rows that would move are known from the making of the prices; what they save is
  /// added up from the costs. Where both agree the changed problem is solved, without a search.
  ///
  /// - Parameter costs: The matrix that this is an assignment of.
  /// - Precondition: The matrix has as many tasks and vehicles, and has that of the change.
  /// - Complexity: O(moves).
  public func saving(of change: Counterfactual.Change, in costs: CostMatrix) -> Counterfactual {
    precondition(
      costs.taskCount == taskPrices.count && costs.vehicleCount == vehiclePrices.count, "a matrix of another assignment")
    var moves: [Counterfactual.Move] = []
    var saved = 0.0
    var promised = 0.0
    var vehicle = 0
    switch change {
    case .oneMore(let further):
      vehicle = further
      promised = -vehiclePrices[further]
    case .without(let task):
      vehicle = vehicles[task]
      promised = taskPrices[task]
      saved = scaledCost(costs, task, vehicle)
    }
    while successors[vehicle] >= 0 {
      let task = Int(successors[vehicle])
      saved += scaledCost(costs, task, vehicles[task]) - scaledCost(costs, task, vehicle)
      moves.append(Counterfactual.Move(task: task, vehicle: vehicle))
      vehicle = vehicles[task]
    }
    let saving = arithmetic.amount(saved)
    // Sums along the way round too where they are not exact.
    let isProved = abs(saving - promised) <= tolerance * Double(2 + moves.count)
    return Counterfactual(change: change, promised: promised, saving: saving, moves: moves, isProved: isProved)
  }

  private func scaledCost(_ costs: CostMatrix, _ task: Int, _ vehicle: Int) -> Double {
    arithmetic.scaled(costs.costs[task * costs.vehicleCount + vehicle])
  }
}
