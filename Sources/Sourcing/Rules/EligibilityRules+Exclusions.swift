import Logistics

extension EligibilityRules {
  /// What the rules keep the lanes of an order from shipping.
  ///
  /// Complexity: a look at each rule, and for those that can exclude anything of this order lanes × lines.
  public func exclusions(of order: SourcingOrder, in context: EligibilityContext) -> Exclusions {
    exclusions(of: order, in: context, measuring: true)
  }

  /// The same without the rules about distance if `measuring` is off: for lanes that do not end at the address.
  func exclusions(of order: SourcingOrder, in context: EligibilityContext, measuring: Bool) -> Exclusions {
    var exclusions = Exclusions(order, rules)
    for (number, rule) in rules.enumerated() where context.isDelivery || !rule.deliveriesOnly {
      func excludeNodes(where excluded: (ID<Node>) -> Bool) {
        for (index, lane) in order.lanes.enumerated() where rule.holds(at: lane.node) && excluded(lane.node) {
          exclusions.exclude(lane: index, by: number)
        }
      }
      func excludeLines(where excluded: (SKU) -> Bool) {
        let lines = order.lines.indices.filter { excluded(order.lines[$0].sku) }
        guard !lines.isEmpty else { return }
        for (index, lane) in order.lanes.enumerated() where rule.holds(at: lane.node) {
          exclusions.exclude(lane: index, lines: lines, by: number)
        }
      }
      switch rule.condition {
      case .channels(let channels):
        if !channels.contains(context.channel) { excludeNodes { _ in true } }
      case .closed(let window):
        if window.contains(context.placedAt) { excludeNodes { _ in true } }
      case .upTo(let limit):
        if measuring, context.isDelivery { excludeNodes { context.distances[$0].map { $0 > limit } ?? true } }
      case .readyWithin(let span):
        let latest = context.placedAt + span
        excludeNodes { context.readyAt[$0].map { $0 > latest } ?? true }
      case .without(let goods): excludeLines { goods.contains($0, needing: context.skills[$0] ?? []) }
      case .only(let goods): excludeLines { !goods.contains($0, needing: context.skills[$0] ?? []) }
      }
    }
    return exclusions
  }
}

extension EligibilityRule {
  func holds(at node: ID<Node>) -> Bool { nodes?.contains(node) ?? true }
}
