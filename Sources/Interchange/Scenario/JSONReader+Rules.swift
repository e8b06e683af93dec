import LastMile
import Logistics
import Sourcing

extension JSONReader {
  private static let conditions = ["channels", "without", "only", "upTo", "readyWithin", "closed"]

  /// A rule about what nodes ship: a name, nodes, and one condition.
  func rule() -> EligibilityRule? {
    let id: ID<EligibilityRule>? = self["id"].id()
    let nodes = self["nodes"].isAbsent ? nil : self["nodes"].elements.compactMap { node -> ID<Node>? in node.id() }
    let deliveriesOnly = self["deliveriesOnly"].isAbsent ? false : self["deliveriesOnly"].bool()
    let named = Self.conditions.filter { !self[$0].isAbsent }
    var condition: EligibilityRule.Condition?
    if named.count == 1 {
      condition = self[named[0]].condition(named[0])
    } else {
      log.add(
        at: path, found: named.isEmpty ? "no condition" : named.joined(separator: " and "),
        expected: "one of \(Self.conditions.joined(separator: ", "))")
    }
    refuseOthers()
    guard let id, let deliveriesOnly, let condition else { return nil }
    return EligibilityRule(id, at: nodes.map(Set.init), condition, deliveriesOnly: deliveriesOnly)
  }

  /// What may ship in the place of each product.
  func substitutes() -> [SKU: [ProductSubstitute]] {
    guard !isAbsent else { return [:] }
    let lists = members.map { key, value in
      let list = value.elements.compactMap { entry -> ProductSubstitute? in
        let sku: SKU? = entry["sku"].id()
        let goodwill = entry["goodwill"].integer(0...1_000_000_000)
        entry.refuseOthers()
        guard let sku, let goodwill else { return nil }
        return ProductSubstitute(sku, goodwill: MinorUnits(goodwill))
      }
      return (SKU(key), list)
    }
    return Dictionary(uniqueKeysWithValues: lists)
  }

  private func condition(_ key: String) -> EligibilityRule.Condition? {
    switch key {
    case "channels":
      let expected = "one of \(Scenario.names(Channel.self))"
      return .channels(Set(elements.compactMap { $0.parsed(expected, Channel.init) }))
    case "without": return .without(goods())
    case "only": return .only(goods())
    case "upTo": return integer(0...1_000_000_000).map { .upTo(.metres($0)) }
    case "readyWithin": return integer(0...1_000_000_000).map { .readyWithin(.seconds($0)) }
    default: return closed()
    }
  }

  private func goods() -> GoodsSelection {
    let skus = self["skus"].isAbsent ? [] : self["skus"].elements.compactMap { sku -> SKU? in sku.id() }
    let skills = self["skills"].isAbsent ? [] : self["skills"].elements.compactMap { skill -> Skill? in skill.id() }
    refuseOthers()
    return GoodsSelection(skus: Set(skus), skills: Set(skills))
  }

  private func closed() -> EligibilityRule.Condition? {
    let from = self["from"].parsed("a moment like 2026-12-07T13:05:00-03:00", Instant.init)
    let until = self["until"].parsed("a moment like 2026-12-07T13:05:00-03:00", Instant.init)
    refuseOthers()
    guard let from, let until else { return nil }
    guard let window = TimeWindow(opens: from, closes: until) else {
      log.add(at: path, found: "a window that ends before it begins", expected: "from before until")
      return nil
    }
    return .closed(window)
  }
}
