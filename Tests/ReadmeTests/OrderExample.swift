import Inventory
import Logistics
import Sourcing

func source() throws -> SourcingPlan? {
  let line = SourcingLine("dress", quantity: 1, weight: .grams(450), unfilledCost: 25_000)
  let lanes = [
    Lane(from: "dc", freight: .flat(3_900), handlingPerUnit: 150),
    Lane(
      from: "store-7", services: [LaneService(.flat(2_400), id: "van"), LaneService(.flat(1_900), id: "post", lateness: 800)]),
  ]
  let problem = try SourcingProblem(SourcingOrder(lines: [line], lanes: lanes), available: [[4], [1]])
  return problem.solve().plan  // one parcel from store-7 by van, 2,400
}
