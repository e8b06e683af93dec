import Logistics

/// A section of the assortment: words from which names are built, and what its things weigh, measure and cost.
struct Section {
  /// How the SKUs of the section begin.
  let prefix: String
  /// How many articles it has.
  let count: Int
  let skill: String
  let things: [Thing]
  /// What stands behind the name of the thing.
  let styles: [String]
  /// What stands behind the style.
  let variants: [String]

  /// A kind of thing with what one typically weighs (grams), measures (cubic centimetres) and costs (pesos).
  struct Thing {
    let name: String
    let weight: Int
    let volume: Int
    let price: Int

    init(_ name: String, _ weight: Int, _ volume: Int, _ price: Int) {
      self.name = name
      self.weight = weight
      self.volume = volume
      self.price = price
    }
  }

  /// Its articles, no two of the same name.
  func articles(_ random: inout SeededRandom) -> [Article] {
    precondition(things.count * styles.count * variants.count >= 2 * count, "too few words for \(count) names")
    var names: Set<String> = []
    return (1...count).map { number in
      var thing = random.pick(things)
      var name = ""
      repeat {
        thing = random.pick(things)
        name = "\(thing.name) \(random.pick(styles)) \(random.pick(variants))"
      } while !names.insert(name).inserted
      // Most are a little lighter than typical, a few are much heavier: weights in a shop are skewed.
      let size = 75 + min(random.number(below: 90), random.number(below: 90))
      let price = thing.price * (70 + random.number(below: 80)) / 100
      return Article(
        sku: prefix + "-" + padded(number, 3), name: name, weight: max(10, thing.weight * size / 100 / 5 * 5),
        volume: max(50, thing.volume * size / 100 / 10 * 10), price: max(1000, (price + 500) / 1000 * 1000) - 10, skill: skill)
    }
  }
}
