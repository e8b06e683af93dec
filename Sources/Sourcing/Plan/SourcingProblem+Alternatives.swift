import Logistics

extension SourcingProblem {
  /// Why every other lane is not in a plan, in the order of the lanes.
  ///
  /// Separate from ``solve(stepLimit:)`` because few orders are ever asked about. Complexity: lanes × lines, and a search of
  /// its own for each lane whose price depends on the parcel.
  ///
  /// - Parameter stepLimit: how many partial plans to look at for each lane.
  public func alternatives(to plan: SourcingPlan, stepLimit: Int = 20_000) -> [Rejection] {
    let used = Set(plan.parcels.map(\.node))
    let instance = makeInstance()
    var candidates = [Int?](repeating: nil, count: order.lanes.count)
    for (number, candidate) in instance.candidates.enumerated() { candidates[candidate.lane] = number }
    let bound = Bound(instance, open: [], free: Array(instance.candidates.indices))
    return order.lanes.indices.compactMap { lane in
      guard !used.contains(order.lanes[lane].node) else { return nil }
      guard let candidate = candidates[lane] else {
        return Rejection(node: order.lanes[lane].node, reason: absence(of: lane, instance))
      }
      var search = Search(instance, stepLimit: stepLimit)
      let best = search.alone(candidate)
      let total = plan.cost.total.count + instance.offset
      if let best, !search.exhausted {
        return Rejection(node: order.lanes[lane].node, reason: .dearer(by: MinorUnits(best.cost - total)))
      }
      let least = bound.value.map { Bound.whole($0 + bound.slack[candidate]) } ?? total
      return Rejection(node: order.lanes[lane].node, reason: .dearerAtLeast(by: MinorUnits(max(0, least - total))))
    }
  }

  /// Why a lane cannot ship anything at all.
  private func absence(of lane: Int, _ instance: Instance) -> Rejection.Reason {
    guard !order.lanes[lane].services.isEmpty else { return .notServed }
    if instance.maximumParcels == 0 || parcelsLeft(lane).map({ $0 <= 0 }) == true { return .noCapacity }
    return order.lines.indices.contains { available(lane, $0) > 0 } ? .refusedByCarrier : .noStock
  }
}
