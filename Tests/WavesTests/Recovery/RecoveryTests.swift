import Logistics
import Returns
import Testing
import Waves

/// Where goods that come back are worth most.
@Suite struct RecoveryTests {
  /// Small problems with everything in them: limits of sites, benches and shelves, grades, ways that are missing.
  private func problem(seed: UInt64) throws -> RecoveryProblem {
    var random = SeededGenerator(seed: seed)
    let nodes: [ID<Node>] = ["hub", "store", "vendor"]
    let skus: [SKU] = ["coat", "lamp"]
    let units = (0..<Int.random(in: 1...3, using: &random)).map { index in
      ReturnedUnits(
        id: ID("r\(index)"), skus[Int.random(in: 0...1, using: &random)], quantity: Int.random(in: 1...2, using: &random),
        grade: ReturnGrade.allCases[Int.random(in: 0...3, using: &random)],
        at: [nodes[0], nodes[1], "home"][Int.random(in: 0...2, using: &random)])
    }
    func limit() -> Int? { Int.random(in: 0...2, using: &random) == 0 ? nil : Int.random(in: 0...3, using: &random) }
    let dispositions: [Disposition] = [.restock, .refurbish, .scrap]
    let sites = nodes.prefix(Int.random(in: 1...3, using: &random)).map { node in
      RecoverySite(
        node,
        benches: dispositions.filter { _ in Int.random(in: 0...3, using: &random) > 0 }.map {
          .init($0, handling: MinorUnits(Int.random(in: 0...40, using: &random)), capacity: limit())
        }, capacity: limit())
    }
    var lanes: [RecoveryLane] = []
    for from in nodes + ["home"] {
      for site in sites where site.node != from && Int.random(in: 0...3, using: &random) > 0 {
        lanes.append(RecoveryLane(from: from, to: site.node, unitCost: MinorUnits(Int.random(in: 0...60, using: &random))))
      }
    }
    let worths = (0..<Int.random(in: 1...8, using: &random)).map { _ -> RecoveryWorth in
      let site =
        Int.random(in: 0...3, using: &random) == 0 ? nil : sites[Int.random(in: 0...(sites.count - 1), using: &random)].node
      return RecoveryWorth(
        skus[Int.random(in: 0...1, using: &random)],
        Set(ReturnGrade.allCases.filter { _ in Int.random(in: 0...2, using: &random) > 0 }),
        dispositions[Int.random(in: 0...2, using: &random)], at: site, units: site == nil ? nil : limit(),
        worth: MinorUnits(Int.random(in: -20...200, using: &random)))
    }
    return try RecoveryProblem(units: units, sites: sites, lanes: lanes, worths: worths)
  }

  /// The most units that can be placed and the most that as many can gain, unit by unit, by trying everything.
  private func best(_ problem: RecoveryProblem) -> (units: Int, net: Int) {
    let lots = problem.units.indices.flatMap { lot in Array(repeating: lot, count: problem.units[lot].quantity) }
    var sites = problem.sites.map { $0.capacity ?? 99 }
    var benches = problem.sites.map { $0.benches.map { $0.capacity ?? 99 } }
    var shelves = problem.worths.map { $0.units ?? 99 }
    var found = (units: 0, net: Int.min)
    func place(_ index: Int, _ units: Int, _ net: Int) {
      guard index < lots.count else {
        if (units, net) > found { found = (units, net) }
        return
      }
      let it = problem.units[lots[index]]
      for (site, spot) in problem.sites.enumerated() where sites[site] > 0 {
        let lane = problem.lanes.first { $0.from == it.place && $0.to == spot.node }
        guard spot.node == it.place || lane != nil else { continue }
        let way = spot.node == it.place ? 0 : lane!.unitCost.count
        for (bench, kind) in spot.benches.enumerated() where benches[site][bench] > 0 {
          for (shelf, worth) in problem.worths.enumerated() where shelves[shelf] > 0 {
            guard worth.sku == it.sku, worth.disposition == kind.disposition, worth.grades.contains(it.grade),
              worth.node == nil || worth.node == spot.node
            else { continue }
            sites[site] -= 1
            benches[site][bench] -= 1
            shelves[shelf] -= 1
            place(index + 1, units + 1, net + worth.worth.count - way - kind.handling.count)
            sites[site] += 1
            benches[site][bench] += 1
            shelves[shelf] += 1
          }
        }
      }
      place(index + 1, units, net)
    }
    place(0, 0, 0)
    return found
  }

