import Inventory
import Logistics
import Sourcing
import Testing
import Waves

@Suite struct OutlookTests {
  private func order(_ near: MinorUnits, _ far: MinorUnits, unfilled: MinorUnits = 5000) -> SourcingOrder {
    SourcingOrder(
      lines: [SourcingLine("shoe", quantity: 1, unfilledCost: unfilled)],
      lanes: [Lane(from: "near", freight: .flat(near)), Lane(from: "far", freight: .flat(far))])
  }

  private func stock(_ near: Int, _ far: Int) -> StockSnapshot {
    StockSnapshot(nodes: ["near", "far"], skus: ["shoe"], units: [near, far], takenAt: Instant(secondsSince1970: 0))
  }

  @Test func `who can ship from anywhere leaves the near unit to who cannot`() throws {
    // The first saves 10 at the near node, whoever comes after him pays 900 more for the far one.
    let orders = [order(100, 110), order(100, 1000)]
    let replay = Replay(orders, stock: stock(1, 1))
    #expect(try replay.run(SourcingRules(.leastCost)).cost == 1100)
    var rules = SourcingRules(.leastCost)
    rules.outlook = try Outlook([orders[1]], expected: 2)
    #expect(try replay.run(rules).cost == 210)
    let prices = try rules.outlook!.prices(on: stock(1, 1))
    #expect(prices["shoe", at: "near"] > 10 && prices["shoe", at: "near"] <= 900 && prices["shoe", at: "far"] == 0)
  }

  @Test func `a sale at hand is refused for a better one to come only if that is allowed`() throws {
    let orders = [order(100, 100, unfilled: 200), order(100, 100, unfilled: 5000)]
    let replay = Replay(orders, stock: stock(1, 0))
    var rules = SourcingRules(.leastCost)
    rules.outlook = try Outlook([orders[1]], expected: 2)
    #expect(try replay.run(rules).cost == 100 + 5000)
    rules.outlook!.mayRefuse = true
    rules.outlook!.every = 1
    #expect(try replay.run(rules).cost == 200 + 100)
  }

  @Test func `where there is enough, or nobody is expected, units are worth nothing`() throws {
    let outlook = try Outlook([order(100, 1000)], expected: 5)
    #expect(try outlook.prices(on: stock(5, 0))["shoe", at: "near"] == 0)
    var greedy = outlook
    greedy.mayRefuse = true
    #expect(try greedy.prices(on: stock(4, 0))["shoe", at: "near"] > 0)
    #expect(try greedy.prices(on: stock(4, 0), after: 5)["shoe", at: "near"] == 0)
    #expect(throws: InvalidInput.self) { try Outlook([], expected: 1) }
    #expect(throws: InvalidInput.self) { try Outlook([order(1, 1)], expected: -1) }
    #expect(throws: InvalidInput.self) { try Outlook([order(-1, 1)], expected: 1).prices(on: stock(1, 1)) }
  }

  @Test func `over streams of orders an outlook saves, and is the same on any number of threads`() throws {
    var random = SeededGenerator(seed: 5)
    var (plain, outlooked) = (0, 0)
    for _ in 0..<3 {
      // Few products that many want, scattered over nodes.
      let nodes = (0..<6).map { ID<Node>("n\($0)") }
      func some() -> SourcingOrder {
        let place = Double.random(in: 0..<6, using: &random)
        return SourcingOrder(
          lines: [SourcingLine(SKU("s\(Int.random(in: 0..<3, using: &random))"), quantity: 1, unfilledCost: 3000)],
          lanes: nodes.indices.map { Lane(from: nodes[$0], freight: .flat(MinorUnits(100 + Int(150 * abs(place - Double($0)))))) }
        )
      }
      let past = (0..<150).map { _ in some() }
      let present = (0..<150).map { _ in some() }
      var units = [Int](repeating: 0, count: 18)
      for order in past { units[Int.random(in: 0..<6, using: &random) * 3 + Int(order.lines[0].sku.text.dropFirst())!] += 1 }
      let stock = StockSnapshot(
        nodes: nodes, skus: ["s0", "s1", "s2"], units: units, takenAt: Instant(secondsSince1970: 0))
      let replay = Replay(present, stock: stock)
      var rules = SourcingRules(.leastCost)
      plain += try replay.run(rules).cost.count
      rules.outlook = try Outlook(past, expected: 150)
      rules.outlook!.every = 30
      rules.outlook!.samples = 2
      rules.outlook!.rounds = 40
      let one = try replay.run(rules, threads: 1)
      #expect(try replay.run(rules, threads: 3).plans == one.plans)
      outlooked += one.cost.count
    }
    #expect(outlooked < plain, "\(outlooked) with an outlook, \(plain) without")
  }
}
