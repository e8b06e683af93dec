import Inventory
import Logistics
import Sourcing
import Testing
import Waves

@Suite struct ReplayTests {
  /// Four stores with one product each come before the one that has all.
  @Test func `ranked lanes make many parcels of an order that fits in one`() throws {
    let nodes = (1...4).map { ID<Node>("s\($0)") } + ["all"]
    let skus = (1...4).map { SKU("p\($0)") }
    let units = (0..<4).flatMap { store in (0..<4).map { $0 == store ? 1 : 0 } } + [1, 1, 1, 1]
    let stock = StockSnapshot(nodes: nodes, skus: skus, units: units, takenAt: Instant(secondsSince1970: 0))
    let order = SourcingOrder(
      lines: skus.map { SourcingLine($0, quantity: 1, unfilledCost: 1000) },
      lanes: nodes.map { Lane(from: $0, freight: .flat(100)) })
    let replay = Replay([order], stock: stock)
    let ranked = try replay.run(SourcingRules(.ranked))
    let least = try replay.run(SourcingRules(.leastCost))
    #expect(ranked.parcels == 4 && ranked.splitOrders == 1 && ranked.cost == 400)
    #expect(least.parcels == 1 && least.splitOrders == 0 && least.cost == 100)
    #expect(least.differing(from: ranked) == [0])
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `each choice is best at what it looks for, and every plan fits the stock`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for number in 0..<40 {
      var wave = Case.random(&random, orders: 5, nodes: 4, skus: 3, units: 3)
      // Nothing must ship, so that every rule has a plan for every order.
      wave.orders = wave.orders.map { order in
        SourcingOrder(
          lines: order.lines.map { SourcingLine($0.sku, quantity: $0.quantity, unfilledCost: $0.unfilledCost ?? 500) },
          lanes: order.lanes, maximumParcels: order.maximumParcels, shipsComplete: order.shipsComplete,
          extraParcelCost: order.extraParcelCost)
      }
      let replay = Replay(wave.orders, stock: wave.stock, parcelsLeft: wave.parcelsLeft)
      var costs: [SourcingRules.Choice: MinorUnits] = [:]
      for choice in SourcingRules.Choice.allCases {
        let outcome = try replay.run(SourcingRules(choice), limit: WaveLimit(tries: 3000, time: nil))
        costs[choice] = outcome.cost
        #expect(outcome.impossibleOrders == 0)
        #expect(faults(of: outcome.plans, in: wave) == [], "wave \(number), \(choice)")
        if choice == .leastCost {
          // The first order has all stock: no rule gives it less.
          for other in [SourcingRules.Choice.ranked, .fewestParcels] {
            #expect(try replay.run(SourcingRules(other)).plans[0]!.cost.total >= outcome.plans[0]!.cost.total)
          }
        }
      }
      for choice in SourcingRules.Choice.allCases { #expect(costs[.together]! <= costs[choice]!, "wave \(number), \(choice)") }
    }
  }

  @Test(arguments: SourcingRules.Choice.allCases)
  func `amounts at and beyond their limits are refused or planned, never a trap`(choice: SourcingRules.Choice) throws {
    let stock = StockSnapshot(nodes: ["x", "y"], skus: ["A"], units: [.max, 1], takenAt: Instant(secondsSince1970: 0))
    for amount in [Int.min, -1, MinorUnits.limit, .max] {
      for quantity in [0, 1, 1000] {
        let order = SourcingOrder(
          lines: [SourcingLine("A", quantity: quantity, unfilledCost: MinorUnits(amount))],
          lanes: [Lane(from: "x", freight: .flat(5)), Lane(from: "y", freight: .flat(MinorUnits(amount)))])
        let replay = Replay([order], stock: stock)
        let limit = WaveLimit(tries: 10, time: nil)
        guard quantity > 0, amount == MinorUnits.limit else {
          #expect(throws: InvalidInput.self, "\(amount), \(quantity)") { try replay.run(SourcingRules(choice), limit: limit) }
          continue
        }
        #expect(try replay.run(SourcingRules(choice), limit: limit).cost == 5, "\(quantity)")
      }
    }
  }

  @Test func `rules close nodes, limit parcels and keep units back`() throws {
    let stock = StockSnapshot(nodes: ["x", "y"], skus: ["A"], units: [2, 2], takenAt: Instant(secondsSince1970: 0))
    let order = SourcingOrder(
      lines: [SourcingLine("A", quantity: 2, unfilledCost: 100)],
      lanes: [Lane(from: "x", freight: .flat(10)), Lane(from: "y", freight: .flat(20))])
    let replay = Replay([order, order], stock: stock)
    #expect(try replay.run(SourcingRules()).cost == 30)
    var rules = SourcingRules()
    rules.closedNodes = ["x"]
    #expect(try replay.run(rules).cost == 220)
    rules = SourcingRules()
    rules.keptBack = 1
    #expect(try replay.run(rules).cost == 30 + 200)
    rules.maximumParcels = 1
    #expect(try replay.run(rules).cost == 10 + 100 + 20 + 100)
    rules = SourcingRules(.ranked)
    rules.parcelLimits = ["x": 0, "y": 1]
    #expect(try replay.run(rules).cost == 220)
  }
}
