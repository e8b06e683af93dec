extension DeliveryLearner {
  /// Deliveries before the first.
  private static let least = 150
  /// Days in which the weight of an order halves in the trees.
  private static let treeHalfLife = 365.0
  /// Days after an order from which its hazard is not looked at any more.
  private static let lastDay = 70

  /// Whether trees are grown in the morning of a day.
  func isDue(_ day: Int) -> Bool {
    guard model.deliveries >= Self.least else { return false }
    return lastGrown.map { day - $0 >= settings.period } ?? true
  }

  /// Grows the trees anew from all that is known in the morning of a day.
  mutating func grow(on day: Int) {
    let isFirst = lastGrown == nil
    lastGrown = day
    model.clock = DeliveryClock(checked: clockCounts.rates, daysOff: model.clock.daysOff)
    growLocation(day)
    if isFirst { lookBack(day) }
    growHazard(day)
  }

  private mutating func growLocation(_ day: Int) {
    var values: [Double] = []
    var target: [Double] = []
    var weight: [Double] = []
    for record in records {
      guard let days = record.days else { continue }
      values.append(contentsOf: record.features)
      target.append(FastMath.ln(max(model.clock.middle(placedOn: record.day, days: min(days, 200)), 0.3)))
      weight.append(FastMath.decay(Double(day - record.day), halfLife: Self.treeHalfLife))
    }
    let table = BinnedTable(values, columns: FeatureRow.names.count)
    model.locationTrees = Boosting.fit(table, target: target, weight: weight, loss: .square, settings.location)
  }

  /// What was foretold without trees says little of what trees foretell: the first of them look back once.
  private mutating func lookBack(_ day: Int) {
    guard let trees = model.locationTrees else { return }
    outcomes = ProductLimit()
    for number in records.indices {
      records[number].location = trees(records[number].features)
      guard let days = records[number].days else { continue }
      let time = FastMath.ln(max(model.clock.middle(placedOn: records[number].day, days: min(days, 200)), 0.3))
      outcomes.addOutcome(
        time - records[number].location,
        weight: FastMath.decay(Double(day - records[number].day), halfLife: Self.halfLife))
    }
  }

  /// A row for each day that each order was under way: did it come on that day?
  private mutating func growHazard(_ day: Int) {
    var values: [Double] = []
    var target: [Double] = []
    var weight: [Double] = []
    var row: [Double] = []
    for (number, record) in records.enumerated() {
      let last = min(record.days ?? day - 1 - record.day, Self.lastDay)
      guard last >= 0 else { continue }
      let ends = model.clock.ends(placedOn: record.day, count: last + 1)
      for offset in 0...last {
        let came = record.days == offset
        // Of the days on which nothing came two in five are enough, at two and a half times the weight.
        guard came || (number &* 7 &+ offset &* 3) % 5 < 2 else { continue }
        row = record.features
        let kind = model.clock.kind(of: record.day + offset)
        FeatureRow.appendDay(
          offset, clock: ends[offset], kind: kind, rate: model.clock.rates[kind], location: record.location, to: &row)
        values.append(contentsOf: row)
        target.append(came ? 1 : 0)
        weight.append((came ? 1 : 2.5) * FastMath.decay(Double(day - record.day), halfLife: Self.treeHalfLife))
      }
    }
    let table = BinnedTable(values, columns: FeatureRow.names.count + FeatureRow.dayNames.count)
    model.hazardTrees = Boosting.fit(table, target: target, weight: weight, loss: .logistic, settings.hazard)
  }
}
