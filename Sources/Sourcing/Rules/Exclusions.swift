public import Logistics

/// One rule that keeps a node from shipping an order, or some of it.
public struct Exclusion: Hashable, Sendable {
  public let rule: ID<EligibilityRule>
  /// The products it is about, in the order of the order's lines; `nil` if it excludes the node whatever is ordered.
  public let skus: [SKU]?

  /// An exclusion.
  public init(rule: ID<EligibilityRule>, skus: [SKU]?) {
    self.rule = rule
    self.skus = skus
  }
}

/// Which lines of an order which of its lanes may not ship: the first rule that says so, for each.
public struct Exclusions: Hashable, Sendable {
  private let rules: [ID<EligibilityRule>]
  let laneCount: Int
  /// The products of the lines.
  let skus: [SKU]
  /// For each lane the rule that excludes all of it, or -1.
  private var lanes: [Int32]
  /// For each lane and line the rule about goods that excludes it, or -1; empty as long as there is none.
  private var cells: [Int32] = []

  init(_ order: SourcingOrder, _ rules: [EligibilityRule]) {
    self.rules = rules.map(\.id)
    laneCount = order.lanes.count
    skus = order.lines.map(\.sku)
    lanes = [Int32](repeating: -1, count: order.lanes.count)
  }

  /// Whether every lane may ship every line.
  public var isEmpty: Bool { cells.isEmpty && lanes.allSatisfy { $0 < 0 } }

  /// The rule that excludes a line from a lane, by their numbers in the order, or `nil` if none does.
  public func rule(lane: Int, line: Int) -> ID<EligibilityRule>? {
    if lanes[lane] >= 0 { return rules[Int(lanes[lane])] }
    guard !cells.isEmpty, cells[lane * skus.count + line] >= 0 else { return nil }
    return rules[Int(cells[lane * skus.count + line])]
  }

  /// Whether a lane may not ship a line.
  public func excludes(lane: Int, line: Int) -> Bool {
    lanes[lane] >= 0 || !cells.isEmpty && cells[lane * skus.count + line] >= 0
  }

  /// What keeps a lane from shipping: one rule for all of it, or those about its lines, in their order. Empty if it may ship all.
  public func exclusions(lane: Int) -> [Exclusion] {
    if lanes[lane] >= 0 { return [Exclusion(rule: rules[Int(lanes[lane])], skus: nil)] }
    guard !cells.isEmpty else { return [] }
    let row = cells[lane * skus.count..<(lane + 1) * skus.count]
    return Set(row).subtracting([-1]).sorted().map { rule in
      var named: [SKU] = []
      for (sku, cell) in zip(skus, row) where cell == rule && !named.contains(sku) { named.append(sku) }
      return Exclusion(rule: rules[Int(rule)], skus: named)
    }
  }

  /// Whether a lane may ship no line at all.
  func excludesAll(lane: Int) -> Bool { skus.indices.allSatisfy { excludes(lane: lane, line: $0) } }

  mutating func exclude(lane: Int, by rule: Int) {
    if lanes[lane] < 0 { lanes[lane] = Int32(rule) }
  }

  mutating func exclude(lane: Int, lines: [Int], by rule: Int) {
    if cells.isEmpty { cells = [Int32](repeating: -1, count: lanes.count * skus.count) }
    for line in lines where cells[lane * skus.count + line] < 0 { cells[lane * skus.count + line] = Int32(rule) }
  }
}
