import Logistics

extension RoutingProblem {
  /// Why there cannot be enough vehicles for some demands, by sums that no order of stops changes; `nil` if the sums do not tell.
  ///
  /// For every set of vehicle types that some of the jobs are confined to, the jobs confined to it are summed up: what they bring, what they
  /// take back, and how many they are. Ends of shipments and alternatives are not counted. O(jobs × types) for each such set.
  func shortage(of demands: [Demand]) -> DemandConflict.Grounds? {
    let single = demands.compactMap { demand -> Int? in
      guard case .job(let job) = demand else { return nil }
      return job
    }
    let confined = single.map { job in
      Set(
        vehicles.indices.filter { type in
          let vehicle = vehicles[type]
          return vehicle.count > 0 && jobs[job].skills.isSubset(of: vehicle.skills)
            && jobs[job].delivery.fits(in: vehicle.capacity) && jobs[job].pickup.fits(in: vehicle.capacity)
        })
    }
    var seen = Set<Set<Int>>()
    for types in confined where seen.insert(types).inserted {
      let members = zip(single, confined).filter { $0.1.isSubset(of: types) }.map(\.0)
      let perType = types.sorted().map { vehicles[$0] }
      for dimension in 0..<dimensions {
        let available = Self.sum(perType.map { $0.room(in: dimension) })
        let needed = max(
          members.reduce(0) { $0 + jobs[$1].delivery[dimension] }, members.reduce(0) { $0 + jobs[$1].pickup[dimension] })
        if let available, needed > available {
          return .room(dimension: dimension, needed: needed, available: available)
        }
      }
      let available = Self.sum(perType.map { vehicle in vehicle.maximumStops.map { $0.clampedProduct(vehicle.count) } })
      if let available, members.count > available { return .stops(needed: members.count, available: available) }
    }
    return nil
  }

  /// The sum, or `nil` if one of them has no limit.
  private static func sum(_ amounts: [Int?]) -> Int? {
    amounts.reduce(0) { sum, amount in
      guard let sum, let amount else { return nil }
      let (total, overflows) = sum.addingReportingOverflow(amount)
      return overflows ? nil : total
    }
  }
}

extension VehicleType {
  /// What all vehicles of the type carry on all their trips; `nil` for no limit.
  fileprivate func room(in dimension: Int) -> Int? {
    var trips = 1
    if let reload {
      guard let most = reload.most else { return nil }
      trips += most
    }
    return capacity[dimension].clampedProduct(count).clampedProduct(trips)
  }
}

extension Int {
  /// The product of two numbers that are not negative, or the largest there is.
  fileprivate func clampedProduct(_ other: Int) -> Int {
    let (product, overflows) = multipliedReportingOverflow(by: other)
    return overflows ? .max : product
  }
}
