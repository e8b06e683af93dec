import Logistics

extension TripProblem {
  /// Judges chains of trips.
  ///
  /// - Complexity: O(trips of the chains + trips of the problem).
  public func check(_ chains: [TripChain]) -> TripVerdict {
    let chains = chains.filter { !$0.trips.isEmpty }
    var violations: [TripViolation] = []
    var isDriven = [Bool](repeating: false, count: trips.count)
    var units = [Int](repeating: 0, count: vehicles.count)
    var cost = 0
    for (index, chain) in chains.enumerated() {
      func broken(_ kind: TripViolation.Kind, _ position: Int? = nil) {
        violations.append(TripViolation(kind: kind, chain: index, position: position))
      }
      guard vehicles.indices.contains(chain.vehicle) else {
        broken(.unknown)
        continue
      }
      let vehicle = vehicles[chain.vehicle]
      units[chain.vehicle] += 1
      if units[chain.vehicle] > vehicle.count { broken(.count) }
      if let most = vehicle.maximumTrips, chain.trips.count > most { broken(.maximumTrips) }
      cost = cost.addingClamped(vehicle.fixedCost)
      var last: Trip?
      for (position, place) in chain.trips.enumerated() {
        guard trips.indices.contains(place) else {
          broken(.unknown, position)
          continue
        }
        let trip = trips[place]
        if isDriven[place] { broken(.duplicate, position) }
        isDriven[place] = true
        if !vehicle.fits(trip) { broken(.unfit, position) }
        if let last, trip.start < last.end + turnaround { broken(.turnaround, position) }
        cost = cost.addingClamped(vehicle.cost(of: trip) ?? .max)
        last = trip
      }
    }
    let out = trips.indices.filter { !isDriven[$0] }
    cost = out.reduce(cost) { $0.addingClamped(trips[$1].dropCost ?? 0) }
    return TripVerdict(
      chains: chains, cost: cost, dropped: out.filter { trips[$0].dropCost != nil },
      missing: out.filter { trips[$0].dropCost == nil }, violations: violations)
  }
}
