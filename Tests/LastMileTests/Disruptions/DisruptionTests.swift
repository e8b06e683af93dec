import LastMile
import Testing

/// What news of a delay does to orders, on days that can be counted by hand: Tuesday 8 December 2026 is a holiday in Chile.
@Suite struct DisruptionTests {
  private let shirt = OrderLine("shirt", quantity: 1)
  private let shoes = OrderLine("shoes", quantity: 1)
  private let noon = SmallTown.instant("2026-12-02T12:00:00-03:00")

  private func day(_ text: String) -> LocalDate { LocalDate("2026-12-\(text)")! }

  /// A planner without vehicles: what is at the warehouse goes by post, on Thursday the 3rd, and is there on Saturday the 5th.
  private func byPost() async throws -> Planner {
    let planner = try await SmallTown.planner(SmallTown.network(fleet: []), stock: [("shirt", "dc", 9)])
    _ = try #require(try await planner.place(SmallTown.order([shirt], SmallTown.door(1))).accepted)
    #expect(planner.acceptedOrder("o-1")?.promisedDate == day("05"))
    return planner
  }

  private func late(_ service: ID<DeliveryService>, _ days: Int, _ first: String = "03", _ last: String = "03") -> Disruption {
    Disruption(id: "n", .serviceLate(service, workingDays: days, leaving: day(first)...day(last)), at: noon)
  }

  @Test(arguments: [(1, "07"), (2, "09"), (3, "10")])
  func `a late carrier comes later by its own working days, and not on a holiday`(days: Int, expected: String) async throws {
    let planner = try await byPost()
    let before = try #require(planner.acceptedOrder("o-1"))
    let report = try #require(try await planner.report(late("post", days)).report)
    let impact = try #require(report.late.first)
    #expect(report.late.count == 1 && report.inTime.isEmpty && report.open.isEmpty)
    #expect(impact.promise == .remade(from: day("05"), to: day(expected)))
    #expect(impact.before == day("05") && impact.after == day(expected) && impact.disruption == late("post", days))
    #expect(impact.waiting == [Allocation("shirt", at: "dc", quantity: 1)])
    let now = try #require(planner.acceptedOrder("o-1"))
    #expect(now.promisedDate == day(expected) && now.disruptions == [impact] && now.offer == before.offer)
    #expect(now.parcels == impact.parcels && now.parcels[0].firstPromise == before.parcels[0].promise)
    let promise = now.parcels[0].promise
    #expect(promise.leavesOn == day("03") && promise.readyAt == before.parcels[0].promise.readyAt)
    #expect(promise.reasons.contains(.transit(days: 2 + days, zone: "town", arrives: day(expected))))
    #expect(promise.reasons.first == before.parcels[0].promise.reasons.first)
    #expect(promise.reasons.last == .delivered(on: day(expected)))
  }

  @Test func `news concerns what leaves on its days from its nodes to its areas, and nothing else`() async throws {
    for kind: Disruption.Kind in [
      .serviceLate("post", workingDays: 1, leaving: day("04")...day("09")),
      .serviceLate("van", workingDays: 1, leaving: day("01")...day("09")), .nodeBehind("s2", readyFrom: noon + .hours(99)),
      .nodeBehind("dc", readyFrom: noon - .minutes(1)), .orderLate("o-2", from: "dc", workingDays: 1),
      .orderLate("o-1", from: "s2", workingDays: 1),
    ] {
      let planner = try await byPost()
      let two = SmallTown.order([shirt], SmallTown.door(1), id: "o-2", placed: "2026-12-09T10:00:00-03:00")
      _ = try #require(try await planner.place(two).accepted)
      let before = try #require(planner.acceptedOrder("o-1"))
      let early = noon - .hours(2)
      _ = try #require(try await planner.report(Disruption(id: "n", kind, at: early)).report)
      #expect(planner.acceptedOrder("o-1") == before, "\(kind)")
    }
    let planner = try await byPost()
    let far = Disruption(
      id: "n", .serviceLate("post", workingDays: 1, leaving: day("03")...day("03"), from: ["dc"], to: ["town"]), at: noon)
    #expect(try await planner.report(far).report?.late.count == 1)
  }

