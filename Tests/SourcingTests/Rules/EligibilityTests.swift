import Inventory
import Logistics
import Sourcing
import Testing

/// What rules mean, said once more: shares nothing with the library but the values.
struct PlainRules {
  var rules: [EligibilityRule]
  var context: EligibilityContext

  /// The rules that keep a node from shipping a product.
  func against(_ sku: SKU, from node: ID<Node>, measuring: Bool = true) -> [EligibilityRule] {
    rules.filter { rule in
      if let nodes = rule.nodes, !nodes.contains(node) { return false }
      if rule.deliveriesOnly, !context.isDelivery { return false }
      let needed = context.skills[sku, default: []]
      switch rule.condition {
      case .channels(let channels): return !channels.contains(context.channel)
      case .closed(let window): return context.placedAt >= window.opens && context.placedAt <= window.closes
      case .without(let goods): return goods.skus.contains(sku) || needed.contains { goods.skills.contains($0) }
      case .only(let goods): return !goods.skus.contains(sku) && !needed.contains { goods.skills.contains($0) }
      case .upTo(let limit): return context.isDelivery && measuring && context.distances[node, default: .metres(.max)] > limit
      case .readyWithin(let span):
        guard let ready = context.readyAt[node] else { return true }
        return ready.secondsSince1970 - context.placedAt.secondsSince1970 > span.seconds
      }
    }
  }

  /// Some rules at random for nodes n0, n1, … and products A to D.
  static func random(_ random: inout SeededGenerator, nodes: Int) -> PlainRules {
    func some<Element: Hashable>(_ elements: [Element]) -> Set<Element> {
      let chosen = Set(elements.filter { _ in Bool.random(using: &random) })
      return chosen.isEmpty ? [elements.randomElement(using: &random)!] : chosen
    }
    let names = (0..<nodes).map { ID<Node>("n\($0)") }
    let placed = Instant(secondsSince1970: 1000)
    let rules = (0..<Int.random(in: 0...4, using: &random)).map { number in
      let goods = GoodsSelection(
        skus: Bool.random(using: &random) ? [] : some(["A", "B", "C", "D"]),
        skills: Bool.random(using: &random) ? ["cold"] : ["heavy", "cold"])
      let opens = Instant(secondsSince1970: Int.random(in: 900...1050, using: &random))
      let condition: EligibilityRule.Condition =
        switch Int.random(in: 0..<8, using: &random) {
        case 0: .channels(some([.web, .app, .marketplace]))
        case 1: .upTo(.metres(Int.random(in: 0...400, using: &random)))
        case 2: .readyWithin(.seconds(Int.random(in: 0...400, using: &random)))
        case 3: .closed(TimeWindow(opens: opens, closes: opens + .seconds(60))!)
        case 4, 5: .without(goods)
        default: .only(goods)
        }
      return EligibilityRule(
        ID("r\(number)"), at: Bool.random(using: &random) ? nil : some(names), condition,
        deliveriesOnly: Bool.random(using: &random))
    }
    var distances: [ID<Node>: Distance] = [:]
    var readyAt: [ID<Node>: Instant] = [:]
    for name in names {
      if Int.random(in: 0..<8, using: &random) > 0 { distances[name] = .metres(Int.random(in: 0...400, using: &random)) }
      if Int.random(in: 0..<8, using: &random) > 0 {
        readyAt[name] = placed + .seconds(Int.random(in: 0...400, using: &random))
      }
    }
    let context = EligibilityContext(
      channel: [.web, .app, .marketplace].randomElement(using: &random)!, placedAt: placed,
      isDelivery: Int.random(in: 0..<4, using: &random) > 0, distances: distances, readyAt: readyAt,
      skills: ["A": ["cold"], "C": ["heavy"], "D": ["heavy", "fragile"]])
    return PlainRules(rules: rules, context: context)
  }
}

@Suite struct EligibilityTests {
  @Test(arguments: [(UInt64(41), false, false), (42, true, false), (43, false, true), (44, true, true)])
  func `no plan under rules is cheaper, and none ships what they exclude`(seed: UInt64, brackets: Bool, priced: Bool) throws {
    var random = SeededGenerator(seed: seed)
    var bitten = 0, partly = 0, named = 0
    for number in 0..<400 {
      var free = try ExactnessTests.random(&random, brackets: brackets, units: 5, lanes: 3)
      if priced {
        free.prices = free.order.lanes.map { _ in
          var price: [SKU: Int] = [:]
          for line in free.order.lines { price[line.sku] = Int.random(in: -200...200, using: &random) }
          return free.order.lines.map { price[$0.sku]! }
        }
      }
      let plain = PlainRules.random(&random, nodes: 3)
      var ruled = free
      for (lane, way) in free.order.lanes.enumerated() {
        for (line, wanted) in free.order.lines.enumerated() where !plain.against(wanted.sku, from: way.node).isEmpty {
          ruled.available[lane][line] = 0
        }
      }
      let exclusions = try EligibilityRules(plain.rules).exclusions(of: free.order, in: plain.context)
      let problem = try free.problem().excluding(exclusions)
      let outcome = problem.solve()
      let least = Exhaustive.cost(ruled)
      #expect(outcome.plan?.cost.total.count == least, "problem \(number)")
      bitten += least != Exhaustive.cost(free) ? 1 : 0
      if case .infeasible(let obstacles) = outcome {
        for case .excluded(let sku, let wanted, let found, let heldBack, let rules) in obstacles {
          named += 1
          #expect(found < wanted && heldBack > 0)
          let all = Set(free.order.lanes.flatMap { plain.against(sku, from: $0.node).map(\.id) })
          #expect(!rules.isEmpty && all.isSuperset(of: rules))
        }
      }
      guard let plan = outcome.plan else { continue }
      #expect(try faults(of: plan, in: ruled) == [], "problem \(number)")
      let rejections = problem.alternatives(to: plan)
      #expect(rejections.count + Set(plan.parcels.map(\.node)).count == free.order.lanes.count)
      for rejection in rejections {
        let lane = free.order.lanes.firstIndex { $0.node == rejection.node }!
        let against = free.order.lines.map { plain.against($0.sku, from: rejection.node) }
        #expect(rejection.exclusions.isEmpty == against.allSatisfy(\.isEmpty), "problem \(number)")
        for exclusion in rejection.exclusions {
          let about = free.order.lines.filter { exclusion.skus?.contains($0.sku) ?? true }
          #expect(!about.isEmpty)
          for line in about {
            #expect(plain.against(line.sku, from: rejection.node).contains { $0.id == exclusion.rule }, "problem \(number)")
          }
        }
        partly += rejection.exclusions.contains { $0.skus != nil } ? 1 : 0
        if case .excluded(let exclusions) = rejection.reason {
          #expect(exclusions == rejection.exclusions)
          #expect(
            zip(free.available[lane], against).allSatisfy { $0 <= 0 || !$1.isEmpty }, "problem \(number): it has more than that")
        } else {
          #expect(!against.allSatisfy { !$0.isEmpty }, "problem \(number): all is excluded, but \(rejection.reason)")
        }
      }
      for point in problem.front() { #expect(try faults(of: point.plan, in: ruled) == [], "problem \(number)") }
    }
    #expect(bitten > 100 && partly > 20 && named > 20)
  }

