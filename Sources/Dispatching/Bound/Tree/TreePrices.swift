/// Lagrangian multipliers of the spanning-tree bound, all in one row: a price of each job's two ends, then for each type of a vehicle
/// used, of a second of its day, and of a unit of each dimension of its room. In scaled units of the objective.
struct TreePrices {
  let jobCount: Int
  let typeCount: Int
  let dimensions: Int
  var values: [Int]

  /// Prices of zero.
  init(_ network: TreeNetwork) {
    jobCount = network.jobs.count
    typeCount = network.types.count
    dimensions = network.amounts.count
    values = [Int](repeating: 0, count: jobCount + typeCount * (2 + dimensions))
  }

  /// Where the price of a job's two ends stands; of either sign.
  @inline(__always)
  func job(_ job: Int) -> Int { job }
  /// Where the price of a type's way out of the root stands; of either sign.
  @inline(__always)
  func vehicle(_ type: Int) -> Int { jobCount + type }
  /// Where the price of a second of a type's day stands; zero or more.
  @inline(__always)
  func second(_ type: Int) -> Int { jobCount + typeCount + type }
  /// Where the price of a unit of a type's room stands; zero or more.
  @inline(__always)
  func room(_ type: Int, _ dimension: Int) -> Int { jobCount + typeCount * (2 + dimension) + type }
}
