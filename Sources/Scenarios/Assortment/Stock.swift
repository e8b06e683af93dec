/// So many units of an article at a place.
struct StockLevel {
  let node: String
  let sku: String
  let onHand: Int
  /// Units that are not to be sold, for what the count got wrong.
  let safety: Int
}

/// What lies where on the morning of the first day.
struct Stock {
  let articles: [Article]
  let popularity: Popularity
  let stores: [Hub]
  let scale: Scale

  /// Units ordered in all, roughly: what the centre has bought for.
  private var expectedUnits: Int { scale.orders * 2 }

  /// The levels above zero, the distribution centre first, each node in the order of the assortment.
  func levels(_ random: inout SeededRandom) -> [StockLevel] {
    var units = [[Int]](repeating: [Int](repeating: 0, count: articles.count), count: stores.count + 1)
    let total = popularity.ranks.reduce(0) { $0 + $1.weight }
    for (position, rank) in popularity.ranks.enumerated() {
      if rank.supply == .everywhere {
        // Bought for one and a half to four and a half times of what is expected; one article in twenty-five is nearly gone.
        let deep =
          expectedUnits * rank.weight / total * random.number(in: 3...9) / 2 + scale.applied(to: random.number(in: 5...18))
        units[0][rank.article] = random.number(below: 25) == 0 ? random.number(in: 1...3) : deep
      }
      switch rank.supply {
      case .everywhere, .storesOnly:
        // A store carries a third of the range, rather what is in demand.
        let carried = position < 100 ? 650 : position < 300 ? 420 : 230
        for store in stores.indices where random.happens(perMille: carried) {
          let most = position < 100 ? 9 : 4
          units[store + 1][rank.article] = scale.applied(to: random.number(in: 1...most))
        }
      case .oneStore:
        units[random.number(in: 1...stores.count)][rank.article] = scale.applied(to: random.number(in: 2...6))
      case .nearlySoldOut:
        units[random.number(in: 1...stores.count)][rank.article] = random.number(in: 1...2)
      }
    }
    for article in articles.indices where !articles[article].skill.isEmpty {
      // At the centre alone: only there are vehicles that can bring them.
      units[0][article] = scale.applied(to: random.number(in: 6...20))
    }
    let nodes = [Hub.distributionCentre.id] + stores.map(\.id)
    return zip(nodes, units).flatMap { node, units in
      articles.indices.filter { units[$0] > 0 }.map { article in
        let onHand = units[article]
        return StockLevel(node: node, sku: articles[article].sku, onHand: onHand, safety: Self.safety(onHand))
      }
    }
  }

  /// A twentieth of a deep stock, one unit of a shallow one, none of the last two units.
  private static func safety(_ onHand: Int) -> Int {
    onHand >= 3 ? max(1, min(10, onHand / 20)) : 0
  }
}
