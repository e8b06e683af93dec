import Inventory
import Logistics
import Sourcing
import Testing
import Waves

@Suite struct WaveTests {
  @Test func `three orders that take the cheapest one after the other cost 39, together 28`() throws {
    let nodes: [ID<Node>] = ["x", "y", "z"]
    let stock = StockSnapshot(nodes: nodes, skus: ["A"], units: [1, 1, 1], takenAt: Instant(secondsSince1970: 0))
    let orders = [[2, 5, 6], [7, 19, 20], [8, 15, 18]].map { costs in
      SourcingOrder(
        lines: [SourcingLine("A", quantity: 1)],
        lanes: zip(nodes, costs).map { Lane(from: $0, freight: .flat(MinorUnits($1))) })
    }
    var day = OrderByOrder(stock: stock)
    let apart = try orders.reduce(MinorUnits.zero) { $0 + (try day.source($1).plan?.cost.total ?? 0) }
    let plan = try WaveProblem(orders, stock: stock).solve()
    #expect(apart == 39)
    #expect(plan.cost == 28)
    #expect(plan.termination == .optimal)
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `no plan of a wave is cheaper, by looking at all of them`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var plans = 0
    for number in 0..<60 {
      let wave = Case.random(&random, orders: 3, nodes: 3, skus: 2, units: 2)
      let plan = try wave.problem().solve(WaveLimit(tries: 2000, time: nil), seed: seed)
      let least = Exhaustive.cost(wave)
      #expect(faults(of: plan, in: wave) == [], "wave \(number)")
      guard let least else {
        #expect(plan.termination == .infeasible && plan.orders.contains { $0 == nil }, "wave \(number)")
        continue
      }
      plans += 1
      #expect(plan.orders.allSatisfy { $0 != nil }, "wave \(number)")
      #expect(plan.lowerBound <= Double(least), "wave \(number)")
      #expect(plan.cost.count == least, "wave \(number)")
      #expect(plan.termination == .optimal, "wave \(number)")
    }
    #expect(plans > 30)
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6], [3, 5])
  func `no plan of a wave is cheaper where freight depends on the parcel`(seed: UInt64, tariffed: Int) throws {
    var random = SeededGenerator(seed: 100 * seed + UInt64(tariffed))
    var plans = 0
    var splits = 0
    for number in 0..<30 {
      let wave = Case.random(
        &random, orders: 3, nodes: Int.random(in: 2...3, using: &random), skus: 2, units: 3, tariffed: tariffed)
      let plan = try wave.problem().solve(WaveLimit(tries: 2000, time: nil), seed: seed)
      let least = Exhaustive.cost(wave)
      #expect(faults(of: plan, in: wave) == [], "wave \(number)")
      guard let least else {
        #expect(plan.termination == .infeasible && plan.orders.contains { $0 == nil }, "wave \(number)")
        continue
      }
      plans += 1
      if plan.orders.contains(where: { $0.map { Set($0.parcels.map(\.node)).count < $0.parcels.count } ?? false }) { splits += 1 }
      #expect(plan.orders.allSatisfy { $0 != nil }, "wave \(number)")
      #expect(plan.lowerBound <= Double(least), "wave \(number)")
      #expect(plan.cost.count == least, "wave \(number)")
      #expect(plan.termination == .optimal, "wave \(number)")
    }
    #expect(plans > 10)
    #expect(splits > 0, "no order got two parcels from one node")
  }

  @Test func `a search that stops early proves less, never too much`() throws {
    // More units than the search of an order places.
    let nodes = (0..<6).map { ID<Node>("n\($0)") }
    let skus = (0..<5).map { SKU("s\($0)") }
    let rate = try FreightRate(
      brackets: (1...6).map { FreightRate.Bracket(upTo: .grams(500 * $0), price: MinorUnits(90 + 37 * $0 * $0)) })
    let order = SourcingOrder(
      lines: skus.enumerated().map { SourcingLine($1, quantity: 100, weight: .grams(130 + 71 * $0), unfilledCost: 900) },
      lanes: nodes.enumerated().map { Lane(from: $1, freight: rate, handlingPerUnit: MinorUnits(3 * $0)) })
    let stock = StockSnapshot(
      nodes: nodes, skus: skus, units: (0..<30).map { 20 + $0 % 7 }, takenAt: Instant(secondsSince1970: 0))
    let wave = Case(orders: [order, order], stock: stock, parcelsLeft: [:])
    let plan = try wave.problem().solve(WaveLimit(tries: 100, time: nil))
    #expect(faults(of: plan, in: wave) == [])
    #expect(plan.termination == .limit)
    #expect(plan.lowerBound > 0 && plan.lowerBound < Double(plan.cost.count))
  }

  @Test(arguments: [0, 2]) func `the plan is the same for any number of threads`(tariffed: Int) throws {
    var random = SeededGenerator(seed: 7)
    let wave = Case.random(&random, orders: tariffed > 0 ? 40 : 300, nodes: 12, skus: 20, units: 9, tariffed: tariffed)
    let limit = WaveLimit(tries: tariffed > 0 ? 100 : 3000, time: nil)
    let plans = try [1, 2, 3].map { try wave.problem().solve(limit, threads: $0) }
    #expect(plans.allSatisfy { $0.orders == plans[0].orders && $0.lowerBound == plans[0].lowerBound })
    #expect(faults(of: plans[0], in: wave) == [])
    #expect(plans[0].gap >= 0)
  }

  @Test func `districts of a large wave take no more than there is, whatever the number of threads`() throws {
    var random = SeededGenerator(seed: 11)
    var wave = Case.random(&random, orders: 2_300, nodes: 4, skus: 12, units: 210)
    // Nothing must ship: among so many orders at random some could not.
    wave.orders = wave.orders.map { order in
      SourcingOrder(
        lines: order.lines.map { SourcingLine($0.sku, quantity: $0.quantity, unfilledCost: $0.unfilledCost ?? 900) },
        lanes: order.lanes, maximumParcels: order.maximumParcels, extraParcelCost: order.extraParcelCost)
    }
    let problem = try wave.problem()
    let plans = [1, 2].map { problem.solve(WaveLimit(tries: 9_000, time: nil), threads: $0) }
    #expect(plans.allSatisfy { faults(of: $0, in: wave) == [] })
    #expect(plans[0].orders == plans[1].orders && plans[0].lowerBound == plans[1].lowerBound)
    #expect(plans[0].tries > 0)
  }

  @Test func `a wave of nothing costs nothing`() throws {
    let stock = StockSnapshot(nodes: [], skus: [], units: [], takenAt: Instant(secondsSince1970: 0))
    let empty = try WaveProblem([], stock: stock).solve()
    #expect(empty.cost == 0)
    #expect(empty.termination == .optimal)
    let order = SourcingOrder(
      lines: [SourcingLine("A", quantity: 2, unfilledCost: 7)], lanes: [Lane(from: "x", freight: .flat(1))])
    #expect(try WaveProblem([order], stock: stock).solve().cost == 14)
  }

  @Test func `every fault of every order is told`() {
    let stock = StockSnapshot(nodes: ["x"], skus: ["A"], units: [1], takenAt: Instant(secondsSince1970: 0))
    let orders = [
      SourcingOrder(lines: [SourcingLine("A", quantity: 0)], lanes: []),
      SourcingOrder(
        lines: [SourcingLine("A", quantity: 1)],
        lanes: [Lane(from: "x", freight: .flat(1)), Lane(from: "x", freight: .flat(-1))]),
    ]
    let error = #expect(throws: InvalidInput.self) { try WaveProblem(orders, stock: stock) }
    #expect(
      error?.faults.map(\.place) == ["$[0].lines[0].quantity", "$[1].lanes[1].node", "$[1].lanes[1].services[0].rate"])
  }
}
