import LastMile
import Testing

/// What is promised while a service is known to be late.
@Suite struct LateServiceTests {
  private let noon = SmallTown.instant("2026-12-02T12:00:00-03:00")

  private func news(_ service: ID<DeliveryService>, leaving first: String, _ last: String) -> Disruption {
    Disruption(
      id: "n", .serviceLate(service, workingDays: 1, leaving: LocalDate(first)!...LocalDate(last)!), at: noon)
  }

  @Test(arguments: [("2026-12-02", "2026-12-05"), ("2026-12-03", "2026-12-07"), ("2026-12-04", "2026-12-05")])
  func `new orders are promised by it if they leave on its days, over tables and without`(last: String, day: String) async throws
  {
    let planner = try await SmallTown.planner(SmallTown.network(fleet: []), stock: [("shirt", "dc", 9)])
    let first = last == "2026-12-04" ? last : "2026-12-01"
    _ = try #require(try await planner.report(news("post", leaving: first, last)).report)
    let order = SmallTown.order([OrderLine("shirt", quantity: 1)], SmallTown.door(1))
    for explained in [false, true] {
      let offers = try await planner.offers(for: order, explained: explained)
      #expect(offers.map(\.promisedDate) == [LocalDate(day)!])
      #expect(offers[0].parcels[0].promise.leavesOn == LocalDate("2026-12-03") && offers[0].parcels[0].firstPromise == nil)
    }
    // Said again it is no later: the promise knows of it.
    let accepted = try #require(try await planner.place(order).accepted)
    guard day == "2026-12-07", case .serviceLate(let post, let days, let range, _, _) = news("post", leaving: first, last).kind
    else { return }
    let again = Disruption(id: "again", .serviceLate(post, workingDays: days, leaving: range), at: noon)
    #expect(try await planner.report(again).report?.inTime.map(\.promise) == [.kept(accepted.promisedDate)])
    #expect(planner.acceptedOrder("o-1")?.parcels[0].firstPromise == nil)
  }

  @Test func `what replaces declined lines is promised by it`() async throws {
    func replaced(_ news: Disruption?) async throws -> LocalDate? {
      let network = try SmallTown.network(fleet: [SmallTown.vehicle("v-s2", at: "s2")])
      let planner = try await SmallTown.planner(network, stock: [("shirt", "s2", 1), ("shirt", "dc", 1)])
      let shirt = OrderLine("shirt", quantity: 1)
      _ = try #require(try await planner.place(SmallTown.order([shirt], SmallTown.door(2))).accepted)
      if let news { _ = try #require(try await planner.report(news).report) }
      _ = try await planner.decline(Decline(id: "d", of: "o-1", at: "s2", lines: [shirt], because: .notFound, at: noon))
      return planner.acceptedOrder("o-1")?.promisedDate
    }
    #expect(try await replaced(nil) == LocalDate("2026-12-05"))
    #expect(try await replaced(news("post", leaving: "2026-12-01", "2026-12-09")) == LocalDate("2026-12-07"))
  }

  @Test func `an order is gathered by it, and fetched by it`() async throws {
    let planner = try await SmallTown.planner(
      SmallTown.network(latePerDay: 0, hub: HubWork(handlingPerParcel: 40, handlingPerUnit: 5)),
      stock: [("shirt", "dc", 5), ("shoes", "s4", 5)])
    let lines = [OrderLine("shirt", quantity: 1), OrderLine("shoes", quantity: 1)]
    let door = SmallTown.order(lines, SmallTown.door(1), complete: true)
    let store = SmallTown.order([OrderLine("shirt", quantity: 1)], .pickup(at: "s4"))
    #expect(try await planner.offers(for: door).last?.promisedDate == LocalDate("2026-12-05"))
    #expect(try await planner.offers(for: store).map(\.promisedDate) == [LocalDate("2026-12-03")!])
    for service in ["shuttle", "truck"] as [ID<DeliveryService>] {
      let kind = Disruption.Kind.serviceLate(
        service, workingDays: 1, leaving: LocalDate("2026-12-03")!...LocalDate("2026-12-03")!)
      _ = try #require(try await planner.report(Disruption(id: ID("late \(service)"), kind, at: noon)).report)
    }
    #expect(try await planner.offers(for: door).last?.promisedDate == LocalDate("2026-12-07"))
    #expect(try await planner.offers(for: store).allSatisfy { $0.promisedDate == LocalDate("2026-12-04")! })
  }
}
