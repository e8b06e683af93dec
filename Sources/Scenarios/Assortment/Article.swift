/// A product as the file states it, and how it sells.
struct Article {
  let sku: String
  let name: String
  /// Grams, packed.
  let weight: Int
  /// Cubic centimetres, packed.
  let volume: Int
  /// Pesos.
  let price: Int
  /// What a vehicle needs to carry it, or empty.
  let skill: String
}

extension Article {
  /// The 800 articles of the assortment, section by section.
  static func assortment(seed: UInt64) -> [Article] {
    var random = SeededRandom(seed: seed, for: .products)
    return Section.all.flatMap { $0.articles(&random) }
  }
}
