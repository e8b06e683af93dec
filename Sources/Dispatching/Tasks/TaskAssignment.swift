/// A vehicle for each task, at the least total cost, and prices that prove it.
///
/// The prices are the optimal solution of the dual linear program in which every vehicle's price is as near to 0 as in any: what
/// relief is worth. ``cost`` is the sum of all prices; no pair costs less than its two prices together. See
/// ``saving(of:in:)`` for what they promise, and for its proof.
///
/// ```swift
/// let costs = try CostMatrix([[4, nil, 3], [2, 0, 5]])
/// if case .optimal(let best) = costs.assign() {
///   print(best.vehicles)       // [2, 1]
///   print(best.taskPrices)     // [3.0, 0.0]: without the first task 3 would be saved
///   print(best.vehiclePrices)  // [0.0, 0.0, 0.0]: no vehicle is scarce
/// }
/// ```
public struct TaskAssignment: Hashable, Sendable {
  /// For each task its vehicle.
  public let vehicles: [Int]
  /// The sum of the costs of all pairs chosen, in their unit.
  public let cost: Double
  /// For each task what leaving it out would save, in the unit of costs.
  public let taskPrices: [Double]
  /// For each vehicle minus what one more unit of it would save, in the unit of costs: zero or less, zero for idle vehicles.
  public let vehiclePrices: [Double]
  /// The decimals of the costs, if they were reckoned with as whole numbers: the proof is exact then. `nil` if it was in doubles, and
  /// holds within ``tolerance``.
  public let exactDecimals: Int?
  /// How far a pair may lie below its prices in the proof, in the unit of costs: 0 where it is exact, else a part in 10¹² of the
  /// greatest cost.
  public let tolerance: Double
  /// What GLPK said of it.
  public internal(set) var confirmation: GLPKConfirmation?

  let arithmetic: CostArithmetic
  /// For each vehicle the task that would move to a further unit of it, or -1.
  let successors: [Int32]
}

/// What GLPK said of an assignment that was found without it.
public struct GLPKConfirmation: Hashable, Sendable {
  /// Whether it found the same least cost, to a part in 10⁹ of the greatest cost for each task.
  public let agrees: Bool
  /// How many simplex iterations it took from the basis that it was given: none if that was optimal.
  public let iterations: Int
  /// How many pairs it was given: those chosen, those that the prices hold together, and the nearest to them.
  public let pairs: Int
  /// How it ended.
  public let termination: String
}
