import Inventory
import Logistics
import Sourcing
import Testing

@Suite struct HubTests {
  private let now = Instant(secondsSince1970: 0)

  private func date(_ day: Int) -> LocalDate { LocalDate(year: 2026, month: 12, day: day)! }

  private func stock(_ units: [ID<Node>: [Int]], _ skus: [SKU] = ["A", "B"]) -> StockSnapshot {
    let nodes = units.keys.sorted()
    return StockSnapshot(nodes: nodes, skus: skus, units: nodes.flatMap { units[$0]! }, takenAt: now)
  }

  private let lines = [SourcingLine("A", quantity: 1), SourcingLine("B", quantity: 1)]

  /// Two parcels of 500 with 200 of goodwill directly; over the hub two transfers of 100, work for 60 and 550 on from there.
  private func order(goodwill: MinorUnits = 200) -> SourcingOrder {
    SourcingOrder(
      lines: lines, lanes: [Lane(from: "a", freight: .flat(500)), Lane(from: "b", freight: .flat(500))], extraParcelCost: goodwill
    )
  }

  private func hub(_ legs: [LastLeg] = [LastLeg(LaneService(.flat(550), id: "post"))], transfer days: Int? = nil) -> Hub {
    Hub(
      "hub",
      transfers: (["a", "b"] as [ID<Node>]).map { node in
        Lane(from: node, services: [LaneService(.flat(100), id: "truck", arrives: days.map { date($0) })])
      }, lastLegs: legs, pickingPerUnit: 5, handlingPerParcel: 40, handlingPerUnit: 10)
  }

  @Test func `a hub without stock of its own gathers an order where that is cheaper than two parcels`() throws {
    let units = stock(["a": [1, 0], "b": [0, 1], "hub": [0, 0]])
    let plan = try #require(try CheckoutProblem(order(), stock: units, hubs: [hub()]).solve().plan)
    #expect(plan.way == .hub("hub") && plan.cost.total == 810 && plan.proven)
    #expect(plan.cost.freight == 750 && plan.cost.handling == 60 && plan.cost.extraParcels == 0)
    #expect(plan.sourcing.parcels.map(\.node) == ["a", "b"])
    #expect(plan.consolidated?.leg.service.id == "post")
    #expect(plan.others.map(\.way) == [.direct] && plan.others[0].reason == .dearer(by: 390))
    let free = try #require(try CheckoutProblem(order(goodwill: 0), stock: units, hubs: [hub()], substitutes: []).solve().plan)
    #expect(free.way == .hub("hub") && free.others[0].reason == .dearer(by: 190))
  }

  @Test func `what the hub has itself does not travel, and the hub counts one parcel`() throws {
    let units = stock(["a": [1, 0], "b": [0, 0], "hub": [0, 1]])
    let problem = try CheckoutProblem(order(), stock: units, parcelsLeft: ["hub": 1], hubs: [hub()])
    let plan = try #require(problem.solve().plan)
    #expect(plan.cost.total.count == 715)  // 100 and 5 to come together, 60 of work, 550 on from there
    #expect(plan.sourcing.parcels.map(\.node) == ["hub", "a"])
    #expect(problem.alternatives(to: plan).map(\.reason) == [.noStock])
    let full = try CheckoutProblem(order(), stock: units, parcelsLeft: ["hub": 0], hubs: [hub()]).solve()
    guard case .infeasible(let ways) = full else {
      Issue.record("\(full)")
      return
    }
    #expect(ways.map(\.reason) == [.infeasible([.stock("B", wanted: 1, found: 0)]), .noCapacity])
  }

