import Dispatching

func dispatch(_ minutes: [[Double?]]) throws {
  let costs = try CostMatrix(minutes)
  switch costs.assign(confirming: true) {
  case .optimal(let best):
    for (task, vehicle) in best.vehicles.enumerated() { print("task \(task): vehicle \(vehicle)") }
    print("\(best.cost) minutes in all")
    // Where would one more van help most?
    let scarce = best.vehiclePrices.indices.min { best.vehiclePrices[$0] < best.vehiclePrices[$1] }
    if let scarce {
      let more = best.saving(of: .oneMore(vehicle: scarce), in: costs)
      print("a second vehicle \(scarce) would save \(more.saving) minutes:", more.moves.map { ($0.task, $0.vehicle) })
    }
  case .infeasible(let shortage):
    print(shortage)
  case .timeLimit, .cancelled, .unproved:
    print("no answer")
  }
}
