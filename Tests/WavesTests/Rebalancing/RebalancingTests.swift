import Inventory
import Logistics
import Sourcing
import Testing
import Waves

@Suite struct RebalancingTests {
  private let now = Instant(secondsSince1970: 0)

  @Test func `a unit moves where it is worth more than the way costs`() throws {
    let stock = StockSnapshot(nodes: ["dc", "shop"], skus: ["coat"], units: [3, 0], takenAt: now)
    let demand = [
      ExpectedDemand("coat", at: "dc", units: 1, worth: 500), ExpectedDemand("coat", at: "shop", units: 2, worth: 900),
      ExpectedDemand("coat", at: "shop", units: 5, worth: 200),
    ]
    let plan = try RebalancingProblem(
      stock: stock, demand: demand, lanes: [TransferLane(from: "dc", to: "shop", unitCost: 250)]
    ).solve()
    #expect(plan.moves == [RebalancingPlan.Move(sku: "coat", from: "dc", to: "shop", units: 2)])
    #expect(plan.worthBefore == 500 && plan.worthAfter == 2300 && plan.cost == 500 && plan.gain == 1300 && plan.isOptimal)
  }

  @Test(arguments: [UInt64(1), 2])
  func `no moves gain more, by trying all of them`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var gains = 0
    for number in 0..<80 {
      let nodes: [ID<Node>] = ["a", "b", "c"]
      let skus: [SKU] = ["x", "y"]
      let stock = StockSnapshot(
        nodes: nodes, skus: skus, units: (0..<6).map { _ in Int.random(in: 0...2, using: &random) }, takenAt: now)
      let demand = (0..<5).map { _ in
        ExpectedDemand(
          skus.randomElement(using: &random)!, at: nodes.randomElement(using: &random)!,
          units: Int.random(in: 0...2, using: &random),
          worth: MinorUnits(Int.random(in: 0...300, using: &random)))
      }
      var lanes: [TransferLane] = []
      for from in nodes {
        for to in nodes where from != to && Bool.random(using: &random) {
          lanes.append(
            TransferLane(
              from: from, to: to, unitCost: MinorUnits(Int.random(in: 0...150, using: &random)),
              capacity: Bool.random(using: &random) ? Int.random(in: 0...2, using: &random) : nil))
        }
      }
      let plan = try RebalancingProblem(stock: stock, demand: demand, lanes: lanes).solve()
      #expect(plan.isOptimal)
      gains += plan.gain > 0 ? 1 : 0
      #expect(plan.gain.count == Self.best(stock, demand, lanes), "problem \(number)")
      for (lane, sum) in Dictionary(grouping: plan.moves, by: { [$0.from, $0.to] }).mapValues({ $0.reduce(0) { $0 + $1.units } })
      {
        let it = try #require(lanes.first { [$0.from, $0.to] == lane })
        #expect(sum <= it.capacity ?? .max)
      }
      for (row, node) in nodes.enumerated() {
        for (column, sku) in skus.enumerated() {
          let out = plan.moves.filter { $0.from == node && $0.sku == sku }.reduce(0) { $0 + $1.units }
          #expect(out <= stock[node: row, sku: column])
        }
      }
    }
    #expect(gains > 20)
  }

  /// The most that any moves gain: lane by lane and product by product, every number of units. Nothing moves on.
  private static func best(_ stock: StockSnapshot, _ demand: [ExpectedDemand], _ lanes: [TransferLane]) -> Int {
    func worth(_ stock: StockSnapshot) -> Int {
      var left = stock
      var sum = 0
      for it in demand.sorted(by: { $0.worth > $1.worth }) {
        let (row, column) = (left.row(of: it.node)!, left.column(of: it.sku)!)
        let units = min(it.units, left[node: row, sku: column])
        left[node: row, sku: column] -= units
        sum += units * it.worth.count
      }
      return sum
    }
    func search(_ lane: Int, _ sku: Int, _ after: StockSnapshot, _ unmoved: StockSnapshot, _ onLane: Int, _ cost: Int) -> Int {
      if lane == lanes.count { return worth(after) - cost }
      if sku == stock.skus.count { return search(lane + 1, 0, after, unmoved, 0, cost) }
      let it = lanes[lane]
      let (from, to) = (stock.row(of: it.from)!, stock.row(of: it.to)!)
      var best = Int.min
      for units in 0...unmoved[node: from, sku: sku] where onLane + units <= it.capacity ?? .max {
        var (after, unmoved) = (after, unmoved)
        after[node: from, sku: sku] -= units
        after[node: to, sku: sku] += units
        unmoved[node: from, sku: sku] -= units
        best = max(best, search(lane, sku + 1, after, unmoved, onLane + units, cost + units * it.unitCost.count))
      }
      return best
    }
    return search(0, 0, stock, stock, 0, 0) - worth(stock)
  }

  @Test func `every fault is told`() {
    let stock = StockSnapshot(nodes: ["a"], skus: ["x"], units: [1], takenAt: now)
    let error = #expect(throws: InvalidInput.self) {
      try RebalancingProblem(
        stock: stock, demand: [ExpectedDemand("y", at: "b", units: -1, worth: -1)],
        lanes: [TransferLane(from: "a", to: "a", unitCost: -1, capacity: -1), TransferLane(from: "a", to: "a", unitCost: 0)])
    }
    #expect(
      error?.faults.map(\.place) == [
        "$.demand[0].node", "$.demand[0].sku", "$.demand[0].units", "$.demand[0].worth", "$.lanes[0]", "$.lanes[0].unitCost",
        "$.lanes[0].capacity", "$.lanes[1]", "$.lanes[1]",
      ])
  }
}
