import Inventory
import Logistics
import Sourcing
import Testing

@Suite struct SourcingProblemTests {
  @Test func `all faults of an order are told at once`() {
    let order = SourcingOrder(
      lines: [
        SourcingLine("A", quantity: 0, unfilledCost: -1), SourcingLine("B", quantity: 1, weight: .grams(5)),
        SourcingLine("B", quantity: 1, weight: .grams(6)),
      ],
      lanes: [Lane(from: "x", freight: .flat(-1)), Lane(from: "x", freight: .flat(1), lateness: MinorUnits(.max))],
      maximumParcels: -1)
    let error = #expect(throws: InvalidInput.self) { try SourcingProblem(order, available: [[1, 1, 1], [1, 1, 2]]) }
    #expect(
      error?.faults.map(\.place) == [
        "$.lines[0].quantity", "$.lines[0].unfilledCost", "$.lines[2]", "$.available[1][2]", "$.lanes[1].node",
        "$.lanes[0].services[0].rate", "$.lanes[1].services[0].lateness", "$.maximumParcels",
      ])
    #expect(throws: InvalidInput.self) { try SourcingProblem(SourcingOrder(lines: [], lanes: []), available: []) }
    #expect(throws: InvalidInput.self) { try SourcingProblem(order, available: [[1]]) }
  }

  @Test func `numbers at their limits are solved or refused, never a trap`() throws {
    let rates = [
      FreightRate.flat(MinorUnits(MinorUnits.limit)),
      try FreightRate(
        brackets: [.init(upTo: .grams(1), price: 1)], beyond: .step(every: .grams(1), price: MinorUnits(MinorUnits.limit)),
        cubicCentimetresPerKilogram: 1),
      try FreightRate(
        brackets: [.init(upTo: .grams(Weight.limit), price: 1)], beyond: .step(every: .grams(Weight.limit), price: 0)),
    ]
    var solved = 0
    for rate in rates {
      for (quantity, weight) in [
        (1, 0), (1, 3), (1, Weight.limit), (300, Weight.limit / 300), (1_000_000, 1), (1_000_000, 1_000_000),
      ] {
        let line = SourcingLine("A", quantity: quantity, weight: .grams(weight), volume: .cubicCentimetres(weight))
        let order = SourcingOrder(lines: [line], lanes: [Lane(from: "x", freight: rate), Lane(from: "y", freight: .flat(5))])
        if let problem = try? SourcingProblem(order, available: [[.max], [1]]) {
          solved += problem.solve(stepLimit: 500).plan == nil ? 0 : 1
        }
      }
    }
    #expect(solved >= 8)
  }
}