  @Test func `the same news again is answered as the first time, other news by its name is refused, and so is an unknown order`()
    async throws
  {
    let planner = try await byPost()
    let first = try await planner.report(late("post", 1))
    let order = planner.acceptedOrder("o-1")
    #expect(try await planner.report(late("post", 1)) == first && planner.acceptedOrder("o-1") == order)
    #expect(try await planner.report(late("post", 2)) == .refused(.differentDisruption))
    #expect(
      try await planner.report(Disruption(id: "m", .orderLate("o-9", from: "dc", workingDays: 1), at: noon))
        == .refused(.unknownOrder))
    #expect(planner.acceptedOrder("o-1") == order)
    // Counted from the timetable: two days late are two days late, whatever was said before.
    for (id, days, expected) in [("a", 2, "09"), ("b", 2, "09"), ("c", 1, "09"), ("d", 3, "10")] {
      let news = Disruption(id: ID(id), .serviceLate("post", workingDays: days, leaving: day("01")...day("04")), at: noon)
      _ = try await planner.report(news)
      #expect(planner.acceptedOrder("o-1")?.promisedDate == day(expected), "\(id)")
    }
    #expect(planner.acceptedOrder("o-1")?.disruptions.count == 5)
  }

  @Test func `bad news is refused with all of its faults`() async throws {
    let planner = try await byPost()
    func faults(_ kind: Disruption.Kind) async throws -> [String] {
      do {
        _ = try await planner.report(Disruption(id: "n", kind, at: noon))
        return []
      } catch let error as InvalidInput { return error.faults.map { "\($0.place) \($0.found)" } }
    }
    let days = day("01")...day("02")
    #expect(
      try await faults(.serviceLate("post", workingDays: 0, leaving: days, from: ["s2", "x"], to: ["moon"]))
        == ["$.workingDays 0 working days", "$.from s2", "$.from x", "$.to moon"])
    #expect(
      try await faults(.serviceLate("pickup", workingDays: 366, leaving: days, from: [], to: []))
        == ["$.service pickup", "$.workingDays 366 working days", "$.from no nodes", "$.to no areas"])
    #expect(try await faults(.orderLate("o-1", from: "x", workingDays: -1)) == ["$.from x", "$.workingDays -1 working days"])
    #expect(try await faults(.nodeBehind("x", readyFrom: noon)) == ["$.node x", "$.readyFrom \(noon)"])
    #expect(planner.acceptedOrder("o-1")?.disruptions == [])
  }

  @Test func `a node that is behind sends what has not left with the next departure, and its stock stays kept`() async throws {
    let planner = try await byPost()
    // Ready on Friday at ten, too late for Friday at eight: it leaves on Saturday, and Tuesday is a holiday.
    let ready = SmallTown.instant("2026-12-04T10:00:00-03:00")
    let news = Disruption(id: "n", .nodeBehind("dc", readyFrom: ready), at: noon)
    let report = try #require(try await planner.report(news).report)
    #expect(report.late.map(\.promise) == [.remade(from: day("05"), to: day("09"))])
    let promise = try #require(planner.acceptedOrder("o-1")).parcels[0].promise
    #expect(promise.readyAt == ready && promise.leavesOn == day("05") && promise.deliveryDate == day("09"))
    #expect(try await planner.inventory.balance(of: "shirt", at: "dc", at: noon).committed == 1)
    // A late carrier then counts from the new departure.
    let late = Disruption(id: "l", .serviceLate("post", workingDays: 1, leaving: day("05")...day("05")), at: noon)
    _ = try await planner.report(late)
    #expect(planner.acceptedOrder("o-1")?.promisedDate == day("10"))
    // By its promise it left on Saturday: what the warehouse does on Monday is nothing to it.
    let monday = SmallTown.instant("2026-12-07T10:00:00-03:00")
    let behind = Disruption(id: "b", .nodeBehind("dc", readyFrom: monday + .hours(96)), at: monday)
    let nobody = try #require(try await planner.report(behind).report)
    #expect(nobody.late.isEmpty && nobody.inTime.isEmpty && nobody.open.isEmpty)
    // But what the carrier says of it is.
    let more = Disruption(id: "m", .serviceLate("post", workingDays: 2, leaving: day("05")...day("05")), at: monday)
    let left = try #require(try await planner.report(more).report?.late.first)
    #expect(left.promise == .remade(from: day("10"), to: day("11")) && left.waiting.isEmpty)
  }

  @Test func `what was shipped or has come is not late`() async throws {
    let planner = try await byPost()
    let hold = try #require(planner.acceptedOrder("o-1")).hold
    let units = [Allocation("shirt", at: "dc", quantity: 1)]
    _ = try await planner.inventory.ship(units, of: hold, requestID: "s", at: noon)
    let behind = Disruption(id: "b", .nodeBehind("dc", readyFrom: noon + .hours(96)), at: noon)
    #expect(try await planner.report(behind).report?.late == [])
    // Late by a day it was there on Monday; nobody is told of that on Wednesday.
    let wednesday = SmallTown.instant("2026-12-09T09:00:00-03:00")
    let past = Disruption(id: "p", .serviceLate("post", workingDays: 1, leaving: day("03")...day("03")), at: wednesday)
    #expect(try await planner.report(past).report?.late == [] && planner.acceptedOrder("o-1")?.promisedDate == day("05"))
    #expect(planner.noteDelivery(of: "o-1", from: "dc", on: day("05")))
    #expect(try await planner.report(late("post", 3)).report?.late == [])
  }

  @Test func `an order with days to spare is told apart, and one of several parcels may be late`() async throws {
    let planner = try await SmallTown.planner(
      SmallTown.network(fleet: [SmallTown.vehicle("v-s2", at: "s2")]), stock: [("shirt", "s2", 1), ("shoes", "dc", 1)])
    let order = try #require(try await planner.place(SmallTown.order([shirt, shoes], SmallTown.door(1))).accepted)
    #expect(Set(order.parcels.map(\.promise.deliveryDate)) == [day("03"), day("05")])
    let report = try #require(try await planner.report(late("van", 1)).report)
    #expect(report.late.isEmpty && report.inTime.map(\.promise) == [.kept(day("05"))])
    #expect(report.inTime[0].parcels.map(\.promise.deliveryDate) == [day("04")])
    #expect(report.inTime[0].messages(for: order.order, in: planner.network).isEmpty)
    let lost = Disruption(id: "x", .orderLate("o-1", from: "s2", workingDays: 3), at: noon)
    #expect(try await planner.report(lost).report?.late.map(\.promise) == [.remade(from: day("05"), to: day("07"))])
  }

  @Test func `what is fetched waits for its store`() async throws {
    let planner = try await SmallTown.planner(SmallTown.network(), stock: [("shirt", "s2", 5)])
    let order = try #require(try await planner.place(SmallTown.order([shirt], .pickup(at: "s2"))).accepted)
    #expect(order.promisedDate == day("02"))
    let behind = Disruption(id: "b", .nodeBehind("s2", readyFrom: SmallTown.instant("2026-12-05T21:00:00-03:00")), at: noon)
    _ = try await planner.report(behind)
    let now = try #require(planner.acceptedOrder("o-1"))
    #expect(now.promisedDate == day("07") && now.parcels[0].promise.readyAt == SmallTown.instant("2026-12-07T08:00:00-03:00"))
    _ = try await planner.report(Disruption(id: "x", .orderLate("o-1", from: "s2", workingDays: 1), at: noon))
    _ = try await planner.report(Disruption(id: "y", .orderLate("o-1", from: "s2", workingDays: 1), at: noon))
    #expect(planner.acceptedOrder("o-1")?.promisedDate == day("09"))
  }

  @Test func `where the vehicles are full a late delivery takes the next day, and after two weeks there is none`() async throws {
    let network = try SmallTown.network(fleet: [SmallTown.vehicle("v-s2", at: "s2", stops: 1)])
    let planner = try await SmallTown.planner(network, stock: [("shirt", "s2", 60)])
    for number in 1...20 {
      let placed = "2026-12-\(number < 10 ? "02" : "14")T10:00:00-03:00"
      _ = try #require(
        try await planner.place(SmallTown.order([shirt], SmallTown.door(2), id: ID("o-\(number)"), placed: placed)).accepted)
    }
    let orders = planner.acceptedOrders
    #expect(Set(orders.map(\.promisedDate)).count == 20)
    let last = try #require(orders.map(\.promisedDate).max())
    func lose(_ order: AcceptedOrder, _ days: Int) async throws -> Disruption.Impact? {
      let news = Disruption(id: ID("x-\(order.order.id)"), .orderLate(order.order.id, from: "s2", workingDays: days), at: noon)
      let report = try await planner.report(news).report
      return report?.late.first ?? report?.open.first
    }
    let unlucky = try #require(try await lose(orders[0], 1))
    #expect(unlucky.promise == .open(since: orders[0].promisedDate, because: .full) && unlucky.after == nil)
    #expect(planner.acceptedOrder(orders[0].order.id)?.promisedDate == orders[0].promisedDate)
    #expect(planner.acceptedOrder(orders[0].order.id)?.parcels == orders[0].parcels)
    let late = try #require(try await lose(orders[15], 1)?.after)
    #expect(late > last)
    // The day that it leaves is there for others.
    #expect(try await lose(orders[14], 1)?.after == orders[15].promisedDate)
    #expect(
      unlucky.messages(for: orders[0].order, in: network).map { $0.text(in: .en) } == [
        "The order was held up on its way. Delivery of Shirt will not be possible on Thursday 3 December. We are sorry: we will tell "
          + "the new day as soon as we know it.",
        "If the change does not suit, order o-1 can be withdrawn free of charge.",
      ])
  }

  @Test func `what comes late to its hub goes on later, and what waits there with it`() async throws {
    let planner = try await SmallTown.planner(
      SmallTown.network(latePerDay: 0, hub: HubWork(handlingPerParcel: 40, handlingPerUnit: 5)),
      stock: [("shirt", "dc", 5), ("shoes", "s2", 5)])
    let gathered = try #require(
      try await planner.offers(for: SmallTown.order([shirt, shoes], SmallTown.door(1), complete: true)).last)
    let order = try #require(try await planner.accept(gathered).accepted)
    // The shuttle on Thursday, the bicycle on Saturday morning.
    #expect(order.promisedDate == day("05") && order.lastLegs.map(\.promise.leavesOn) == [day("05")])
    let report = try #require(try await planner.report(late("shuttle", 1)).report)
    #expect(report.late.map(\.promise) == [.remade(from: day("05"), to: day("07"))])
    let now = try #require(planner.acceptedOrder("o-1"))
    #expect(now.lastLegs.map(\.promise.deliveryDate) == [day("07")] && now.lastLegs[0].firstPromise == order.lastLegs[0].promise)
    #expect(now.parcels.first { $0.contents.node == "s2" }?.promise == now.lastLegs[0].promise)
    #expect(report.late[0].parcels.count == 2 && report.late[0].lastLegs == now.lastLegs)
    let next = Disruption(id: "b", .serviceLate("bicycle", workingDays: 1, leaving: day("07")...day("07")), at: noon)
    #expect(try await planner.report(next).report?.late.map(\.promise) == [.remade(from: day("07"), to: day("09"))])
  }

  @Test func `a day that was promised anew is no excuse: lateness is counted from the first`() async throws {
    let (told, untold) = (try await byPost(), try await byPost())
    _ = try await told.report(late("post", 3))
    #expect(told.acceptedOrder("o-1")?.promisedDate == day("10"))
    for planner in [told, untold] { #expect(planner.noteDelivery(of: "o-1", from: "dc", on: day("10"))) }
    #expect(told.lateness == untold.lateness)
    let lane = LatenessRecord.Lane(node: "dc", service: "post", area: "town")
    let clean = LatenessRecord().probability(lane, within: 0, on: day("11"))
    #expect(told.lateness.probability(lane, within: 0, on: day("11")) < clean)
  }

  @Test func `a customer is told the new day, why, and that the order may be withdrawn`() async throws {
    let planner = try await byPost()
    let order = try #require(planner.acceptedOrder("o-1")).order
    func texts(_ kind: Disruption.Kind, _ id: ID<Disruption>, _ language: Language) async throws -> [String] {
      let impact = try await planner.report(Disruption(id: id, kind, at: noon)).report?.late.first
      return try #require(impact).messages(for: order, in: planner.network).map { $0.text(in: language) }
    }
    #expect(
      try await texts(.serviceLate("post", workingDays: 1, leaving: day("03")...day("03")), "a", .es) == [
        "La empresa de transporte va con retraso. La entrega de Shirt pasa del sábado 5 de diciembre al lunes 7 de diciembre. "
          + "Lamentamos la demora.", "Si el cambio no conviene, el pedido o-1 se puede anular sin costo.",
      ])
    #expect(
      try await texts(.nodeBehind("dc", readyFrom: SmallTown.instant("2026-12-04T10:00:00-03:00")), "b", .en) == [
        "dc is behind with preparing orders. Delivery of Shirt moves from Monday 7 December to Wednesday 9 December. We are sorry for "
          + "the delay.", "If the change does not suit, order o-1 can be withdrawn free of charge.",
      ])
    #expect(
      try await texts(.orderLate("o-1", from: "dc", workingDays: 1), "c", .pt) == [
        "O pedido ficou retido no caminho. A entrega de Shirt passa da quarta-feira, 9 de dezembro, para a quinta-feira, 10 de "
          + "dezembro. Pedimos desculpas pelo atraso.",
        "Se a mudança não for conveniente, o pedido o-1 pode ser cancelado sem custo.",
      ])
  }
}
