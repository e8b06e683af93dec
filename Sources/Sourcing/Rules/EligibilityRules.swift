public import Logistics

/// The rules by which nodes may ship lines of orders. A node ships a line unless some rule excludes it.
///
/// ```swift
/// let rules = try EligibilityRules([
///   EligibilityRule("outlet sells on the web only", at: ["outlet"], .channels([.web])),
///   EligibilityRule("no furniture from shops", at: ["store-7"], .without(GoodsSelection(skills: ["twoPeople"]))),
///   EligibilityRule("not across the country", .upTo(.kilometres(300))),
/// ])
/// let exclusions = rules.exclusions(of: order, in: EligibilityContext(channel: .marketplace, placedAt: now))
/// let outcome = problem.excluding(exclusions).solve()
/// ```
public struct EligibilityRules: Hashable, Sendable {
  public let rules: [EligibilityRule]

  /// Rules that fit together.
  ///
  /// - Throws: `InvalidInput` with every name that is empty or given twice, every rule for no node, for no channel or about no goods, every
  ///   distance that is not 0 to 10⁹ m and every time that is not 0 to 10⁹ s.
  public init(_ rules: [EligibilityRule]) throws(InvalidInput) {
    var faults = FaultList()
    Self.check(rules, &faults)
    try faults.throwIfAny("rules")
    self.init(checked: rules)
  }

  package init(checked rules: [EligibilityRule]) { self.rules = rules }

  /// Whether nothing is ever excluded.
  public var isEmpty: Bool { rules.isEmpty }

  /// Whether some rule asks how far a node is from the address.
  public var asksForDistances: Bool { rules.contains { if case .upTo = $0.condition { true } else { false } } }

  /// Notes everything that is wrong with rules.
  package static func check(_ rules: [EligibilityRule], _ faults: inout FaultList) {
    var seen: [ID<EligibilityRule>: Int] = [:]
    for (index, rule) in rules.enumerated() {
      let path = "$.rules[\(index)]"
      faults.check(!rule.id.text.isEmpty, at: "\(path).id", found: "no name", expected: "a name")
      if let first = seen[rule.id] {
        faults.add(at: "\(path).id", found: "\(rule.id), as at $.rules[\(first)]", expected: "a name given once")
      } else {
        seen[rule.id] = index
      }
      if let nodes = rule.nodes {
        faults.check(!nodes.isEmpty, at: "\(path).nodes", found: "no node", expected: "at least one, or none named for all")
      }
      check(rule.condition, path, &faults)
    }
  }

  private static func check(_ condition: EligibilityRule.Condition, _ path: String, _ faults: inout FaultList) {
    func check(_ goods: GoodsSelection, _ key: String) {
      faults.check(
        !goods.skus.isEmpty || !goods.skills.isEmpty, at: "\(path).\(key)", found: "no goods",
        expected: "at least one product or skill")
    }
    switch condition {
    case .channels(let channels):
      faults.check(!channels.isEmpty, at: "\(path).channels", found: "no channel", expected: "at least one")
    case .without(let goods): check(goods, "without")
    case .only(let goods): check(goods, "only")
    case .upTo(let distance):
      faults.check(
        (0...1_000_000_000).contains(distance.metres), at: "\(path).upTo", found: "\(distance)", expected: "0 to 10^9 m")
    case .readyWithin(let span):
      faults.check(
        (0...1_000_000_000).contains(span.seconds), at: "\(path).readyWithin", found: "\(span)", expected: "0 to 10^9 s")
    case .closed: break
    }
  }
}
