public import Logistics

/// So many units of one product at one node.
public struct Allocation: Hashable, Sendable, Codable {
  public let node: ID<Node>
  public let sku: SKU
  /// How many units; every use asks for at least one and at most 10¹².
  public let quantity: Int

  /// An allocation. The quantity is judged where the allocation is used, so that all faults of a list are told at once.
  public init(_ sku: SKU, at node: ID<Node>, quantity: Int) {
    self.node = node
    self.sku = sku
    self.quantity = quantity
  }
}

extension Allocation: CustomStringConvertible {
  public var description: String { "\(quantity) of \(sku) at \(node)" }
}

extension Allocation {
  /// The largest quantity that is accepted, and the most units of one product that may lie at one node: 10¹².
  public static let limit = 1_000_000_000_000

  /// One allocation for each node and product, in the order of node and product: what a list asks for in all.
  ///
  /// - Throws: `InvalidInput` with every quantity that is not 1 to ``limit``, alone or added up, or if the list is empty.
  public static func merged(_ list: [Allocation]) throws(InvalidInput) -> [Allocation] {
    if isMerged(list) { return list }
    var faults = FaultList()
    faults.check(!list.isEmpty, at: "$", found: "no allocation", expected: "at least one")
    var merged: [Allocation] = []
    let order = list.indices.sorted {
      (list[$0].node, list[$0].sku, $0) < (list[$1].node, list[$1].sku, $1)
    }
    for index in order {
      let next = list[index]
      guard (1...limit).contains(next.quantity) else {
        faults.add(at: "$[\(index)].quantity", found: "\(next.quantity) units", expected: "1 to 10^12")
        continue
      }
      guard let last = merged.last, last.node == next.node, last.sku == next.sku else {
        merged.append(next)
        continue
      }
      // Both are at most 10¹², so the sum cannot overflow.
      let sum = last.quantity + next.quantity
      guard faults.check(sum <= limit, at: "$[\(index)].quantity", found: "\(sum) units in all", expected: "1 to 10^12")
      else { continue }
      merged[merged.count - 1] = Allocation(next.sku, at: next.node, quantity: sum)
    }
    try faults.throwIfAny("allocations")
    return merged
  }

  /// Whether there is nothing to add up, to sort or to refuse, as in the cart of one product.
  private static func isMerged(_ list: [Allocation]) -> Bool {
    guard let first = list.first, list.allSatisfy({ (1...limit).contains($0.quantity) }) else { return false }
    var last = first
    for next in list.dropFirst() {
      guard (last.node, last.sku) < (next.node, next.sku) else { return false }
      last = next
    }
    return true
  }
}
