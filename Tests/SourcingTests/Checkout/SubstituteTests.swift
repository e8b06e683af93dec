import Inventory
import Logistics
import Sourcing
import Testing

@Suite struct SubstituteTests {
  private let now = Instant(secondsSince1970: 0)

  private func problem(
    _ lines: [SourcingLine], _ units: [SKU: Int], _ substitutes: [[Substitute]], eligibility: Eligibility? = nil
  ) throws -> CheckoutProblem {
    let skus = units.keys.sorted()
    let stock = StockSnapshot(nodes: ["dc"], skus: skus, units: skus.map { units[$0]! }, takenAt: now)
    return try CheckoutProblem(
      SourcingOrder(lines: lines, lanes: [Lane(from: "dc", freight: .flat(100))]), stock: stock, substitutes: substitutes,
      eligibility: eligibility)
  }

  @Test func `a line that is out of stock ships in its substitute, and the plan says so`() throws {
    let plan = try #require(
      try problem(
        [SourcingLine("red", quantity: 2)], ["red": 1, "blue": 2, "green": 9],
        [[Substitute("green", goodwill: 40), Substitute("blue", goodwill: 10, priceDifference: 5)]]
      ).solve().plan)
    #expect(plan.substitutions.map(\.shipped) == ["blue"] && plan.substitutions[0].ordered == "red")
    #expect(plan.substitutions[0].cost == 30 && plan.cost.substitution == 30 && plan.cost.total == 130)
  }

  @Test func `a substitute that is also another line is one stock`() throws {
    let lines = [SourcingLine("red", quantity: 2), SourcingLine("blue", quantity: 2)]
    let swap = [[Substitute("blue", goodwill: 1)], [Substitute("red", goodwill: 1)]]
    // Three blue ones are not enough for both lines; four are.
    guard case .infeasible(let ways) = try problem(lines, ["red": 0, "blue": 3], swap).solve() else {
      Issue.record("a unit was sold twice")
      return
    }
    #expect(
      ways[0].reason
        == .infeasible([
          .stock("red", wanted: 2, found: 0), .stock("blue", wanted: 4, found: 3), .stock("red", wanted: 4, found: 0),
        ]))
    let plan = try #require(try problem(lines, ["red": 0, "blue": 4], swap).solve().plan)
    #expect(plan.sourcing.parcels[0].lines == [OrderLine("blue", quantity: 4)] && plan.cost.total == 102)
    // Both lines may change places, which nobody does who has what was ordered.
    #expect(try problem(lines, ["red": 2, "blue": 2], swap).solve().plan?.substitutions.isEmpty == true)
  }

  @Test func `a line is replaced only where that costs less than to leave it out`() throws {
    for (goodwill, replaced) in [(199, true), (201, false)] {
      let plan = try #require(
        try problem(
          [SourcingLine("red", quantity: 1, unfilledCost: 300)], ["red": 0, "blue": 1],
          [[Substitute("blue", goodwill: MinorUnits(goodwill))]]
        ).solve().plan)
      #expect(plan.substitutions.isEmpty != replaced)
      #expect(plan.cost.total == (replaced ? 299 : 300))
    }
  }

  @Test func `rules hold for substitutes`() throws {
    let rules = try EligibilityRules([EligibilityRule("no blue", .without(GoodsSelection(skus: ["blue"])))])
    let eligibility = Eligibility(rules, in: EligibilityContext(channel: .web, placedAt: now))
    let substitutes = [[Substitute("blue"), Substitute("green", goodwill: 70)]]
    let line = [SourcingLine("red", quantity: 1)]
    let plan = try #require(
      try problem(line, ["red": 0, "blue": 5, "green": 5], substitutes, eligibility: eligibility).solve().plan)
    #expect(plan.substitutions.map(\.shipped) == ["green"])
    guard
      case .infeasible(let ways) = try problem(line, ["red": 0, "blue": 5, "green": 0], substitutes, eligibility: eligibility)
        .solve()
    else {
      Issue.record("a rule was broken")
      return
    }
    #expect(
      ways[0].reason
        == .infeasible([
          .stock("red", wanted: 1, found: 0), .excluded("blue", wanted: 1, found: 0, heldBack: 1, by: ["no blue"]),
          .stock("green", wanted: 1, found: 0),
        ]))
  }

  @Test func `at the limit of combinations the bound is that of those not looked at`() throws {
    let lines = (0..<12).map { SourcingLine(ID("p\($0)"), quantity: 1, unfilledCost: 1000) }
    let substitutes = (0..<12).map { line in
      (0..<3).map { Substitute(ID("s\(line)-\($0)"), goodwill: MinorUnits(10 + 7 * line + $0)) }
    }
    var units: [SKU: Int] = [:]
    for list in substitutes { for one in list { units[one.sku] = 1 } }
    let problem = try problem(lines, units, substitutes)
    // Every line is missing, and each by its first substitute is the cheapest: 100 and 12 × 10 + 7 × 66.
    let plan = try #require(problem.solve(combinationLimit: 50).plan)
    #expect(!plan.proven && plan.lowerBound <= 682 && plan.lowerBound > 100 && plan.cost.total > 682)
  }
}
