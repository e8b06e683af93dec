internal import Logistics

/// Promises by ``CorridorQuantile``, calibrated as a ``PromiseDesk`` is.
struct CorridorDesk {
  private let zone: Zone
  private var quantile = CorridorQuantile()
  private var levels: AdaptiveLevels
  private var open = OpenPromises()
  private var delivered: [ID<Consignment>: Int] = [:]
  private var today: Int?

  init(zone: Zone, levels: [Double]) {
    self.zone = zone
    self.levels = AdaptiveLevels(levels: levels)
  }

  mutating func deliver(_ consignment: Consignment, at moment: Instant) {
    let day = zone.date(at: moment).dayNumber
    let days = day - zone.date(at: consignment.placedAt).dayNumber
    delivered[consignment.id] = days
    quantile.deliver(consignment, on: day, days: days)
  }

  /// The days promised at each level.
  mutating func place(_ consignment: Consignment) -> [Int] {
    let day = zone.date(at: consignment.placedAt).dayNumber
    let law = quantile.law(consignment, on: day)
    let misses = levels.falling
    return levels.levels.indices.map { index in
      let days = law.firstDay(latenessAtMost: misses[index])
      open.add(.init(order: consignment.id, index: index, days: days), dueOn: day + days)
      return days
    }
  }

  mutating func advance(to moment: Instant) {
    let day = zone.date(at: moment).dayNumber
    for over in stride(from: today ?? day, to: day, by: 1) {
      for promise in open.take(dueOn: over) {
        levels.settle(promise.index, isKept: delivered[promise.order].map { $0 <= promise.days } ?? false)
      }
    }
    today = max(day, today ?? day)
  }
}