  /// Whether a plan keeps every limit, and adds up.
  private func check(_ plan: RecoveryPlan, _ problem: RecoveryProblem) {
    for it in problem.units {
      let moved = plan.moves.filter { $0.lot == it.id }.reduce(0) { $0 + $1.units }
      let left = plan.left.filter { $0.lot == it.id }.reduce(0) { $0 + $1.units }
      #expect(moved + left == it.quantity)
    }
    for site in problem.sites {
      let here = plan.moves.filter { $0.node == site.node }
      #expect(here.reduce(0) { $0 + $1.units } <= site.capacity ?? .max)
      for bench in site.benches {
        #expect(here.filter { $0.disposition == bench.disposition }.reduce(0) { $0 + $1.units } <= bench.capacity ?? .max)
      }
    }
    #expect(plan.moves.allSatisfy { $0.units > 0 })
    #expect(plan.net.count == plan.moves.reduce(0) { $0 + $1.net.count * $1.units })
  }

  @Test(arguments: 0..<300) func `no plan places more units, and none that places as many gains more`(seed: UInt64) throws {
    let problem = try problem(seed: seed)
    let plan = problem.solve()
    let oracle = best(problem)
    check(plan, problem)
    #expect(plan.moves.reduce(0) { $0 + $1.units } == oracle.units)
    #expect(plan.net.count == oracle.net)
    #expect(plan.isOptimal)
    let counter = problem.plan()
    check(counter, problem)
    #expect((counter.moves.reduce(0) { $0 + $1.units }, counter.net.count) <= (oracle.units, oracle.net))
  }

  @Test func `the last place on a shelf goes to the lot that has nowhere else to go`() throws {
    let problem = try RecoveryProblem(
      units: [
        ReturnedUnits(id: "first", "coat", quantity: 1, grade: .a, at: "store"),
        ReturnedUnits(id: "second", "coat", quantity: 1, grade: .a, at: "far"),
      ],
      sites: [
        RecoverySite("store", benches: [.init(.restock, handling: 0)]),
        RecoverySite("hub", benches: [.init(.restock, handling: 0)]),
      ],
      lanes: [
        RecoveryLane(from: "store", to: "hub", unitCost: 5), RecoveryLane(from: "far", to: "store", unitCost: 10),
        RecoveryLane(from: "far", to: "hub", unitCost: 90),
      ],
      worths: [
        RecoveryWorth("coat", [.a], .restock, at: "store", units: 1, worth: 100),
        RecoveryWorth("coat", [.a], .restock, at: "hub", worth: 80),
      ])
    #expect(problem.plan().net == 90)
    let together = problem.solve()
    #expect(together.net == 165)
    #expect(together.moves.map(\.node) == ["hub", "store"])
  }

  @Test func `a full site has a price, and what nobody takes says why`() throws {
    let problem = try RecoveryProblem(
      units: [
        ReturnedUnits(id: "coats", "coat", quantity: 5, grade: .a, at: "home"),
        ReturnedUnits(id: "lamp", "lamp", quantity: 1, grade: .d, at: "home"),
      ],
      sites: [
        RecoverySite("hub", benches: [.init(.restock, handling: 10)], capacity: 3),
        RecoverySite("dump", benches: [.init(.scrap, handling: 5)]),
      ],
      lanes: [RecoveryLane(from: "home", to: "hub", unitCost: 20), RecoveryLane(from: "home", to: "dump", unitCost: 1)],
      worths: [RecoveryWorth("coat", [.a], .restock, worth: 100), RecoveryWorth("coat", [.a], .scrap, worth: 0)])
    let plan = problem.solve()
    #expect(plan.moves.map(\.units) == [3, 2] && plan.net == MinorUnits(3 * 70 - 2 * 6))
    #expect(plan.roomPrices == ["hub": 76])
    #expect(plan.left.map(\.lot) == ["lamp"] && plan.left.map(\.reason) == [.nothingToDo])
  }

  @Test func `bad numbers and names are refused together`() {
    #expect {
      try RecoveryProblem(
        units: [
          ReturnedUnits(id: "a", "coat", quantity: 0, grade: .a, at: "x"),
          ReturnedUnits(id: "a", "coat", quantity: 1, grade: .a, at: "x"),
        ], sites: [RecoverySite("hub", benches: [.init(.scrap, handling: 0), .init(.scrap, handling: 0)], capacity: -1)],
        lanes: [RecoveryLane(from: "x", to: "y", unitCost: -1)],
        worths: [RecoveryWorth("coat", [.a], .scrap, units: 3, worth: MinorUnits(.max))])
    } throws: { error in
      (error as? InvalidInput)?.faults.count == 8
    }
  }
}
