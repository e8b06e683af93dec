import Logistics

/// Who orders: people of the region's places by their population, some of them twice.
struct Customers {
  /// Somebody who orders.
  struct Customer {
    let id: String
    let position: Position
  }

  private let places = WeightedChoice(Place.metropolitanRegion.map { (element: $0, weight: $0.population) })
  private let digits: Int
  private var known: [Customer] = []

  /// At most so many customers.
  init(atMost count: Int) {
    digits = max(4, String(count).utf8.count)
  }

  /// The next one who orders: in fourteen cases a new one, in one somebody who has ordered before.
  mutating func next(_ random: inout SeededRandom) -> Customer {
    if !known.isEmpty, random.number(below: 15) == 0 { return random.pick(known) }
    let customer = Customer(id: "c-" + padded(known.count + 1, digits), position: places.draw(&random).address(&random))
    known.append(customer)
    return customer
  }
}
