internal import Logistics

/// What the trees look at: numbers known at the moment of the order, NaN where unknown.
enum FeatureRow {
  /// The names, in order: a model file says of which its trees speak.
  static let names = [
    "lnKilometres", "hour", "weekday", "sameTown", "sameRegion", "destinationLatitude", "destinationLongitude", "originLatitude",
    "originLongitude", "lnGrams", "lnCubicCentimetres", "lnPrice", "lnFreight", "pieces", "shippers", "destinationLevel",
    "laneLevel", "handling", "handlingWeight", "oldestWaiting", "workingDays7", "workingDays14",
  ]

  /// What trees of the hazard look at besides: the day after the order, what the clock shows, the kind of day and its rate, how late
  /// it is compared with what is foretold, and what is foretold.
  static let dayNames = ["days", "lnClock", "kindOfDay", "rate", "lateness", "location"]

  /// The features of a consignment under what is known when it is placed.
  static func of(_ consignment: Consignment, model: ForecastModel) -> [Double] {
    let day = model.zone.date(at: consignment.placedAt).dayNumber
    let second = model.zone.time(at: consignment.placedAt).secondOfDay
    let effects = model.levels.effects(consignment, on: day)
    let shipper = model.handling.state(consignment.shipper, at: consignment.placedAt.secondsSince1970, day: day)
    return [
      ln(consignment.distance), Double(second / 3600), Double(LocalDate(dayNumber: day).weekday.rawValue),
      consignment.staysInTown ? 1 : 0, consignment.originRegion == consignment.destinationRegion ? 1 : 0,
      consignment.destination?.latitude ?? .nan, consignment.destination?.longitude ?? .nan,
      consignment.origin?.latitude ?? .nan, consignment.origin?.longitude ?? .nan,
      ln(consignment.grams), ln(consignment.cubicCentimetres), ln(consignment.price), ln(consignment.freight),
      Double(consignment.pieces), Double(consignment.shippers), effects.destination, effects.lane, shipper.handling,
      shipper.weight, shipper.oldest, Double(model.clock.workingDays(after: day, count: 7)),
      Double(model.clock.workingDays(after: day, count: 14)),
    ]
  }

  private static func ln(_ value: Double?) -> Double { value.map { FastMath.ln(1 + max(0, $0)) } ?? .nan }

  /// The row of a day after an order, behind the row of the order itself.
  static func appendDay(_ days: Int, clock end: Double, kind: Int, rate: Double, location: Double, to row: inout [Double]) {
    let time = FastMath.ln(max(end, 0.05))
    row.append(Double(days))
    row.append(time)
    row.append(Double(kind))
    row.append(rate)
    row.append(time - location)
    row.append(location)
  }
}
