import Foundation
import Logistics
import Testing

@testable import Interchange

/// Swaps and what joining saves, in the report, on the map and on the page.
struct DaySwapTests {
  private static let sample = Task { try await DaySample.plan(rushed: 0, swaps: 3, isCompared: true) }

  private func visible(_ page: String) throws -> Substring {
    page[..<(try #require(page.range(of: "<script type=\"application/json\"")).lowerBound)]
  }

  private func tag(_ text: String) -> String { ("\(text)" as Markup).text }

  @Test func `the summary counts what is fetched, swapped and waits, and adds up`() async throws {
    let report = try await Self.sample.value
    let day = report.summary
    #expect(day.returns == report.returns.count && day.returns == 6)
    #expect(day.returnsFetched + day.returnsLeftOut + day.returnsRefused + day.returnsWaiting == day.returns)
    #expect(day.swaps == 3 && day.deliveriesWithPickup == 1 && day.pickups == 1 && day.returnsWaiting == 1)
    let stops = report.routes.flatMap(\.stops)
    #expect(stops.count { $0.kind == "swap" } == 3)
    #expect(stops.flatMap(\.returns).count == day.returnsFetched)
    for stop in stops {
      #expect(stop.parcels == stop.delivered[2] + stop.collected[2])
      #expect((stop.collected == [0, 0, 0]) == stop.returns.isEmpty)
      #expect((stop.delivered == [0, 0, 0]) == (stop.kind == "pickup"))
    }
    // Loads along each route follow from what changes hands.
    for route in report.routes {
      var load = route.initialLoad
      for stop in route.stops {
        load = zip(zip(load, stop.delivered), stop.collected).map { $0.0 - $0.1 + $1 }
        #expect(load == stop.load)
      }
    }
  }

  @Test func `each return says how it is fetched and with what`() async throws {
    let report = try await Self.sample.value
    let swap = try #require(report.returns.first { $0.id == "w-0<" })
    #expect(swap.status == "planned" && swap.visit == "swap" && swap.with == "o-0&<0>" && swap.replacement == swap.with)
    let joined = try #require(report.returns.first { $0.id == "w-too<" })
    #expect(joined.visit == "withDelivery" && joined.replacement == nil)
    let late = try #require(report.returns.first { $0.id == "w-late<" })
    #expect(late.status == "waiting" && late.visit == nil && late.waitsUntil == "2026-12-04")
    let alone = try #require(report.returns.first { $0.id == "r-1<\"" })
    #expect(alone.visit == "alone" && alone.with == nil && alone.note == nil)
    // An order that is swapped is on a vehicle like any other.
    #expect(report.orders.first { $0.id == "o-0&<0>" }?.status == "planned")
  }

  @Test func `the report as JSON has every key, also where there is nothing to say`() async throws {
    let plain = try await DaySample.report()
    let object = try #require(
      try JSONSerialization.jsonObject(with: JSONEncoder().encode(plain)) as? [String: Any])
    let summary = try #require(object["summary"] as? [String: Any])
    #expect(summary["pickupComparison"] is NSNull)
    let item = try #require((object["returns"] as? [[String: Any]])?.first)
    for key in ["replacement", "visit", "with", "waitsUntil", "note"] { #expect(item.keys.contains(key), "\(key)") }
  }

  @Test func `the map marks swaps as such, with the returns that are fetched`() async throws {
    let report = try await Self.sample.value
    let object = try #require(try JSONSerialization.jsonObject(with: Data(report.geoJSON().utf8)) as? [String: Any])
    let properties = try #require(object["features"] as? [[String: Any]]).compactMap { $0["properties"] as? [String: Any] }
    let swaps = properties.filter { $0["kind"] as? String == "swap" }
    #expect(Set(swaps.compactMap { $0["returns"] as? [String] }) == [["w-0<"], ["w-1<"], ["w-2<"]])
    #expect(properties.count { $0["kind"] as? String == "deliveryAndPickup" } == 1)
    #expect(properties.filter { $0["kind"] as? String == "delivery" }.allSatisfy { $0["returns"] == nil })
  }

  @Test func `the page draws and names each visit both ways, and says what waits`() async throws {
    let page = try visible(try await Self.sample.value.page())
    #expect(page.components(separatedBy: "class=\"dot both\"").count == 5)
    #expect(page.contains("swap: new in, old out (\(tag("w-0<")))"))
    #expect(page.contains("swapped for \(tag("o-0&<0>")) in one visit"))
    #expect(page.contains("waits for its replacement until Fri 4 Dec"))
  }

  @Test func `the page shows both ways of planning and what is saved, and nothing of it if nobody asked`() async throws {
    let report = try await Self.sample.value
    let comparison = try #require(report.summary.pickupComparison)
    let page = try visible(report.page())
    let format = ReportFormat(currency: .clp)
    for amount in [comparison.together.cost, comparison.apart.cost, comparison.deliveries.cost, comparison.saved.cost] {
      #expect(page.contains(tag(format.money(amount))))
    }
    let share = try #require(comparison.saved.costShare)
    #expect(page.contains(format.percent(share)))
    #expect(try await !DaySample.report().page().contains("id=\"pickups\""))
  }

  @Test func `what is saved is the difference of the sums, and its share that of the whole`() async throws {
    let comparison = try #require(try await Self.sample.value.summary.pickupComparison)
    for key: KeyPath<PickupComparisonReport.Totals, Int> in [
      \.stops, \.leftOut, \.vehicles, \.distanceMetres, \.seconds, \.cost, \.routeCost, \.leftOutCost,
    ] {
      #expect(comparison.apart[keyPath: key] == comparison.deliveries[keyPath: key] + comparison.pickups[keyPath: key])
    }
    #expect(comparison.saved.cost == comparison.apart.cost - comparison.together.cost)
    #expect(comparison.saved.seconds == comparison.apart.seconds - comparison.together.seconds)
    #expect(comparison.saved.distanceShare == Double(comparison.saved.distanceMetres) / Double(comparison.apart.distanceMetres))
    #expect(comparison.violations == 0)
  }
}
