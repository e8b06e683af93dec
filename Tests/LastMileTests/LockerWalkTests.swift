import Testing

@testable import LastMile

/// Lockers under whatever happens, in any order.
@Suite struct LockerWalkTests {
  private typealias Town = LockerTown

  /// Quotes, orders, pickups, declines and delays at random: what is taken is what a count of the parcels says, and never more than there
  /// is.
  @Test(arguments: [UInt64(1), 2, 3, 4, 5]) func `compartments are never promised twice, whatever happens`(seed: UInt64)
    async throws
  {
    var random = SeededGenerator(seed: seed)
    let compartments = [
      Locker.Compartment(count: 2, volume: .litres(5)), Locker.Compartment(count: 2, volume: .litres(14), weight: .kilograms(4)),
      Locker.Compartment(count: 1, volume: .litres(30)),
    ]
    let stock = (["shirt", "shoes"] as [SKU]).flatMap { sku in [(sku, "dc", 40), (sku, "s4", 40)] as [(SKU, ID<Node>, Int)] }
    let planner = try await Town.planner(compartments, pickupDays: Int.random(in: 1...4, using: &random), stock: stock)
    var now = SmallTown.instant("2026-12-02T10:00:00-03:00")
    var seen: [String: Int] = [:]
    for step in 0..<80 {
      now = now + .minutes(Int.random(in: 1...200, using: &random))
      let lines = (["shirt", "shoes"] as [SKU]).filter { _ in Bool.random(using: &random) }.map {
        OrderLine($0, quantity: Int.random(in: 1...3, using: &random))
      }
      let some = planner.acceptedOrders.randomElement(using: &random)
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<3 where !lines.isEmpty:
        let order = Order(
          id: ID("o-\(step)"), placedAt: now, channel: .web, customer: "u", lines: lines, fulfilment: .pickup(at: "box"),
          shipsComplete: Bool.random(using: &random))
        seen[try await planner.place(order).accepted == nil ? "refused" : "placed", default: 0] += 1
      case 3..<6 where !lines.isEmpty:
        guard let quote = try await planner.quote(for: Town.cart(ID("c-\(step)"), lines: lines), at: now).quote else { continue }
        if Bool.random(using: &random), let option = quote.options.randomElement(using: &random) {
          #expect(try await planner.accept(option.token, at: now).accepted != nil)
          seen["accepted", default: 0] += 1
        } else {
          _ = try await planner.withdrawQuote(of: quote.cart.id, at: now)
        }
      case 6, 7:
        guard let some else { continue }
        let day = some.promisedDate.adding(days: Int.random(in: -1...3, using: &random))
        if await planner.notePickup(of: some.order.id, at: "box", on: day) { seen["fetched", default: 0] += 1 }
      case 8:
        guard let some,
          let units = try await planner.inventory.hold(named: some.hold, at: now)?.open.randomElement(using: &random)
        else { continue }
        let line = OrderLine(units.sku, quantity: 1)
        let decline = Decline(id: ID("d-\(step)"), of: some.order.id, at: units.node, lines: [line], because: .notFound, at: now)
        if try await planner.decline(decline).resourcing != nil { seen["declined", default: 0] += 1 }
      default:
        guard let some, let node = some.parcels.first?.contents.node else { continue }
        let news = Disruption(id: ID("n-\(step)"), .orderLate(some.order.id, from: node, workingDays: 1), at: now)
        if try await planner.report(news).report?.late.isEmpty == false { seen["late", default: 0] += 1 }
      }
      let counted = Town.counted(planner)
      #expect(Town.taken(planner) == counted)
      #expect(counted.allSatisfy { $0.value <= compartments[$0.key.compartment].count })
      for accepted in planner.acceptedOrders {
        for parcel in accepted.parcels {
          let size = compartments[try #require(parcel.stay).compartment]
          #expect(parcel.contents.volume <= size.volume && parcel.contents.weight <= size.weight ?? .kilograms(99))
        }
      }
      #expect(try await planner.inventory.audit().isEmpty)
    }
    #expect(Set(["placed", "accepted", "fetched", "declined", "late"]).isSubset(of: seen.keys), "\(seen)")
  }
}
