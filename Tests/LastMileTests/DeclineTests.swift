import LastMile
import Testing

@Suite struct DeclineTests {
  private let shirt = OrderLine("shirt", quantity: 1)
  private let ten = SmallTown.instant("2026-12-02T10:00:00-03:00")
  private let eleven = SmallTown.instant("2026-12-02T11:00:00-03:00")

  private func decline(
    _ id: ID<Decline> = "d", of order: ID<Order> = "o-1", at node: ID<Node>, _ lines: [OrderLine], _ reason: Decline.Reason
  ) -> Decline {
    Decline(id: id, of: order, at: node, lines: lines, because: reason, at: eleven)
  }

  @Test(arguments: [(Decline.Reason.notFound, StockBalance()), (.damaged, StockBalance(damaged: 1))])
  func `what a store cannot ship comes from elsewhere on the promised day, and its stock is corrected`(
    reason: Decline.Reason, left: StockBalance
  ) async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "s4", 1), ("shirt", "s2", 3)])
    let order = try #require(try await planner.place(SmallTown.order([shirt], SmallTown.door(4))).accepted)
    let from = order.parcels[0].contents.node
    let other: ID<Node> = from == "s4" ? "s2" : "s4"
    let said = decline(at: from, [shirt], reason)
    let resourcing = try #require(try await planner.decline(said).resourcing)
    #expect(resourcing.promise == .kept(order.promisedDate) && resourcing.unfilled.isEmpty)
    #expect(resourcing.parcels.map(\.contents.node) == [other])
    let now = try #require(planner.acceptedOrder("o-1"))
    #expect(now.offer == order.offer && now.parcels == resourcing.parcels && now.resourcings == [resourcing])
    let balance = try await planner.inventory.balance(of: "shirt", at: from, at: eleven)
    #expect(balance == (from == "s4" ? left : left + StockBalance(onHand: 2)))
    #expect(try await planner.inventory.balance(of: "shirt", at: other, at: eleven).committed == 1)
    #expect(try await planner.inventory.audit().isEmpty)
    // Said again it is the same; said otherwise under the same name it is refused.
    #expect(try await planner.decline(said) == .resourced(resourcing))
    #expect(try await planner.decline(decline(at: from, [shirt, shirt], reason)) == .refused(.differentDecline))
    #expect(try await planner.inventory.balance(of: "shirt", at: from, at: eleven) == balance)
  }

  @Test func `a promise that nobody can keep is made anew, with the day before and the day that is now`() async throws {
    let network = try SmallTown.network(fleet: [SmallTown.vehicle("v-s2", at: "s2")])
    let planner = try await SmallTown.planner(network, stock: [("shirt", "s2", 1), ("shirt", "dc", 1)])
    let order = try #require(try await planner.place(SmallTown.order([shirt], SmallTown.door(2))).accepted)
    #expect(order.parcels.map(\.contents.node) == ["s2"])
    let resourcing = try #require(try await planner.decline(decline(at: "s2", [shirt], .notFound)).resourcing)
    let post = try #require(resourcing.parcels.first)
    #expect(post.service == "post" && post.promise.deliveryDate > order.promisedDate)
    #expect(resourcing.promise == .remade(from: order.promisedDate, to: post.promise.deliveryDate))
    #expect(resourcing.cost!.lateness == MinorUnits(1000 * order.promisedDate.days(until: post.promise.deliveryDate)))
    #expect(planner.acceptedOrder("o-1")?.promisedDate == post.promise.deliveryDate)
  }

  @Test func `what nobody has is left out, the rest of the order ships, and a lighter parcel is less to pick`() async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "s2", 1), ("shoes", "s2", 5)])
    let lines = [shirt, OrderLine("shoes", quantity: 3)]
    let order = try #require(try await planner.place(SmallTown.order(lines, SmallTown.door(2))).accepted)
    #expect(order.parcels.count == 1)
    let resourcing = try #require(try await planner.decline(decline(at: "s2", [shirt], .damaged)).resourcing)
    #expect(resourcing.unfilled == [shirt] && resourcing.parcels.isEmpty && resourcing.cost == nil)
    #expect(resourcing.promise == .kept(order.promisedDate))
    let now = try #require(planner.acceptedOrder("o-1"))
    #expect(now.unfilled == [shirt] && now.parcels.map(\.contents.lines) == [[lines[1]]])
    #expect(now.parcels[0].contents.freight == 1000 && now.parcels[0].contents.weight == .grams(3600))
    #expect(now.parcels[0].contents.handling == order.parcels[0].contents.handling - 10)
    // Then the rest: nothing ships any more, and nothing is kept.
    let end = try #require(
      try await planner.decline(decline("e", at: "s2", [OrderLine("shoes", quantity: 3)], .closed(until: nil))).resourcing)
    #expect(end.promise == .withdrawn)
    #expect(planner.acceptedOrder("o-1")?.parcels == [])
    #expect(try await planner.inventory.balance(of: "shoes", at: "s2", at: eleven) == StockBalance(onHand: 5))
    #expect(try await planner.inventory.hold(named: order.hold, at: eleven)?.state == .released)
  }

  @Test func `an order that ships whole or not at all is withdrawn if a part of it cannot`() async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "s2", 1), ("shoes", "s4", 1)])
    let lines = [shirt, OrderLine("shoes", quantity: 1)]
    let order = try #require(
      try await planner.place(SmallTown.order(lines, SmallTown.door(2), complete: true)).accepted)
    #expect(order.parcels.count == 2)
    let resourcing = try #require(try await planner.decline(decline(at: "s2", [shirt], .notFound)).resourcing)
    #expect(resourcing.promise == .withdrawn && Set(resourcing.unfilled) == Set(lines))
    #expect(try await planner.inventory.balance(of: "shoes", at: "s4", at: eleven) == StockBalance(onHand: 1))
    // If something has left, what cannot follow is left out.
    let other = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "s2", 1), ("shoes", "s4", 1)])
    let sent = try #require(try await other.place(SmallTown.order(lines, SmallTown.door(2), complete: true)).accepted)
    _ = try await other.inventory.ship(
      [Allocation("shoes", at: "s4", quantity: 1)], of: sent.hold, requestID: "s", at: eleven)
    let rest = try #require(try await other.decline(decline(at: "s2", [shirt], .notFound)).resourcing)
    #expect(rest.promise == .kept(sent.promisedDate) && rest.unfilled == [shirt])
  }

  @Test func `a decline of what is not open changes nothing`() async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "s2", 3)])
    _ = try await planner.place(SmallTown.order([shirt], SmallTown.door(2)))
    let before = try await planner.inventory.ledger(from: 0, limit: .max)
    #expect(try await planner.decline(decline(of: "o-9", at: "s2", [shirt], .notFound)) == .refused(.unknownOrder))
    #expect(
      try await planner.decline(decline(at: "s2", [shirt, shirt], .notFound))
        == .refused(.notOpen([Shortage(node: "s2", sku: "shirt", wanted: 2, found: 1)])))
    #expect(
      try await planner.decline(decline(at: "s4", [shirt], .notFound))
        == .refused(.notOpen([Shortage(node: "s4", sku: "shirt", wanted: 1, found: 0)])))
    await #expect(throws: InvalidInput.self) { try await planner.decline(decline(at: "s2", [], .notFound)) }
    await #expect(throws: InvalidInput.self) {
      try await planner.decline(
        Decline(
          id: "d", of: "o-1", at: "s2", [StockUnits("shirt", at: "s4", quantity: 0)], because: .damaged, at: eleven))
    }
    #expect(try await planner.inventory.ledger(from: 0, limit: .max) == before)
  }

  @Test func `of a kit whose component is missing the whole kit comes from elsewhere`() async throws {
    let planner = try await SmallTown.planner(
      SmallTown.network(), stock: [("shirt", "s2", 4), ("shirt", "s4", 4), ("shoes", "s2", 2), ("shoes", "s4", 2)])
    // A fridge that comes in two shirts and a pair of shoes.
    _ = try await planner.inventory.setKit(
      "fridge", of: [OrderLine("shirt", quantity: 2), OrderLine("shoes", quantity: 1)], at: ten)
    let order = try #require(
      try await planner.place(SmallTown.order([OrderLine("fridge", quantity: 2)], .pickup(at: "s2"))).accepted)
    #expect(order.parcels.map(\.contents.node) == ["s2"])
    let outcome = try await planner.decline(decline(at: "s2", [shirt], .notFound))
    let resourcing = try #require(outcome.resourcing)
    #expect(resourcing.unfilled == [OrderLine("fridge", quantity: 1)])
    let hold = try #require(try await planner.inventory.hold(named: order.hold, at: eleven))
    #expect(hold.allocations == [Allocation("fridge", at: "s2", quantity: 1)])
    #expect(try await planner.inventory.balance(of: "shoes", at: "s2", at: eleven) == StockBalance(onHand: 2, committed: 1))
    #expect(try await planner.inventory.balance(of: "shirt", at: "s2", at: eleven) == StockBalance(onHand: 3, committed: 2))
  }

  @Test func `a node that goes dark ships nothing, its orders move, and it is back when it is opened`() async throws {
    let planner = try await SmallTown.planner(
      SmallTown.network(), stock: [("shirt", "s2", 3), ("shirt", "s4", 2), ("shoes", "s2", 1)])
    for number in 1...3 {
      let order = SmallTown.order([shirt], SmallTown.door(2), id: ID("o-\(number)"))
      let offer = try #require(try await planner.offers(for: order).first { $0.parcels[0].contents.node == "s2" })
      _ = try await planner.accept(offer)
    }
    let outcomes = try await planner.close("s2", until: nil, at: eleven).compactMap(\.resourcing)
    #expect(outcomes.count == 3 && planner.closures == ["s2": nil])
    #expect(outcomes.filter { $0.promise == .withdrawn }.count == 1)
    #expect(outcomes.flatMap(\.parcels).map(\.contents.node) == ["s4", "s4"])
    #expect(try await planner.inventory.balance(of: "shirt", at: "s2", at: eleven) == StockBalance(onHand: 3))
    let shoes = SmallTown.order(
      [OrderLine("shoes", quantity: 1)], SmallTown.door(2), id: "o-4", placed: "2026-12-02T11:30:00-03:00")
    #expect(try await planner.offers(for: shoes).isEmpty)
    // Said again, nothing else happens.
    #expect(try await planner.close("s2", until: nil, at: eleven).compactMap(\.resourcing) == outcomes)
    planner.reopen("s2")
    #expect(try await planner.offers(for: shoes).first?.parcels[0].contents.node == "s2")
    await #expect(throws: InvalidInput.self) { try await planner.close("s9", until: ten, at: eleven) }
  }

  @Test func `a node that is dark for a while keeps what is on time even so, and promises the rest for later`() async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "s2", 9)])
    let order = try #require(try await planner.place(SmallTown.order([shirt], SmallTown.door(2))).accepted)
    #expect(try await planner.close("s2", until: eleven + .hours(1), at: eleven).isEmpty)
    #expect(planner.acceptedOrder("o-1") == order)
    // Until the day after the promised one nobody else has any: it stays there and is promised anew.
    let next = SmallTown.instant("2026-12-03T09:00:00-03:00")
    let outcomes = try await planner.close("s2", until: next, at: eleven + .hours(1)).compactMap(\.resourcing)
    #expect(outcomes.map(\.promise) == [.remade(from: order.promisedDate, to: order.promisedDate.adding(days: 1))])
    #expect(planner.acceptedOrder("o-1")?.parcels.map(\.contents.node) == ["s2"])
    let later = SmallTown.order([shirt], SmallTown.door(2), id: "o-2", placed: "2026-12-02T13:00:00-03:00")
    #expect(try await planner.offers(for: later).first?.promisedDate == order.promisedDate.adding(days: 1))
  }
}
