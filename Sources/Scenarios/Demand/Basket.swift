/// What an order asks for.
struct OrderLineRow {
  let order: String
  let sku: String
  let quantity: Int
}

/// Draws what is in each order.
struct Basket {
  private let articles: [Article]
  private let regular: WeightedChoice<Int>
  private let chilled: [Int]
  private let lifted: [Int]

  private static let lineCounts = WeightedChoice([(1, 54), (2, 27), (3, 11), (4, 5), (5, 3)])
  private static let quantities = WeightedChoice([(1, 86), (2, 10), (3, 3), (4, 1)])

  /// Baskets of an assortment.
  init(_ articles: [Article], _ popularity: Popularity) {
    self.articles = articles
    regular = popularity.choice
    chilled = articles.indices.filter { articles[$0].skill == "cold" }
    lifted = articles.indices.filter { articles[$0].skill == "lift" }
  }

  /// The lines of an order, each of another article.
  ///
  /// One delivery in thirty begins with a thing that needs a lift, one in twenty with chilled goods, none with both: no vehicle
  /// has both skills.
  func lines(of order: Order, _ random: inout SeededRandom) -> [OrderLineRow] {
    let count = Self.lineCounts.draw(&random)
    var chosen: [(article: Int, quantity: Int)] = []
    if order.reachedByVan {
      switch random.number(below: 60) {
      case 0...1: chosen.append((random.pick(lifted), 1))
      case 2...4: chosen.append((random.pick(chilled), random.number(in: 1...3)))
      default: break
      }
    }
    while chosen.count < count {
      let article = regular.draw(&random)
      guard !chosen.contains(where: { $0.article == article }) else { continue }
      chosen.append((article, Self.quantities.draw(&random)))
    }
    return chosen.map { OrderLineRow(order: order.id, sku: articles[$0.article].sku, quantity: $0.quantity) }
  }
}
