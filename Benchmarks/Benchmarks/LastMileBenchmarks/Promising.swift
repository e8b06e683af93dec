import Benchmark
import Logistics
import Promising

/// One promise with its reasons, for 4,096 orders placed at any time of 2026 at a shop in Chile with its holidays.
func registerPromising() {
  for (name, service) in [("carrier", \Shop.carrier), ("own-van", \Shop.van), ("pickup", \Shop.pickup)] {
    Benchmark("Promising/promise-\(name)", configuration: .init(timeUnits: .nanoseconds, scalingFactor: .kilo)) {
      benchmark, shop in
      let service = shop[keyPath: service]
      for index in benchmark.scaledIterations {
        blackHole(promise(from: shop.schedule, by: service, to: "south", placedAt: shop.orders[index & 4095]))
      }
    } setup: {
      try Shop()
    }
  }
}