  private let now = Instant(secondsSince1970: 0)

  private func order(_ lines: [SourcingLine]) -> SourcingOrder {
    SourcingOrder(
      lines: lines,
      lanes: [Lane(from: "dc", freight: .flat(500)), Lane(from: "s1", freight: .flat(100)), Lane(from: "s2", freight: nil)])
  }

  @Test func `where rules leave no node, they are named`() throws {
    let rules = try EligibilityRules([
      EligibilityRule("shops sell no sofas", at: ["s1", "s2"], .without(GoodsSelection(skus: ["sofa"]))),
      EligibilityRule("the warehouse is for the web", at: ["dc"], .channels([.web])),
    ])
    let sofa = order([SourcingLine("sofa", quantity: 2)])
    let problem = try SourcingProblem(sofa, available: [[1], [9], [9]])
    let context = EligibilityContext(channel: .marketplace, placedAt: now)
    #expect(
      problem.excluding(rules.exclusions(of: sofa, in: context)).solve()
        == .infeasible([
          .excluded("sofa", wanted: 2, found: 0, heldBack: 3, by: ["the warehouse is for the web", "shops sell no sofas"])
        ]))
    // What no rule keeps back is out of stock.
    let web = rules.exclusions(of: sofa, in: EligibilityContext(channel: .web, placedAt: now))
    #expect(
      try SourcingProblem(sofa, available: [[1], [0], [9]]).excluding(web).solve()
        == .infeasible([.stock("sofa", wanted: 2, found: 1)]))
  }

  @Test func `a node that may ship a part of the order is told apart from one that may ship nothing`() throws {
    let rules = try EligibilityRules([
      EligibilityRule("no sofas", at: ["s1"], .without(GoodsSelection(skills: ["twoPeople"]))),
      EligibilityRule("near", at: ["s2"], .upTo(.kilometres(5))),
    ])
    let both = order([SourcingLine("sofa", quantity: 1), SourcingLine("lamp", quantity: 1)])
    let context = EligibilityContext(
      channel: .web, placedAt: now, distances: ["s2": .metres(5001), "s1": .kilometres(50)], skills: ["sofa": ["twoPeople"]])
    let problem = try SourcingProblem(both, available: [[1, 1], [1, 1], [1, 1]])
      .excluding(rules.exclusions(of: both, in: context))
    let plan = try #require(problem.solve().plan)
    #expect(plan.parcels.map(\.node) == ["dc"])
    let rejections = problem.alternatives(to: plan)
    #expect(rejections.map(\.node) == ["s1", "s2"])
    #expect(rejections[0].exclusions == [Exclusion(rule: "no sofas", skus: ["sofa"])])
    if case .excluded = rejections[0].reason { Issue.record("it may still ship the lamp") }
    #expect(rejections[1].reason == .excluded([Exclusion(rule: "near", skus: nil)]))
    let closer = EligibilityContext(channel: .web, placedAt: now, distances: ["s2": .kilometres(5)])
    #expect(rules.exclusions(of: both, in: closer).exclusions(lane: 2).isEmpty, "the limit itself is near enough")
  }

  @Test func `all faults of rules are told at once`() {
    let error = #expect(throws: InvalidInput.self) {
      try EligibilityRules([
        EligibilityRule("", at: [], .channels([])), EligibilityRule("a", .without(GoodsSelection())),
        EligibilityRule("a", .only(GoodsSelection())), EligibilityRule("b", .upTo(.metres(-1))),
        EligibilityRule("c", .readyWithin(.seconds(.max))),
      ])
    }
    #expect(
      error?.faults.map(\.place) == [
        "$.rules[0].id", "$.rules[0].nodes", "$.rules[0].channels", "$.rules[1].without", "$.rules[2].id", "$.rules[2].only",
        "$.rules[3].upTo", "$.rules[4].readyWithin",
      ])
  }
}
