import LastMile
import Testing

@Suite struct RulesTests {
  private let shirt = OrderLine("shirt", quantity: 1)

  private func planner(_ rules: EligibilityRule..., stock: [(SKU, ID<Node>, Int)]) async throws -> Planner {
    try await SmallTown.planner(SmallTown.network(skills: ["fridge": ["twoPeople"]], rules: rules), stock: stock)
  }

  @Test func `a node ships only for its channels, and the offer names the rule`() async throws {
    let planner = try await planner(
      EligibilityRule("web only", at: ["dc"], .channels([.web])), stock: [("shirt", "dc", 5), ("shirt", "s4", 5)])
    func offer(_ channel: Channel) async throws -> Offer {
      try #require(
        try await planner.offers(for: SmallTown.order([shirt], SmallTown.door(1), channel: channel), explained: true).first)
    }
    #expect(try await offer(.web).parcels.map(\.contents.node) == ["dc"])
    let other = try await offer(.marketplace)
    #expect(other.parcels.map(\.contents.node) == ["s4"])
    #expect(other.rejections.first?.reason == .excluded([Exclusion(rule: "web only", skus: nil)]))
    let order = SmallTown.order([shirt], SmallTown.door(1), channel: .app)
    #expect(try await planner.place(order).accepted?.offer.parcels.map(\.contents.node) == ["s4"])
  }

  @Test func `an order that rules leave no node for is refused by their names`() async throws {
    let planner = try await planner(
      EligibilityRule("near", .upTo(.metres(1500))), EligibilityRule("not the warehouse", at: ["dc"], .channels([.phone])),
      stock: [("shirt", "dc", 5), ("shirt", "s4", 2)])
    for complete in [false, true] {
      let order = SmallTown.order([shirt], SmallTown.door(1), complete: complete)
      let refusal = try await planner.refusal(of: order)
      #expect(refusal == .short([.excluded("shirt", wanted: 1, found: 0, heldBack: 2, by: ["not the warehouse", "near"])]))
      #expect(refusal?.description == "1 of shirt wanted, 0 may ship, 2 more may not: not the warehouse, near")
      #expect(try await planner.place(order).accepted == nil)
    }
    // The store is near enough to this door, and what is fetched has no way to go.
    #expect(try await planner.offers(for: SmallTown.order([shirt], SmallTown.door(3))).first?.parcels[0].contents.node == "s4")
    #expect(try await planner.refusal(of: SmallTown.order([shirt], .pickup(at: "s4"))) == nil)
  }

  @Test func `a store without furniture hands over what lies there, and ships the rest of the order`() async throws {
    let planner = try await planner(
      EligibilityRule("no furniture", at: ["s2", "s4"], .without(GoodsSelection(skills: ["twoPeople"])), deliveriesOnly: true),
      stock: [("fridge", "s2", 1), ("shirt", "s2", 1)])
    let fridge = OrderLine("fridge", quantity: 1)
    #expect(try await planner.refusal(of: SmallTown.order([fridge], .pickup(at: "s2"))) == nil)
    // Nobody comes for a fridge here, with rules or without; a carrier would from the warehouse, which has none.
    let offers = try await planner.offers(for: SmallTown.order([shirt], SmallTown.door(1)))
    #expect(offers.first?.parcels[0].contents.node == "s2")
  }

  @Test func `a node that has the order ready too late, or is closed, ships nothing`() async throws {
    let closed = TimeWindow(
      opens: SmallTown.instant("2026-12-02T00:00:00-03:00"), closes: SmallTown.instant("2026-12-02T23:59:00-03:00"))!
    let planner = try await planner(
      EligibilityRule("today", at: ["dc"], .readyWithin(.hours(3))), EligibilityRule("inventory", at: ["s2"], .closed(closed)),
      stock: [("shirt", "dc", 5), ("shirt", "s2", 5), ("shirt", "s4", 5)])
    func node(_ placed: String) async throws -> ID<Node>? {
      try await planner.offers(for: SmallTown.order([shirt], SmallTown.door(0.5), placed: placed)).first?.parcels[0].contents.node
    }
    // Two hours of work: ready at noon; after the cut-off it is ready on the next day.
    #expect(try await node("2026-12-02T10:00:00-03:00") == "dc")
    #expect(try await node("2026-12-02T17:00:00-03:00") == "s4")
    #expect(try await node("2026-12-03T17:00:00-03:00") == "s2")
  }

  @Test func `all faults of the rules of a network are named`() throws {
    let error = #expect(throws: InvalidInput.self) {
      try SmallTown.network(rules: [
        EligibilityRule("a", at: ["moon"], .channels([])),
        EligibilityRule("a", .only(GoodsSelection(skus: ["moon"], skills: ["fly"]))),
      ])
    }
    #expect(
      error?.faults.map(\.place) == [
        "$.rules[0].channels", "$.rules[1].id", "$.rules[0].nodes", "$.rules[1].only.skus", "$.rules[1].only.skills",
      ])
  }
}
