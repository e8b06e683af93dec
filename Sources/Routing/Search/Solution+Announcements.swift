/// What a route costs for doing otherwise than was told.
extension Solution {
  /// What a job costs on a slot besides its place on the route: by the spread of the route at the most, and by the vehicle.
  @inline(__always)
  func extra(_ slot: Int, _ job: Int) -> Int {
    (problem.preferences.hasSpread ? spreadExtra(slot, job) : 0) + vehiclePrice(slot, job)
  }

  /// What it costs that the vehicle of a slot serves a job.
  @inline(__always)
  func vehiclePrice(_ slot: Int, _ job: Int) -> Int {
    problem.announcements.hasVehicles ? problem.announcements.price(of: job, on: slots[slot].type) : 0
  }

  /// What it costs that the vehicle of a slot serves what an insertion brings.
  @inline(__always)
  func vehiclePrice(of insertion: Insertion) -> Int {
    guard problem.announcements.hasVehicles else { return 0 }
    let other = Int(problem.partner[insertion.job])
    return vehiclePrice(insertion.slot, insertion.job) + (other >= 0 ? vehiclePrice(insertion.slot, other) : 0)
  }

  /// What it costs that the vehicle of a slot serves its jobs. O(length).
  func vehiclePrice(_ slot: Int) -> Int {
    let positions = slots[slot].memory.positions
    var price = 0
    for index in 1..<(slots[slot].length + 1) where positions[index].job >= 0 {
      price += vehiclePrice(slot, Int(positions[index].job))
    }
    return price
  }
}
