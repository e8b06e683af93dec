import Logistics
import Routing

/// A van breaks down, and traffic is slow: who comes to whom now, and who has to be told.
func afterTheBreakdown(of route: Int, _ problem: RoutingProblem, _ plan: [Route], at now: Instant) throws -> Replan {
  let replan = try problem.replanned(
    from: plan, at: now,
    events: [
      .vehicleDown(route: route, goods: .fetched(handover: .minutes(5))), .slower(percent: 20, from: nil, until: now + .hours(1)),
    ],
    prices: .usual(for: problem), leeway: Leeway(costPerLateSecond: 10, overrun: .hours(1)), limit: SearchLimit(iterations: 1_000)
  )
  for change in replan.changes {
    switch change.outcome {
    case .moved where change.changesVehicle: print(change.job, "by", change.after!.vehicle, "at", change.after!.begin)
    case .moved: print(change.job, "so many seconds later:", change.shift!.seconds)
    default: print(change.job, change.outcome)
    }
  }
  for vehicle in replan.vehicles where vehicle.isChanged {
    print(vehicle.vehicle, "also:", vehicle.joined, "no more:", vehicle.left)
  }
  print("the rest of the day costs", replan.costWithoutPrices, "and the changes were worth", replan.stabilityPrice)
  return replan
}
