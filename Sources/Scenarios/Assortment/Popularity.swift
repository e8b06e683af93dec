/// How often an article is ordered, compared with the others: a Zipf law with a flattened head.
///
/// Chilled goods and those that need a lift are no part of it: an order asks for them by a share of its own.
struct Popularity {
  /// Where an article is to be found.
  enum Supply {
    /// At the centre and in some stores.
    case everywhere
    /// In some stores, not at the centre.
    case storesOnly
    /// In one store.
    case oneStore
    /// A last unit or two in one store.
    case nearlySoldOut
  }

  /// An article of the assortment, by its index, from the most popular on.
  struct Rank {
    let article: Int
    /// How often it is ordered, in an arbitrary unit.
    let weight: Int
    let supply: Supply
  }

  let ranks: [Rank]

  /// Draws the order of popularity and the supply. What is hard to get is also ordered less often: it is not shown.
  init(_ articles: [Article], _ random: inout SeededRandom) {
    var order = articles.indices.filter { articles[$0].skill.isEmpty }
    random.shuffle(&order)
    ranks = order.enumerated().map { rank, article in
      let supply: Supply =
        switch random.number(below: 1000) {
        case _ where rank < 40: .everywhere
        case ..<20: .nearlySoldOut
        case ..<45: .oneStore
        case ..<65: .storesOnly
        default: .everywhere
        }
      let weight = 10_000_000 / (rank + 12)
      return Rank(article: article, weight: supply == .everywhere || supply == .storesOnly ? weight : weight / 6, supply: supply)
    }
  }

  /// The articles for drawing.
  var choice: WeightedChoice<Int> { WeightedChoice(ranks.map { ($0.article, $0.weight) }) }
}
