import LastMile
import Testing

@Suite struct SubstitutionTests {
  private func planner(
    _ rules: [EligibilityRule] = [], goodwill: MinorUnits = 700, stock: [(SKU, ID<Node>, Int)]
  ) async throws -> Planner {
    let network = try SmallTown.network(
      skills: ["shoes": ["cold"]], rules: rules, substitutes: ["shirt": [ProductSubstitute("shoes", goodwill: goodwill)]])
    return try await SmallTown.planner(network, stock: stock)
  }

  private func order(allows: Bool, _ fulfilment: Fulfilment = .pickup(at: "s2"), complete: Bool = true) -> Order {
    Order(
      id: "o-1", placedAt: SmallTown.instant("2026-12-02T10:00:00-03:00"), channel: .web, customer: "c-1",
      lines: [OrderLine("shirt", quantity: 1)], fulfilment: fulfilment, shipsComplete: complete, allowsSubstitutes: allows)
  }

  @Test func `a customer who allows it gets a substitute, and its stock is committed`() async throws {
    let planner = try await planner(stock: [("shoes", "s2", 1)])
    #expect(try await planner.refusal(of: order(allows: false)) == .short([.stock("shirt", wanted: 1, found: 0)]))
    let offer = try #require(try await planner.offers(for: order(allows: true)).first)
    #expect(offer.parcels[0].contents.lines == [OrderLine("shoes", quantity: 1)])
    #expect(offer.substitutions.map(\.ordered) == ["shirt"] && offer.substitutions.map(\.shipped) == ["shoes"])
    // 700 of goodwill, and shoes at 40,000 for the price of a shirt at 15,000; packing and picking.
    #expect(offer.cost.substitution == 25_700 && offer.cost.total == 25_810)
    #expect(try await planner.place(order(allows: true)).accepted?.offer.substitutions.count == 1)
    let balance = try await planner.inventory.balance(of: "shoes", at: "s2", at: order(allows: true).placedAt)
    #expect(balance.committed == 1)
  }

  @Test func `what is there ships as ordered, and rules hold for substitutes`() async throws {
    let both = try await planner(stock: [("shirt", "s2", 1), ("shoes", "s2", 1)])
    #expect(try await both.offers(for: order(allows: true)).first?.substitutions.isEmpty == true)
    let ruled = try await planner(
      [EligibilityRule("no shoes", .without(GoodsSelection(skus: ["shoes"])))], stock: [("shoes", "s2", 1)])
    #expect(
      try await ruled.refusal(of: order(allows: true))
        == .short([
          .stock("shirt", wanted: 1, found: 0), .excluded("shoes", wanted: 1, found: 0, heldBack: 1, by: ["no shoes"]),
        ]))
  }

  @Test func `no van is promised that could not bring the substitute`() async throws {
    let planner = try await planner(stock: [("shirt", "dc", 1), ("shoes", "dc", 1)])
    let van = try #require(try await planner.offers(for: order(allows: false, SmallTown.door(1))).first)
    #expect(van.parcels.map(\.role) == [.ownVan])
    let post = try #require(try await planner.offers(for: order(allows: true, SmallTown.door(1))).first)
    #expect(post.parcels.map(\.role) == [.carrier])
  }

  @Test func `all faults of substitutes are named`() throws {
    let error = #expect(throws: InvalidInput.self) {
      try SmallTown.network(substitutes: [
        "moon": [], "shirt": [ProductSubstitute("shirt", goodwill: 0), ProductSubstitute("shoes", goodwill: -1)],
      ])
    }
    #expect(
      error?.faults.map(\.place) == ["$.substitutes.moon", "$.substitutes.shirt[0].sku", "$.substitutes.shirt[1].goodwill"])
  }
}
