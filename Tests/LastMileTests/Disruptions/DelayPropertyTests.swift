import Synchronization
import Testing

@testable import LastMile

/// News at random on orders at random.
@Suite struct DelayPropertyTests {
  @Test(arguments: UInt64(1)...24)
  func `every new day is the one that a walk through the calendar finds, and nobody else is touched`(seed: UInt64) async throws {
    var dice = Dice(seed)
    let planner = try await DelayTown.planner(&dice, orders: 30)
    var news: [Disruption] = []
    var (touched, moved) = (0, 0)
    for step in 0..<12 {
      let disruption = DelayTown.news(&dice, id: step, in: planner, on: DelayTown.first.adding(days: step))
      news.append(disruption)
      let before = planner.acceptedOrders
      let report = try #require(try await planner.report(disruption).report)
      let impacts = report.late + report.inTime + report.open
      #expect(report.open.isEmpty)
      let oracle = DelayOracle(network: planner.network, disruption: disruption, news: news)
      for (old, new) in zip(before, planner.acceptedOrders) {
        let found = oracle.days(of: old)
        let impact = impacts.first { $0.order == old.order.id }
        #expect((impact != nil) == found.isConcerned, "\(disruption), \(old.order.id)")
        #expect(new.parcels.map(\.promise.deliveryDate) == found.parcels, "\(disruption), \(old)")
        #expect(new.lastLegs.map(\.promise.deliveryDate) == found.legs, "\(disruption), \(old.order.id)")
        if !found.isConcerned { #expect(new == old) }
        let ends = old.lastLegs.isEmpty ? found.parcels : found.legs
        #expect(new.promisedDate == max(old.promisedDate, ends.max()!) && new.offer == old.offer)
        #expect(zip(old.parcels, new.parcels).allSatisfy { $0.promise.deliveryDate <= $1.promise.deliveryDate })
        #expect(zip(old.parcels, new.parcels).allSatisfy { $0.contents == $1.contents && $0.service == $1.service })
        #expect(zip(old.offer.parcels, new.parcels).allSatisfy { ($1.firstPromise ?? $1.promise) == $0.promise })
        guard let impact else { continue }
        touched += 1
        if new.promisedDate > old.promisedDate { moved += 1 }
        #expect(new.disruptions == old.disruptions + [impact])
        #expect(impact.before == old.promisedDate && impact.after == new.promisedDate)
        for parcel in impact.parcels {
          if parcel.role == .ownVan {
            let (day, zone) = (parcel.promise.deliveryDate, planner.network.zone)
            #expect(parcel.promise.window.map { zone.date(at: $0.opens) == day && zone.date(at: $0.closes) == day } == true)
            #expect(
              planner.visits(on: day, [], .everything).stops.contains {
                $0.task == .delivery(order: impact.order, node: parcel.contents.node)
              })
          }
          let days = parcel.promise.reasons.compactMap { if case .delivered(let day) = $0 { day } else { nil } }
          #expect(days == (parcel.role == .storePickup ? [] : [parcel.promise.deliveryDate]))
        }
      }
      #expect(report.late.map(\.before) == report.late.map(\.before).sorted())
      // Said again, nothing else happens.
      let now = planner.acceptedOrders
      #expect(try await planner.report(disruption).report == report && planner.acceptedOrders == now)
    }
    #expect(touched > 0 && moved > 0)
  }

  /// The days of the orders of a seed after one piece of news.
  private func days(_ seed: UInt64, after kind: Disruption.Kind) async throws -> [LocalDate] {
    var dice = Dice(seed)
    let planner = try await DelayTown.planner(&dice, orders: 20)
    let at = SmallTown.zone.instant(DelayTown.first.adding(days: 2), .midnight)
    _ = try await planner.report(Disruption(id: "n", kind, at: at))
    return planner.acceptedOrders.map(\.promisedDate)
  }

  @Test(arguments: UInt64(1)...4)
  func `a longer delay never ends earlier`(seed: UInt64) async throws {
    let range = DelayTown.first...DelayTown.first.adding(days: 20)
    for service in ["van", "post", "truck", "shuttle", "bicycle"] as [ID<DeliveryService>] {
      var last: [LocalDate] = []
      for days in 1...4 {
        let now = try await self.days(seed, after: .serviceLate(service, workingDays: days, leaving: range))
        #expect(zip(last, now).allSatisfy { $0 <= $1 })
        last = now
      }
    }
    for node in DelayTown.nodes {
      var last: [LocalDate] = []
      for hours in [1, 7, 13, 24, 50, 90, 200] {
        let moment = SmallTown.zone.instant(DelayTown.first.adding(days: 2), .midnight) + .hours(hours)
        let now = try await self.days(seed, after: .nodeBehind(node, readyFrom: moment))
        #expect(zip(last, now).allSatisfy { $0 <= $1 })
        last = now
      }
    }
  }

