public import Logistics

/// Goods that a rule is about: products by their names, and products that need a skill, as "cold" or "twoPeople".
public struct GoodsSelection: Hashable, Sendable {
  public let skus: Set<SKU>
  /// A product is selected if it needs any of them.
  public let skills: Set<Skill>

  /// A selection.
  public init(skus: Set<SKU> = [], skills: Set<Skill> = []) {
    self.skus = skus
    self.skills = skills
  }

  /// Whether a product that needs some skills is selected.
  public func contains(_ sku: SKU, needing needed: Set<Skill>) -> Bool {
    skus.contains(sku) || !skills.isDisjoint(with: needed)
  }
}

/// A rule of the house about what some nodes ship, beside what they have in stock and which carriers call there.
public struct EligibilityRule: Hashable, Sendable {
  /// What the nodes of a rule may do.
  public enum Condition: Hashable, Sendable {
    /// They ship orders of these channels only.
    case channels(Set<Channel>)
    /// They ship none of these goods.
    case without(GoodsSelection)
    /// They ship nothing but these goods.
    case only(GoodsSelection)
    /// They ship to addresses so far away at most, by great circle. An order that is fetched has no address.
    case upTo(Distance)
    /// They ship what they have ready so soon after the order is placed, at the latest.
    case readyWithin(TimeSpan)
    /// They take no order that is placed in this window.
    case closed(TimeWindow)
  }

  /// Its name, which is given as the reason why a node ships nothing.
  public let id: ID<EligibilityRule>
  /// The nodes it holds for, or `nil` for all.
  public let nodes: Set<ID<Node>>?
  public let condition: Condition
  /// Whether it leaves alone what customers fetch in a store.
  public let deliveriesOnly: Bool

  /// A rule. It is checked where a set of rules is made of it.
  public init(
    _ id: ID<EligibilityRule>, at nodes: Set<ID<Node>>? = nil, _ condition: Condition, deliveriesOnly: Bool = false
  ) {
    self.id = id
    self.nodes = nodes
    self.condition = condition
    self.deliveriesOnly = deliveriesOnly
  }
}
