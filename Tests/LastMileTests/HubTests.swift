import LastMile
import Testing

@Suite struct HubTests {
  private let lines = [OrderLine("shirt", quantity: 1), OrderLine("shoes", quantity: 1)]
  private let work = HubWork(handlingPerParcel: 40, handlingPerUnit: 5)

  @Test func `an order is gathered at a hub where that is cheaper, and later`() async throws {
    let planner = try await SmallTown.planner(
      SmallTown.network(hub: work), stock: [("shirt", "dc", 5), ("shoes", "s4", 5)])
    let offers = try await planner.offers(for: SmallTown.order(lines, SmallTown.door(1), complete: true))
    // Two vans tomorrow; or two shuttles tomorrow, and the bicycle on the day after the hub has packed.
    #expect(offers.map(\.promisedDate.description) == ["2026-12-03", "2026-12-05"])
    #expect(offers.map(\.cost.total.count) == [2220, 200 + 220 + 50 + 500])
    let gathered = try #require(offers.last)
    #expect(gathered.lastLeg?.service == "bicycle" && gathered.lastLeg?.parcel.hub == "s2")
    #expect(gathered.parcels.map(\.role) == [.transfer, .transfer])
    #expect(gathered.otherWays.map(\.way) == [.direct] && gathered.otherWays[0].reason == .dearer(by: 1250))
    #expect(offers[0].lastLeg == nil)
    let accepted = try #require(try await planner.accept(gathered).accepted)
    for (sku, node) in [("shirt", "dc"), ("shoes", "s4")] as [(SKU, ID<Node>)] {
      #expect(try await planner.inventory.balance(of: sku, at: node, at: accepted.order.placedAt).committed == 1)
    }
  }

  @Test func `what lies at the hub leaves with the rest, and a rule about the hub is named`() async throws {
    func offers(_ rules: [EligibilityRule]) async throws -> [Offer] {
      let planner = try await SmallTown.planner(
        SmallTown.network(latePerDay: 0, rules: rules, hub: work), stock: [("shirt", "dc", 5), ("shoes", "s2", 5)])
      return try await planner.offers(for: SmallTown.order(lines, SmallTown.door(1), complete: true))
    }
    let gathered = try #require(try await offers([]).last)
    #expect(gathered.parcels.map(\.contents.node) == ["s2", "dc"] && gathered.parcels.map(\.role) == [.carrier, .transfer])
    #expect(gathered.cost.total.count == 100 + 110 + 10 + 50 + 500)
    let ruled = try await offers([EligibilityRule("s2 ships no shirts", at: ["s2"], .without(GoodsSelection(skus: ["shirt"])))])
    #expect(ruled.allSatisfy { $0.lastLeg == nil })
    #expect(
      ruled.last?.otherWays.map(\.reason) == [.excluded([Exclusion(rule: "s2 ships no shirts", skus: ["shirt"])])])
  }

  @Test(arguments: ["dc", "s2"] as [ID<Node>])
  func `nothing is gathered from a node that is closed, nor at one`(closed: ID<Node>) async throws {
    let planner = try await SmallTown.planner(
      SmallTown.network(latePerDay: 0, hub: work), stock: [("shirt", "dc", 5), ("shoes", "s4", 5)])
    let order = SmallTown.order(lines, SmallTown.door(1), complete: true)
    let gathered = try #require(try await planner.offers(for: order).last)
    #expect(gathered.lastLeg?.promise.deliveryDate == LocalDate("2026-12-05"))
    _ = try await planner.close(closed, until: nil, at: order.placedAt)
    #expect(try await planner.offers(for: order).allSatisfy { $0.lastLeg == nil })
    _ = try await planner.close(closed, until: SmallTown.instant("2026-12-05T07:00:00-03:00"), at: order.placedAt)
    let later = try #require(try await planner.offers(for: order).last?.lastLeg)
    #expect(later.promise.deliveryDate == LocalDate(closed == "dc" ? "2026-12-10" : "2026-12-07"))
  }
}
