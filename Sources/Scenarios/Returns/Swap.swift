import Logistics

/// Something that is faulty or not what was ordered, and the order that brings the right one to the same door.
struct Swap {
  let order: Order
  let line: OrderLineRow
  let request: ReturnRequest
}

extension Swap {
  /// What is drawn of a swap before swaps have an order.
  private struct Wish {
    /// When the replacement is ordered, in seconds of the Monday.
    let second: Int
    let customer: String
    let position: Position
    let sku: String
    /// Days before the planned one.
    let delivered: Int
    /// When the swap is asked for, in seconds of the Monday.
    let requested: Int
    let reason: String
  }

  /// The first and last second of the Monday at which a replacement is ordered: early enough to be prepared before the holiday, so that
  /// the vans bring it on the planned day.
  private static let ordered = 9 * 3600...12 * 3600

  /// So many swaps, ascending by when the replacement is ordered. Each is for one unit of something of which the centre has plenty and
  /// that any van carries, at a door that the centre's vans reach.
  static func draw(
    _ articles: [Article], _ popularity: Popularity, _ stock: [StockLevel], _ numbers: ReturnNumbers, seed: UInt64
  ) -> [Swap] {
    guard numbers.swaps > 0 else { return [] }
    var random = SeededRandom(seed: seed, for: .swaps)
    let choice = WeightedChoice(plenty(articles, popularity, stock))
    let reasons = WeightedChoice([("faulty", 3), ("wrongItem", 1)])
    let digits = max(3, String(numbers.swaps).utf8.count)
    var customers = Customers(atMost: numbers.swaps)
    var used: Set<String> = []
    var drawn: [Wish] = []
    while drawn.count < numbers.swaps {
      let customer = customers.next(&random)
      let isReached = Hub.distributionCentre.position.isWithin(metres: Demand.reach, of: customer.position)
      // Somebody who swaps twice would want one visit for both; each of these is one of its own.
      guard isReached, used.insert(customer.id).inserted else { continue }
      let second = random.number(in: ordered)
      drawn.append(
        Wish(
          second: second, customer: customer.id, position: customer.position, sku: articles[choice.draw(&random)].sku,
          delivered: random.number(in: 3...9), requested: random.number(in: 8 * 3600...second), reason: reasons.draw(&random)))
    }
    drawn.sort { ($0.second, $0.customer) < ($1.second, $1.customer) }
    return drawn.enumerated().map { index, swap in
      let id = "s-" + padded(index + 1, digits)
      let customer = "s" + swap.customer
      return Swap(
        order: Order(
          id: id, placed: (2, swap.second), channel: .web, customer: customer, position: swap.position, pickupNode: nil,
          window: "", shipComplete: true, reachedByVan: true),
        line: OrderLineRow(order: id, sku: swap.sku, quantity: 1),
        request: ReturnRequest(
          id: numbers.id(numbers.pickups + index), order: numbers.order(numbers.pickups + index),
          delivered: Calendar.planDate.adding(days: -swap.delivered), requested: swap.requested - 86_400, position: swap.position,
          sku: swap.sku, quantity: 1, reason: swap.reason, customer: customer, replacement: id))
    }
  }

  /// Articles, by how often they are ordered, of which the centre has more than a few; if there are none, those of which it has most.
  private static func plenty(
    _ articles: [Article], _ popularity: Popularity, _ stock: [StockLevel]
  ) -> [(element: Int, weight: Int)] {
    let centre = Dictionary(
      stock.filter { $0.node == Hub.distributionCentre.id }.map { ($0.sku, $0.onHand - $0.safety) },
      uniquingKeysWith: { first, _ in first })
    func free(_ rank: Popularity.Rank) -> Int { centre[articles[rank.article].sku] ?? 0 }
    let most = popularity.ranks.map(free).max() ?? 0
    return popularity.ranks.filter { free($0) >= min(10, most) }.map { ($0.article, $0.weight) }
  }
}
