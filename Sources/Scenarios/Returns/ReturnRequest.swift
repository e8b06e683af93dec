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
}

extension ReturnRequest {
  /// One for each 150 orders, at least two.
  ///
  /// The last one was delivered fourteen days before the planned day: it comes after the ten days of the right of withdrawal
  /// (Ley 19.496, article 3 bis) are over.
  static func draw(_ articles: [Article], _ popularity: Popularity, scaledBy scale: Scale, seed: UInt64) -> [ReturnRequest] {
    var random = SeededRandom(seed: seed, for: .returns)
    let count = max(2, scale.applied(to: 10))
    let digits = max(2, String(count).utf8.count)
    let choice = popularity.choice
    let reasons = WeightedChoice([("changedMind", 6), ("faulty", 3), ("wrongItem", 1)])
    var customers = Customers(atMost: count)
    var requests: [ReturnRequest] = []
    while requests.count < count {
      let position = customers.next(&random).position
      guard Hub.distributionCentre.position.isWithin(metres: Demand.reach, of: position) else { continue }
      let isLate = requests.count == count - 1
      requests.append(
        ReturnRequest(
          id: "r-" + padded(requests.count + 1, digits), order: "h-" + padded(requests.count + 1, max(5, digits)),
          delivered: Calendar.planDate.adding(days: isLate ? -14 : -random.number(in: 2...9)),
          requested: random.number(in: 9 * 3600...21 * 3600), position: position,
          sku: articles[choice.draw(&random)].sku, quantity: random.number(below: 5) == 0 ? 2 : 1,
          reason: isLate ? "changedMind" : reasons.draw(&random)))
    }
    return requests
  }
}
