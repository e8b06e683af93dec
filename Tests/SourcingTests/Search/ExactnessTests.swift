import Logistics
import Testing

@testable import Sourcing

@Suite struct ExactnessTests {
  /// A small order at random: flat lanes, or brackets of which some are so steep that two parcels are cheaper than one.
  static func random(_ random: inout SeededGenerator, brackets: Bool, units most: Int, lanes: Int) throws -> Case {
    var lines: [SourcingLine] = []
    var units = 0
    while units < most, lines.count < 4 {
      let quantity = Int.random(in: 1...min(3, most - units), using: &random)
      // Sometimes two lines of one product, with different costs of leaving them out.
      let sku = SKU(
        ["A", "B", "C", "D"][Bool.random(using: &random) ? lines.count : Int.random(in: 0...lines.count, using: &random)])
      let seed = Int(sku.text.utf8.first!)
      let unfilled: MinorUnits? =
        Int.random(in: 0..<3, using: &random) == 0 ? nil : MinorUnits(Int.random(in: 0...900, using: &random))
      lines.append(
        SourcingLine(
          sku, quantity: quantity, weight: .grams(seed * 7919 % 3000), volume: .cubicCentimetres(seed * 104_729 % 9000),
          unfilledCost: unfilled))
      units += quantity
      if Int.random(in: 0..<3, using: &random) == 0 { break }
    }
    var available: [[Int]] = []
    var places: [Lane] = []
    for index in 0..<lanes {
      var stock: [SKU: Int] = [:]
      for line in lines { stock[line.sku] = max(0, Int.random(in: -1...3, using: &random)) }
      available.append(lines.map { stock[$0.sku]! })
      let served = Int.random(in: 0..<12, using: &random) > 0
      var services: [LaneService] = []
      while served, services.isEmpty || Int.random(in: 0..<4, using: &random) == 0 {
        services.append(
          LaneService(
            try rate(&random, brackets: brackets), lateness: MinorUnits(max(0, Int.random(in: -100...100, using: &random)))))
      }
      places.append(
        Lane(
          from: ID("n\(index)"), services: services, handlingPerParcel: MinorUnits(Int.random(in: 0...60, using: &random)),
          handlingPerUnit: MinorUnits(Int.random(in: 0...40, using: &random))))
    }
    let order = SourcingOrder(
      lines: lines, lanes: places, maximumParcels: Bool.random(using: &random) ? nil : Int.random(in: 0...4, using: &random),
      shipsComplete: Int.random(in: 0..<4, using: &random) == 0,
      extraParcelCost: MinorUnits(max(0, Int.random(in: -60...60, using: &random))))
    let limits = places.map { _ in Int.random(in: 0..<5, using: &random) == 0 ? Int.random(in: 0...2, using: &random) : nil }
    return Case(order: order, available: available, parcelsLeft: limits)
  }

