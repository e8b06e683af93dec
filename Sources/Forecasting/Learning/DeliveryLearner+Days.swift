internal import Logistics

extension DeliveryLearner {
  /// Learns from a day that is over.
  mutating func end(_ day: Int) {
    model.drift.add(
      day: open.map { number in
        let record = records[number]
        let offset = min(day - record.day, ForecastModel.days - 1)
        return (record.consignment.destinationRegion, record.hazard[offset], record.days != nil)
      })
    let given = open.filter { records[$0].days != nil || day + 1 - records[$0].day > Self.patience }
    if !given.isEmpty {
      for number in given {
        records[number].hazard = []
        if records[number].days == nil { giveUp(number) }
      }
      open.removeAll { records[$0].hazard.isEmpty }
    }
    cameToday.removeAll(keepingCapacity: true)
    clockCounts.addDay(kind: model.clock.kind(of: day))
    outcomes.fade(by: FastMath.decay(1, halfLife: Self.halfLife))
    if isDue(day + 1) { grow(on: day + 1) }
    var law = outcomes
    for number in open {
      let record = records[number]
      let time = model.clock.end(placedOn: record.day, days: day - record.day)
      law.addWaiting(
        FastMath.ln(max(time, 0.2)) - record.location,
        weight: FastMath.decay(Double(day + 1 - record.day), halfLife: Self.halfLife))
    }
    model.curve = law.curve(prior: model.prior.weight, spread: model.prior.spread)
  }

  /// An order that never came: it waited as long as it could.
  private mutating func giveUp(_ number: Int) {
    let record = records[number]
    let time = model.clock.end(placedOn: record.day, days: Self.patience)
    outcomes.addWaiting(
      FastMath.ln(time) - record.location, weight: FastMath.decay(Double(Self.patience), halfLife: Self.halfLife))
    if !record.isHandedOver {
      model.handling.remove(record.consignment.shipper, placedAt: record.consignment.placedAt.secondsSince1970)
    }
  }
}
