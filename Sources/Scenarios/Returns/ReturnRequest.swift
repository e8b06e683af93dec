import Logistics

/// Something of an earlier order that a customer wants collected.
struct ReturnRequest {
  let id: String
  /// The earlier order; the file of orders does not have it.
  let order: String
  let delivered: LocalDate
  /// Seconds after the midnight that began the day before the planned one.
  let requested: Int
  let position: Position
  let sku: String
  let quantity: Int
  let reason: String
  /// Who sends it back, where the file of orders knows the customer; empty otherwise.
  var customer = ""
  /// The order that brings what takes its place, or empty.
  var replacement = ""
}

extension ReturnRequest {
  /// How many returns a day has if nobody says so: one for each 150 orders, at least two.
  static func usualCount(_ scale: Scale) -> Int { max(2, scale.applied(to: 10)) }

  /// Returns that nothing replaces.
  ///
  /// The last one was delivered fourteen days before the planned day: it comes after the ten days of the right of withdrawal
  /// (Ley 19.496, article 3 bis) are over.
  static func draw(_ articles: [Article], _ popularity: Popularity, _ numbers: ReturnNumbers, seed: UInt64) -> [ReturnRequest] {
    var random = SeededRandom(seed: seed, for: .returns)
    let choice = popularity.choice
    let reasons = WeightedChoice([("changedMind", 6), ("faulty", 3), ("wrongItem", 1)])
    var customers = Customers(atMost: numbers.pickups)
    var requests: [ReturnRequest] = []
    while requests.count < numbers.pickups {
      let position = customers.next(&random).position
      guard Hub.distributionCentre.position.isWithin(metres: Demand.reach, of: position) else { continue }
      let isLate = requests.count == numbers.pickups - 1
      requests.append(
        ReturnRequest(
          id: numbers.id(requests.count), order: numbers.order(requests.count),
          delivered: Calendar.planDate.adding(days: isLate ? -14 : -random.number(in: 2...9)),
          requested: random.number(in: 9 * 3600...21 * 3600), position: position,
          sku: articles[choice.draw(&random)].sku, quantity: random.number(below: 5) == 0 ? 2 : 1,
          reason: isLate ? "changedMind" : reasons.draw(&random)))
    }
    return requests
  }
}

/// How many returns there are, and what they are called: first those that nothing replaces, then the swaps.
struct ReturnNumbers {
  let pickups: Int
  let swaps: Int

  private func digits(_ least: Int) -> Int { max(least, String(pickups + swaps).utf8.count) }

  /// The name of a return, counted from 0.
  func id(_ index: Int) -> String { "r-" + padded(index + 1, digits(2)) }

  /// The earlier order of a return.
  func order(_ index: Int) -> String { "h-" + padded(index + 1, digits(5)) }
}
