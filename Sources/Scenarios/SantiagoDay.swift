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

  /// How many orders there are. Vehicles, stock, parcels of a store and returns follow in proportion.
  package let orders: Int
  /// Another seed, another day.
  package let seed: UInt64

  /// A day.
  ///
  /// - Precondition: `orders` is in `orderRange`.
  package init(orders: Int, seed: UInt64) {
    precondition(Self.orderRange.contains(orders), "a day of \(orders) orders")
    self.orders = orders
    self.seed = seed
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
    let orders = Demand(count: orders, stores: network.stores).orders(&orderRandom)
    var lineRandom = SeededRandom(seed: seed, for: .lines)
    let basket = Basket(articles, popularity)
    let lines = orders.flatMap { basket.lines(of: $0, &lineRandom) }

    let returns = ReturnRequest.draw(articles, popularity, scaledBy: scale, seed: seed)
    return [
      ("scenario.json", network.json.text), ("products.csv", Article.csv(articles)), ("stock.csv", StockLevel.csv(stock)),
      ("orders.csv", Order.csv(orders)), ("order_lines.csv", OrderLineRow.csv(lines)),
      ("returns.csv", ReturnRequest.csv(returns)),
    ]
  }
}
