import Logistics

/// A fictional retailer's day in Gran Santiago: its network, assortment, stock, the orders of the two days before, and returns.
///
/// The planned day is Wednesday 2026-12-09, after a holiday on a Tuesday, so that cut-offs and closed days matter and work has
/// piled up. Only the towns' names, positions and populations are facts (GeoNames, CC BY 4.0); all else is drawn from the seed,
/// by whole numbers and square roots only, so that a seed makes the same bytes on every machine.
///
/// ```swift
/// for file in SantiagoDay(orders: 1500, seed: 1).files() { print(file.name, file.text.utf8.count) }
/// ```
package struct SantiagoDay: Hashable, Sendable {
  /// How many orders a day can have.
  package static let orderRange = 1...1_000_000
  /// How many pickups and how many swaps a day can have.
  package static let returnRange = 0...100_000

  /// How many orders there are, beside those that replace something. Vehicles, stock and parcels of a store follow in proportion.
  package let orders: Int
  /// Another seed, another day.
  package let seed: UInt64
  /// How many returns are fetched that nothing replaces.
  package let pickups: Int
  /// How many returns are swapped: an order more for each brings what replaces it.
  package let swaps: Int

  /// A day.
  ///
  /// - Parameter pickups: in proportion to the orders if left out.
  /// - Precondition: `orders` is in `orderRange`, `pickups` and `swaps` in `returnRange`.
  package init(orders: Int, seed: UInt64, pickups: Int? = nil, swaps: Int = 0) {
    precondition(Self.orderRange.contains(orders), "a day of \(orders) orders")
    let pickups = pickups ?? ReturnRequest.usualCount(Scale(orders: orders))
    precondition(Self.returnRange.contains(pickups) && Self.returnRange.contains(swaps), "\(pickups) pickups and \(swaps) swaps")
    self.orders = orders
    self.seed = seed
    self.pickups = pickups
    self.swaps = swaps
  }

  /// The files of the day, by name, as `datasets/README.md` describes them. O(orders · log orders).
  package func files() -> [(name: String, text: String)] {
    let scale = Scale(orders: orders)
    let network = Network(scaledBy: scale)
    let articles = Article.assortment(seed: seed)

    var stockRandom = SeededRandom(seed: seed, for: .stock)
    let popularity = Popularity(articles, &stockRandom)
    let stock = Stock(articles: articles, popularity: popularity, stores: network.stores, scale: scale).levels(&stockRandom)

    var orderRandom = SeededRandom(seed: seed, for: .orders)
    var orders = Demand(count: orders, stores: network.stores).orders(&orderRandom)
    var lineRandom = SeededRandom(seed: seed, for: .lines)
    let basket = Basket(articles, popularity)
    var lines = orders.flatMap { basket.lines(of: $0, &lineRandom) }

    let numbers = ReturnNumbers(pickups: pickups, swaps: swaps)
    let swapped = Swap.draw(articles, popularity, stock, numbers, seed: seed)
    orders = (orders + swapped.map(\.order)).sorted { $0.isPlaced(before: $1) }
    lines += swapped.map(\.line)
    let returns = ReturnRequest.draw(articles, popularity, numbers, seed: seed) + swapped.map(\.request)
    return [
      ("scenario.json", network.json.text), ("products.csv", Article.csv(articles)), ("stock.csv", StockLevel.csv(stock)),
      ("orders.csv", Order.csv(orders)), ("order_lines.csv", OrderLineRow.csv(lines)),
      ("returns.csv", ReturnRequest.csv(returns)),
    ]
  }
}