  @Test func `transfers must reach the hub by the day of the last leg`() throws {
    let units = stock(["a": [1, 0], "b": [0, 1]])
    let legs = [
      LastLeg(LaneService(.flat(300), id: "early", arrives: date(3)), feederBy: date(1)),
      LastLeg(LaneService(.flat(550), id: "late", arrives: date(5)), feederBy: date(2)),
    ]
    let plan = try #require(try CheckoutProblem(order(), stock: units, hubs: [hub(legs, transfer: 2)]).solve().plan)
    #expect(plan.consolidated?.leg.service.id == "late")
    let tooLate = try #require(try CheckoutProblem(order(), stock: units, hubs: [hub([legs[0]], transfer: 2)]).solve().plan)
    #expect(tooLate.way == .direct)
    #expect(
      tooLate.others.map(\.reason)
        == [.infeasible([.stock("A", wanted: 1, found: 0), .stock("B", wanted: 1, found: 0)])])
  }

  @Test func `a hub that may not serve the address says which rule, and feeders are not measured`() throws {
    let units = stock(["a": [1, 0], "b": [0, 1]])
    func plan(_ limit: Int) throws -> CheckoutPlan {
      let rules = try EligibilityRules([
        EligibilityRule("near", .upTo(.kilometres(limit))),
        EligibilityRule("no B", at: ["x"], .without(GoodsSelection(skus: ["B"]))),
      ])
      let context = EligibilityContext(
        channel: .web, placedAt: now, distances: ["hub": .kilometres(20), "a": .kilometres(60), "b": .kilometres(60)])
      var order = order()
      if limit < 60 {
        order = SourcingOrder(lines: lines.map { SourcingLine($0.sku, quantity: 1, unfilledCost: 9000) }, lanes: order.lanes)
      }
      return try #require(
        try CheckoutProblem(order, stock: units, hubs: [hub()], eligibility: Eligibility(rules, in: context)).solve().plan)
    }
    #expect(try plan(30).way == .hub("hub"))
    let none = try plan(10)
    #expect(none.way == .direct && none.sourcing.unfilled.count == 2)
    #expect(none.others.map(\.reason) == [.excluded([Exclusion(rule: "near", skus: nil)])])
  }

  @Test func `no last leg for so heavy a parcel is a reason`() throws {
    let units = stock(["a": [1, 0], "b": [0, 1]])
    let heavy = lines.map { SourcingLine($0.sku, quantity: 1, weight: .kilograms(20)) }
    let rate = try FreightRate(brackets: [.init(upTo: .kilograms(30), price: 1)])
    let order = SourcingOrder(lines: heavy, lanes: order().lanes)
    let plan = try #require(
      try CheckoutProblem(order, stock: units, hubs: [hub([LastLeg(LaneService(rate))])]).solve().plan)
    #expect(plan.way == .direct && plan.others.map(\.reason) == [.refusedByCarrier])
  }

  @Test func `all faults of hubs and substitutes are told at once`() {
    let error = #expect(throws: InvalidInput.self) {
      try CheckoutProblem(
        order(), stock: stock([:]),
        hubs: [
          Hub("h", transfers: [Lane(from: "h", freight: .flat(-1))], lastLegs: []),
          Hub("h", transfers: [], lastLegs: [LastLeg(LaneService(.flat(-1), lateness: -1))], handlingPerUnit: -1),
        ],
        substitutes: [
          [Substitute("A"), Substitute("C", goodwill: -1), Substitute("C")], [Substitute("A", weight: .grams(1))],
        ])
    }
    #expect(
      Set(error?.faults.map(\.place) ?? []) == [
        "$.substitutes[0][0].sku", "$.substitutes[0][1].goodwill", "$.substitutes[0][2].sku", "$.substitutes[1][0]",
        "$.hubs[0].lastLegs", "$.hubs[0].transfers[0].services[0].rate", "$.hubs[0].transfers[0].node", "$.hubs[1].node",
        "$.hubs[1].handlingPerUnit", "$.hubs[1].lastLegs[0].service.lateness", "$.hubs[1].lastLegs[0].service.rate",
      ])
    #expect(throws: InvalidInput.self) { try CheckoutProblem(order(), stock: stock([:]), substitutes: [[]]) }
    #expect(throws: InvalidInput.self) {
      try CheckoutProblem(
        SourcingOrder(lines: [SourcingLine("A", quantity: 1_000_000)], lanes: []), stock: stock([:]),
        substitutes: [[Substitute("C", weight: .kilograms(1_000_000))]])
    }
  }
}
