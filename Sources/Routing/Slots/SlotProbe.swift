import Logistics
import Travel

/// A stop that is looked for a place for, with its ways to all places of a plan. O(places) to make, the only part of a search
/// that computes ways.
struct SlotProbe {
  let service: Int
  /// Before which no vehicle with it departs.
  let release: Int
  let delivery: [Int]
  let pickup: [Int]
  /// The ways from it to each place, which are as long back.
  let ways: [StreetWay]
  /// For each type of vehicle whether it has the skills, and there is one.
  let isSkilled: [Bool]

  init(_ request: SlotRequest, _ plan: TentativePlan) {
    service = request.service.seconds
    release = StopTable.release(request)
    delivery = request.delivery.amounts
    pickup = request.pickup.amounts
    ways = plan.table.travel.ways(TravelPoint(request.place), plan.table.points)
    isSkilled = plan.vehicles.map { $0.count > 0 && request.skills.isSubset(of: $0.skills) }
  }
}
