import Inventory
import Logistics
import Sourcing
import Testing

@Suite struct CheckoutTests {
  static func date(_ day: Int) -> LocalDate { LocalDate(year: 2026, month: 12, day: day)! }

  /// A small order at random; every part of the problem may be missing.
  static func random(_ random: inout SeededGenerator, brackets: Bool, substitutes most: Int, hubs: Int) throws -> CheckoutCase {
    let small = try ExactnessTests.random(&random, brackets: brackets, units: 4, lanes: 2)
    func size(_ sku: SKU) -> (Weight, Volume) {
      let seed = Int(sku.text.utf8.first!)
      return (.grams(seed * 7919 % 3000), .cubicCentimetres(seed * 104_729 % 9000))
    }
    func dated(_ lanes: [Lane]) -> [Lane] {
      lanes.map { lane in
        let services = lane.services.map {
          LaneService(
            $0.rate, lateness: $0.lateness,
            arrives: Int.random(in: 0..<6, using: &random) == 0 ? nil : date(Int.random(in: 1...3, using: &random)))
        }
        return Lane(
          from: lane.node, services: services, handlingPerParcel: lane.handlingPerParcel, handlingPerUnit: lane.handlingPerUnit)
      }
    }
    let order = SourcingOrder(
      lines: small.order.lines, lanes: dated(small.order.lanes), maximumParcels: small.order.maximumParcels,
      shipsComplete: small.order.shipsComplete, extraParcelCost: small.order.extraParcelCost)
    var stock: [ID<Node>: [SKU: Int]] = [:]
    var worth: [ID<Node>: [SKU: Int]] = [:]
    let priced = Int.random(in: 0..<3, using: &random) == 0
    for node in ["n0", "n1", "n2"] as [ID<Node>] {
      for sku in ["A", "B", "C", "D"] as [SKU] {
        stock[node, default: [:]][sku] = max(0, Int.random(in: -2...3, using: &random))
        if priced { worth[node, default: [:]][sku] = Int.random(in: -150...150, using: &random) }
      }
    }
    let substitutes = order.lines.map { line in
      (["A", "B", "C", "D"] as [SKU]).filter { $0 != line.sku }.shuffled(using: &random)
        .prefix(Int.random(in: 0...most, using: &random)).map { sku in
          Substitute(
            sku, weight: size(sku).0, volume: size(sku).1, goodwill: MinorUnits(Int.random(in: 0...200, using: &random)),
            priceDifference: MinorUnits(Int.random(in: -80...80, using: &random)))
        }
    }
    let gathered = try (["n1", "n2"] as [ID<Node>]).prefix(Int.random(in: 0...hubs, using: &random)).map { node in
      let feeders = try (["n0", "n1", "n2"] as [ID<Node>]).filter { $0 != node }.map { feeder in
        Lane(
          from: feeder,
          services: try (0..<Int.random(in: 0...2, using: &random)).map { _ in
            LaneService(try ExactnessTests.rate(&random, brackets: brackets))
          }, handlingPerUnit: MinorUnits(Int.random(in: 0...20, using: &random)))
      }
      let legs = try (0..<Int.random(in: 1...3, using: &random)).map { _ in
        LastLeg(
          LaneService(
            try ExactnessTests.rate(&random, brackets: brackets), lateness: MinorUnits(Int.random(in: 0...30, using: &random)),
            arrives: Int.random(in: 0..<6, using: &random) == 0 ? nil : date(Int.random(in: 1...4, using: &random))),
          feederBy: Int.random(in: 0..<3, using: &random) == 0 ? nil : date(Int.random(in: 1...3, using: &random)))
      }
      return Hub(
        node, transfers: dated(feeders), lastLegs: legs, pickingPerUnit: MinorUnits(Int.random(in: 0...20, using: &random)),
        handlingPerParcel: MinorUnits(Int.random(in: 0...50, using: &random)),
        handlingPerUnit: MinorUnits(Int.random(in: 0...10, using: &random)))
    }
    var parcelsLeft: [ID<Node>: Int] = [:]
    for node in ["n0", "n1", "n2"] as [ID<Node>] where Int.random(in: 0..<5, using: &random) == 0 {
      parcelsLeft[node] = Int.random(in: 0...2, using: &random)
    }
    return CheckoutCase(
      order: order, stock: stock, worth: worth, parcelsLeft: parcelsLeft, hubs: Array(gathered), substitutes: substitutes,
      rules: Bool.random(using: &random) ? PlainRules.random(&random, nodes: 3) : nil)
  }

