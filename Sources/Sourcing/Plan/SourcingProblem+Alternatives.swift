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
      let exclusions = screen?.exclusions.exclusions(lane: lane) ?? []
      func rejection(_ reason: Rejection.Reason) -> Rejection {
        Rejection(node: order.lanes[lane].node, reason: reason, exclusions: exclusions)
      }
      guard let candidate = candidates[lane] else { return rejection(absence(of: lane, instance)) }
      var search = Search(instance, stepLimit: stepLimit)
      let best = search.alone(candidate)
      let total = plan.cost.total.count + instance.offset
      if let best, !search.exhausted {
        return rejection(.dearer(by: MinorUnits(best.cost - total)))
      }
      let least = bound.value.map { Bound.whole($0 + bound.slack[candidate]) } ?? total
      return rejection(.dearerAtLeast(by: MinorUnits(max(0, least - total))))
    }
  }

  /// Why a lane cannot ship anything at all.
  private func absence(of lane: Int, _ instance: Instance) -> Rejection.Reason {
    if let exclusions = screen?.exclusions, exclusions.excludesAll(lane: lane) {
      return .excluded(exclusions.exclusions(lane: lane))
    }
    guard !order.lanes[lane].services.isEmpty else { return .notServed }
    if instance.maximumParcels == 0 || parcelsLeft(lane).map({ $0 <= 0 }) == true { return .noCapacity }
    if order.lines.indices.contains(where: { available(lane, $0) > 0 }) { return .refusedByCarrier }
    guard let screen else { return .noStock }
    let before = SourcingProblem(order, screen.supply)
    return order.lines.indices.contains { before.available(lane, $0) > 0 }
      ? .excluded(screen.exclusions.exclusions(lane: lane)) : .noStock
  }
}