  @Test(arguments: UInt64(1)...8)
  func `two pieces of news at once are as one after the other`(seed: UInt64) async throws {
    func after(_ news: (Planner) async throws -> Void) async throws -> [AcceptedOrder] {
      var dice = Dice(seed)
      let planner = try await DelayTown.planner(&dice, orders: 20, stops: 3)
      try await news(planner)
      return planner.acceptedOrders
    }
    var dice = Dice(seed &+ 100)
    var again = Dice(seed)
    let some = try await DelayTown.planner(&again, orders: 20, stops: 3)
    let one = DelayTown.news(&dice, id: 1, in: some, on: DelayTown.first)
    let other = DelayTown.news(&dice, id: 2, in: some, on: DelayTown.first)
    let both = try await after { planner in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for news in [one, other, one, other] { group.addTask { _ = try await planner.report(news) } }
        try await group.waitForAll()
      }
    }
    let first = try await after { _ = (try await $0.report(one), try await $0.report(other)) }
    let second = try await after { _ = (try await $0.report(other), try await $0.report(one)) }
    #expect(both == first || both == second)
  }

  @Test(arguments: UInt64(1)...12)
  func `news, declines and orders at once leave every unit and all room accounted for`(seed: UInt64) async throws {
    var dice = Dice(seed)
    let planner = try await DelayTown.planner(&dice, orders: 25, stops: 4, parcelLimit: 9)
    for round in 0..<4 {
      let date = DelayTown.first.adding(days: 2 * round)
      let now = SmallTown.zone.instant(date, .midnight)
      let news = (0..<3).map { DelayTown.news(&dice, id: 10 * round + $0, in: planner, on: date) }
      let orders = planner.acceptedOrders.filter { _ in dice.roll(0...3) == 0 }
      let before = Dictionary(uniqueKeysWithValues: planner.acceptedOrders.map { ($0.order.id, $0) })
      try await withThrowingTaskGroup(of: Void.self) { group in
        for one in news { group.addTask { _ = try await planner.report(one) } }
        for accepted in orders {
          guard let parcel = accepted.parcels.first else { continue }
          let decline = Decline(
            id: ID("d \(round) \(accepted.order.id)"), of: accepted.order.id, at: parcel.contents.node,
            lines: [OrderLine(parcel.contents.lines[0].sku, quantity: 1)],
            because: round % 2 == 0 ? .notFound : .closed(until: nil), at: now)
          group.addTask { _ = try await planner.decline(decline) }
        }
        let more = SmallTown.order(
          [OrderLine("shirt", quantity: 1)], SmallTown.door(1), id: ID("more-\(round)"),
          placed: "2026-12-0\(1 + 2 * round)T09:00:00Z")
        group.addTask { _ = try await planner.place(more) }
        try await group.waitForAll()
      }
      for accepted in planner.acceptedOrders {
        #expect(accepted.promisedDate >= before[accepted.order.id]?.promisedDate ?? accepted.offer.promisedDate)
        #expect(accepted.promisedDate >= accepted.lastDay ?? accepted.promisedDate)
        #expect(accepted.promisedDate == accepted.lastDay ?? accepted.promisedDate || !accepted.resourcings.isEmpty)
      }
      try await ResourcingWalkTests.check(planner, shipped: [:], at: now)
      // Every limit holds: nothing was promised beyond it, whatever came late.
      let (parcels, doors) = planner.state.withLock { ($0.parcels.values.max() ?? 0, $0.days.values.map(\.count).max() ?? 0) }
      #expect(parcels <= 9 && doors <= 4)
    }
    #expect(!planner.acceptedOrders.flatMap(\.disruptions).isEmpty)
    try await cancelAll(planner)
  }

  /// Closes everything, so that nothing ships any more: then no room is taken.
  private func cancelAll(_ planner: Planner) async throws {
    for node in DelayTown.nodes { _ = try await planner.close(node, until: nil, at: SmallTown.instant("2026-12-20T09:00:00Z")) }
    #expect(planner.acceptedOrders.allSatisfy { $0.parcels.isEmpty })
    let (parcels, days) = planner.state.withLock { ($0.parcels, $0.days) }
    #expect(parcels.values.allSatisfy { $0 == 0 })
    #expect(days.values.allSatisfy { $0.count == 0 })
  }
}
