import Inventory
import Logistics
import Sourcing
import Testing

@Suite struct SourcingPlanTests {
  /// Eight pounds in one box cost 22.56, as 4.8 and 3.2 pounds 15.91: hundredths of a pound as grams, cents as minor units.
  @Test(arguments: [(nil, 1591), (2, 1591), (1, 2256)])
  func `a heavy parcel is split at one node where that is cheaper and allowed`(most: Int?, cost: Int) throws {
    let rate = try FreightRate(brackets: [
      .init(upTo: .grams(320), price: 700), .init(upTo: .grams(480), price: 891), .init(upTo: .grams(800), price: 2256),
    ])
    let lines = [SourcingLine("A", quantity: 5, weight: .grams(160))]
    let order = SourcingOrder(lines: lines, lanes: [Lane(from: "dc", freight: rate)], maximumParcels: most)
    let plan = try #require(try SourcingProblem(order, available: [[9]]).solve().plan)
    #expect(plan.cost.total.count == cost && plan.proven)
    #expect(plan.parcels.map(\.weight.grams) == (most == 1 ? [800] : [480, 320]))
  }

  @Test func `one node that has all beats many that come first and have one product each`() throws {
    let lines = ["A", "B", "C", "D"].map { SourcingLine(SKU($0), quantity: 1) }
    var lanes = (0..<4).map { Lane(from: ID("store-\($0)"), freight: .flat(200)) }
    lanes.append(Lane(from: "dc", freight: .flat(500)))
    let available = (0..<4).map { lane in (0..<4).map { $0 == lane ? 1 : 0 } } + [[1, 1, 1, 1]]
    let problem = try SourcingProblem(SourcingOrder(lines: lines, lanes: lanes), available: available)
    let plan = try #require(problem.solve().plan)
    #expect(plan.parcels.map(\.node) == ["dc"] && plan.cost.total == 500)
    #expect(problem.alternatives(to: plan).allSatisfy { if case .dearerAtLeast = $0.reason { true } else { false } })
  }

  @Test func `thirteen units from ten and fifteen are thirteen`() throws {
    let order = SourcingOrder(
      lines: [SourcingLine("A", quantity: 13)],
      lanes: [Lane(from: "x", freight: .flat(0), handlingPerUnit: 1), Lane(from: "y", freight: .flat(0), handlingPerUnit: 2)])
    let plan = try #require(try SourcingProblem(order, available: [[10], [15]]).solve().plan)
    #expect(plan.allocations == [Allocation("A", at: "x", quantity: 10), Allocation("A", at: "y", quantity: 3)])
    #expect(plan.cost.total == 16)
  }

  @Test func `of plans that cost the same the one with fewer parcels, then the earlier lane`() throws {
    let order = SourcingOrder(
      lines: [SourcingLine("A", quantity: 1), SourcingLine("B", quantity: 1)],
      lanes: ["a", "b", "all", "too"].map { Lane(from: $0, freight: .flat($0 == "a" || $0 == "b" ? 50 : 100)) })
    let plan = try #require(try SourcingProblem(order, available: [[1, 0], [0, 1], [1, 1], [1, 1]]).solve().plan)
    #expect(plan.parcels.map(\.node) == ["all"])
  }

  @Test func `the cost is told by its causes, and every other lane has a reason`() throws {
    let order = SourcingOrder(
      lines: [SourcingLine("A", quantity: 2, unfilledCost: 5000), SourcingLine("B", quantity: 2, unfilledCost: 300)],
      lanes: [
        Lane(from: "a", freight: .flat(400), handlingPerParcel: 30, handlingPerUnit: 5, lateness: 60),
        Lane(from: "b", freight: .flat(100), handlingPerUnit: 7), Lane(from: "c", freight: nil),
        Lane(from: "d", freight: .flat(9)), Lane(from: "e", freight: .flat(9)), Lane(from: "f", freight: .flat(900)),
      ], extraParcelCost: 25)
    let problem = try SourcingProblem(
      order, available: [[2, 0], [0, 1], [2, 2], [0, 0], [2, 2], [2, 1]], parcelsLeft: [nil, nil, nil, nil, 0, nil])
    let plan = try #require(problem.solve().plan)
    #expect(plan.parcels.map(\.node) == ["a", "b"])
    #expect(plan.unfilled == [OrderLine("B", quantity: 1)])
    #expect(
      [plan.cost.freight, plan.cost.handling, plan.cost.extraParcels, plan.cost.lateness, plan.cost.unfilled] == [
        500, 47, 25, 60, 300,
      ])
    #expect(plan.cost.total == 932)
    #expect(
      problem.alternatives(to: plan).map(\.reason) == [.notServed, .noStock, .noCapacity, .dearer(by: 1200 - 932)])
  }

  @Test func `what cannot ship is told, product by product`() throws {
    let order = SourcingOrder(
      lines: [SourcingLine("A", quantity: 3), SourcingLine("B", quantity: 1), SourcingLine("C", quantity: 1)],
      lanes: [Lane(from: "x", freight: .flat(1)), Lane(from: "y", freight: .flat(1))], maximumParcels: 1)
    #expect(
      try SourcingProblem(order, available: [[1, 0, 1], [1, 0, 0]]).solve()
        == .infeasible([.stock("A", wanted: 3, found: 2), .stock("B", wanted: 1, found: 0)]))
    #expect(try SourcingProblem(order, available: [[3, 0, 1], [0, 1, 0]]).solve() == .infeasible([.parcels]))
  }
}