  static func rate(_ random: inout SeededGenerator, brackets: Bool) throws -> FreightRate {
    guard brackets, Int.random(in: 0..<5, using: &random) > 0 else {
      return .flat(MinorUnits(Int.random(in: 0...400, using: &random)))
    }
    var weight = 0
    var price = Int.random(in: 20...200, using: &random)
    var list: [FreightRate.Bracket] = []
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      weight += Int.random(in: 500...3000, using: &random)
      list.append(.init(upTo: .grams(weight), price: MinorUnits(price)))
      price += Int.random(in: 0...400, using: &random)
    }
    let step = FreightRate.Beyond.step(
      every: .grams(Int.random(in: 200...1500, using: &random)), price: MinorUnits(Int.random(in: 0...200, using: &random)))
    return try FreightRate(
      brackets: list, beyond: Bool.random(using: &random) ? step : .refused,
      cubicCentimetresPerKilogram: Bool.random(using: &random) ? 5000 : nil)
  }

  @Test(arguments: [
    (UInt64(1), false, 5, 3), (2, true, 5, 3), (3, true, 6, 2), (4, false, 4, 5), (5, true, 4, 5), (6, true, 6, 1),
  ])
  func `no plan is cheaper, by looking at all of them`(seed: UInt64, brackets: Bool, units: Int, lanes: Int) throws {
    var random = SeededGenerator(seed: seed)
    var plans = 0
    for number in 0..<500 {
      let problem = try Self.random(&random, brackets: brackets, units: units, lanes: lanes)
      let outcome = try problem.problem().solve()
      let least = Exhaustive.cost(problem)
      guard let plan = outcome.plan else {
        #expect(least == nil, "problem \(number): \(outcome)")
        continue
      }
      plans += 1
      #expect(plan.cost.total.count == least, "problem \(number)")
      #expect(plan.proven)
      #expect(try faults(of: plan, in: problem) == [], "problem \(number)")
      // Orders with too many contents for tables go another way, to the same cost.
      #expect(try problem.problem().solve(stepLimit: 1_000_000, tabulates: false).plan?.cost.total.count == least)
      // Stopped early, the answer is a plan with a valid bound, or says that it has none.
      let early = try problem.problem().solve(stepLimit: Int.random(in: 0...6, using: &random))
      switch early {
      case .plan(let found):
        #expect(found.lowerBound.count <= least! && found.cost.total.count >= least!, "problem \(number)")
        #expect(try faults(of: found, in: problem) == [])
      case .undecided(let bound): #expect(bound.count <= least!, "problem \(number)")
      case .infeasible: Issue.record("problem \(number): said to be infeasible")
      }
    }
    #expect(plans > 200)
  }

  @Test(arguments: [(UInt64(21), false), (22, true)])
  func `no plan is cheaper where units have prices of their own, above and below nothing`(seed: UInt64, brackets: Bool) throws {
    var random = SeededGenerator(seed: seed)
    var plans = 0, gifts = 0
    for number in 0..<500 {
      var problem = try Self.random(&random, brackets: brackets, units: 5, lanes: 3)
      // Lines of one product have one price.
      problem.prices = problem.order.lanes.map { _ in
        var price: [SKU: Int] = [:]
        for line in problem.order.lines { price[line.sku] = Int.random(in: -300...300, using: &random) }
        return problem.order.lines.map { price[$0.sku]! }
      }
      guard let plan = try problem.problem().solve().plan else {
        #expect(Exhaustive.cost(problem) == nil, "problem \(number)")
        continue
      }
      plans += 1
      gifts += plan.cost.total < 0 ? 1 : 0
      #expect(plan.cost.total.count == Exhaustive.cost(problem), "problem \(number)")
      #expect(plan.proven)
      #expect(try faults(of: plan, in: problem) == [], "problem \(number)")
      #expect(try problem.problem().solve(stepLimit: 1_000_000, tabulates: false).plan?.cost.total == plan.cost.total)
    }
    #expect(plans > 200 && gifts > 5)
  }

  @Test(arguments: [(UInt64(31), false), (32, true)])
  func `the front has the cheapest plan for each date, as long as waiting pays`(seed: UInt64, brackets: Bool) throws {
    var random = SeededGenerator(seed: seed)
    var points = 0
    for number in 0..<150 {
      var problem = try Self.random(&random, brackets: brackets, units: 4, lanes: 3)
      func dated(_ lanes: [Lane], by day: Int?) -> [Lane] {
        lanes.map { lane in
          Lane(
            from: lane.node, services: lane.services.filter { day == nil || $0.arrives!.civil.day <= day! },
            handlingPerParcel: lane.handlingPerParcel, handlingPerUnit: lane.handlingPerUnit)
        }
      }
      func order(_ lanes: [Lane]) -> SourcingOrder {
        SourcingOrder(
          lines: problem.order.lines, lanes: lanes, maximumParcels: problem.order.maximumParcels,
          shipsComplete: problem.order.shipsComplete, extraParcelCost: problem.order.extraParcelCost)
      }
      let lanes = problem.order.lanes.map { lane in
        Lane(
          from: lane.node,
          services: lane.services.map {
            LaneService(
              $0.rate, lateness: $0.lateness,
              arrives: LocalDate("2026-12-0\(Int.random(in: 1...4, using: &random))"))
          }, handlingPerParcel: lane.handlingPerParcel, handlingPerUnit: lane.handlingPerUnit)
      }
      problem.order = order(lanes)
      let front = try problem.problem().front()
      points += front.count
      var expected: [Int: Int] = [:]
      var least = Int.max
      for day in 1...4 {
        var known = problem
        known.order = order(dated(lanes, by: day))
        // A plan that ships nothing is no offer.
        guard let cost = Exhaustive.cost(known), cost < least, cost < Exhaustive.nothing(known) ?? .max else { continue }
        least = cost
        expected[day] = cost
      }
      #expect(
        Dictionary(uniqueKeysWithValues: front.map { ($0.arrives.civil.day, $0.plan.cost.total.count) }) == expected,
        "problem \(number)")
    }
    #expect(points > 100)
  }

  @Test(arguments: [UInt64(11), 12])
  func `what another lane alone would cost more is exact`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var exact = 0
    for number in 0..<300 {
      let problem = try Self.random(&random, brackets: seed == 12, units: 5, lanes: 3)
      let compiled = try problem.problem()
      guard let plan = compiled.solve().plan else { continue }
      let rejections = compiled.alternatives(to: plan)
      let used = Set(plan.parcels.map(\.node))
      #expect(Set(rejections.map(\.node)) == Set(problem.order.lanes.map(\.node)).subtracting(used))
      for rejection in rejections {
        let lane = problem.order.lanes.firstIndex { $0.node == rejection.node }!
        let alone = Exhaustive.cost(problem, onlyLane: lane)
        switch rejection.reason {
        case .dearer(let by):
          exact += 1
          #expect(alone == plan.cost.total.count + by.count, "problem \(number), lane \(lane)")
        case .dearerAtLeast(let by):
          #expect(alone == nil && by.count >= 0, "problem \(number), lane \(lane)")
        case .notServed: #expect(problem.order.lanes[lane].services.isEmpty)
        case .noCapacity: #expect(problem.parcelsLeft[lane] == 0 || problem.order.maximumParcels == 0)
        case .noStock: #expect(problem.available[lane].allSatisfy { $0 <= 0 })
        case .refusedByCarrier: #expect(alone == nil)
        case .excluded: Issue.record("problem \(number): excluded without a rule")
        }
      }
    }
    #expect(exact > 50)
  }
}
