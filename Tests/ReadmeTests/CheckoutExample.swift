import Inventory
import Logistics
import Sourcing

func choose(on stock: StockSnapshot, at now: Instant) throws -> CheckoutOutcome {
  // Who ships what: data, checked, and named as the reason wherever it excludes a node.
  let rules = try EligibilityRules([
    EligibilityRule("shops ship no furniture", at: ["store-7"], .without(GoodsSelection(skills: ["twoPeople"]))),
    EligibilityRule("the outlet is not on marketplaces", at: ["outlet"], .channels([.web, .app])),
    EligibilityRule("same region", .upTo(.kilometres(200))),
  ])
  let context = EligibilityContext(
    channel: .marketplace, placedAt: now,
    distances: ["dc": .kilometres(12), "store-7": .kilometres(3), "outlet": .kilometres(40)], skills: ["sofa": ["twoPeople"]])
  let order = SourcingOrder(
    lines: [SourcingLine("sofa", quantity: 1), SourcingLine("lamp", quantity: 1)],
    lanes: [
      Lane(from: "dc", freight: .flat(9_000)), Lane(from: "store-7", freight: .flat(4_000)),
      Lane(from: "outlet", freight: .flat(1_000)),
    ], extraParcelCost: 1_500)
  // The lamp can ride to the warehouse and go on with the sofa.
  let hub = Hub(
    "dc", transfers: [Lane(from: "store-7", freight: .flat(600))], lastLegs: [LastLeg(LaneService(.flat(9_500), id: "van"))],
    handlingPerParcel: 400)
  let problem = try CheckoutProblem(
    order, stock: stock, hubs: [hub], substitutes: [[Substitute("sofa-grey", goodwill: 2_500)], []],
    eligibility: Eligibility(rules, in: context))
  let outcome = problem.solve()
  if case .plan(let plan) = outcome {
    print(plan.way, plan.cost.total, plan.substitutions.map { "\($0.shipped) for \($0.ordered)" })
    for other in plan.others { print(other.way, other.reason) }  // directly it is dearer by 4,000
    for rejection in problem.alternatives(to: plan) { print(rejection.node, rejection.reason, rejection.exclusions) }
  }
  return outcome
}