  @Test(arguments: [(UInt64(51), false, 2, 0), (52, false, 0, 2), (53, true, 1, 2), (54, false, 2, 2), (55, true, 2, 1)])
  func `no way with any substitutes is cheaper, by looking at all of them`(
    seed: UInt64, brackets: Bool, substitutes: Int, hubs: Int
  ) throws {
    var random = SeededGenerator(seed: seed)
    var consolidated = 0, replaced = 0, exact = 0
    for number in 0..<300 {
      let problem = try Self.random(&random, brackets: brackets, substitutes: substitutes, hubs: hubs)
      let outcome = try problem.problem().solve()
      let least = problem.cost()
      guard let plan = outcome.plan else {
        #expect(least == nil, "problem \(number): \(outcome)")
        continue
      }
      #expect(plan.cost.total.count == least && plan.proven, "problem \(number)")
      #expect(try problem.faults(of: plan) == [], "problem \(number)")
      consolidated += plan.consolidated == nil ? 0 : 1
      replaced += plan.substitutions.isEmpty ? 0 : 1
      #expect(plan.others.count == problem.hubs.count)
      for other in plan.others {
        let cost: Int? =
          switch other.way {
          case .direct: problem.directCost()
          case .hub(let node): problem.cost(over: problem.hubs.first { $0.node == node }!)
          }
        if case .dearer(let by) = other.reason {
          exact += 1
          #expect(cost == plan.cost.total.count + by.count, "problem \(number)")
        } else {
          #expect(cost == nil, "problem \(number): \(other)")
        }
      }
      // Stopped early, the answer is a plan with a valid bound, or says that it has none.
      switch try problem.problem().solve(combinationLimit: Int.random(in: 0...2, using: &random)) {
      case .plan(let early):
        #expect(early.lowerBound.count <= least! && early.cost.total.count >= least!, "problem \(number)")
        #expect(try problem.faults(of: early) == [])
      case .undecided(let bound): #expect(bound.count <= least!, "problem \(number)")
      case .infeasible: Issue.record("problem \(number): said to be infeasible")
      }
    }
    #expect(hubs == 0 || consolidated > 10 && exact > 10)
    #expect(substitutes == 0 || replaced > 20)
  }

  @Test(arguments: [(UInt64(61), false), (62, true)])
  func `the front has the cheapest plan of any way for each date, as long as waiting pays`(seed: UInt64, brackets: Bool) throws {
    var random = SeededGenerator(seed: seed)
    var points = 0, mixed = 0
    for number in 0..<300 {
      let problem = try Self.random(&random, brackets: brackets, substitutes: 1, hubs: 2)
      let front = try problem.problem().front()
      let dates =
        problem.order.lanes.flatMap { $0.services.compactMap(\.arrives) }
        + problem.hubs.flatMap { $0.lastLegs.compactMap(\.service.arrives) }
      var expected: [Int: Int] = [:]
      var least = Int.max
      for day in 1...4 where dates.contains(Self.date(day)) {
        guard let cost = problem.cost(by: Self.date(day)), cost < least else { continue }
        // A plan that ships nothing is no offer.
        if cost == problem.order.lines.reduce(0, { $0 + $1.quantity * ($1.unfilledCost?.count ?? 1 << 40) }) { continue }
        least = cost
        expected[day] = cost
      }
      #expect(
        Dictionary(uniqueKeysWithValues: front.map { ($0.arrives.civil.day, $0.plan.cost.total.count) }) == expected,
        "problem \(number)")
      points += front.count
      mixed += Set(front.map(\.plan.way)).count > 1 ? 1 : 0
    }
    #expect(points > 100 && mixed > 3)
  }
}
