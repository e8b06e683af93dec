import Inventory
import Logistics
import Sourcing
import Waves

func release(_ orders: [SourcingOrder], on stock: StockSnapshot) throws -> WavePlan {
  let wave = try WaveProblem(orders, stock: stock, parcelsLeft: ["store-7": 40])
  let plan = wave.solve(WaveLimit(time: .seconds(10)))
  print(plan.cost, plan.lowerBound, plan.gap)
  return plan
}
