import Foundation
import Interchange
import LastMile

func deliver(_ folder: URL) async throws {
  let scenario = try Scenario(contentsOf: folder)
  let planner = Planner(network: scenario.network, inventory: try await scenario.openingStock())
  let order = scenario.orders[0]
  for offer in try await planner.offers(for: order) {
    print(offer.promisedDate, offer.cost.total, offer.parcels.map(\.contents.node))
  }
  guard case .accepted(let accepted) = try await planner.place(order) else { return }
  let day = try planner.plan(accepted.offer.promisedDate, limit: SearchLimit(time: .seconds(2)))
  print(day.routes.count, "routes,", day.leftOut.count, "stops left out,", day.cost.total)
}
