import Logistics

extension Itinerary {
  /// The times of the itinerary with the latest departure that changes nothing behind it, or, if some window or the shift cannot be
  /// kept even without breaks, with the earliest.
  ///
  /// - Returns: With all of the breaks or, if there is no place for them, with none.
  func schedule(with breaks: [Break]) -> Timetable {
    let earliest = earliestDeparture(with: breaks)
    return latest(with: breaks, earliest) ?? latest(with: [], earliest) ?? drive(from: earliest)
  }

  /// The times with the latest departure; `nil` if with the earliest the breaks cannot all be taken or some hard limit is broken.
  private func latest(with breaks: [Break], _ earliest: Instant) -> Timetable? {
    guard let first = place(breaks, from: earliest, latest: halts.map(\.latest), end: shift?.closes) else { return nil }
    let early = drive(from: earliest, first, of: breaks)
    // Nobody may be later than with the earliest departure; but who is in time may use the time up to the closing, or up to what was told.
    let latest = zip(halts, early.visits).map { halt, visit in
      [halt.windows.last?.closes, halt.told].compactMap { $0 }.min().map { max($0, visit.begin) }
    }
    // Whoever leaves later is nowhere earlier, so the departures that will do lie before all that will not. Without traffic a route
    // cannot last less than without any waiting.
    var good = (departure: earliest, placement: first)
    var last = traffic == nil ? earliest + early.waiting : early.arrival
    // More often than not all waiting can be spared, so that is tried first.
    var next = last
    while good.departure < last {
      if let placement = place(breaks, from: next, latest: latest, end: early.arrival) {
        good = (next, placement)
      } else {
        last = next - .seconds(1)
      }
      next = good.departure + .seconds(((last - good.departure).seconds + 1) / 2)
    }
    return drive(from: good.departure, good.placement, of: breaks)
  }

  /// The opening of the shift, or a departure so early that leaving still earlier would only mean more waiting; not before the goods of
  /// the first trip are there.
  private func earliestDeparture(with breaks: [Break]) -> Instant {
    let release = halts[0].release
    if let shift { return max(shift.opens, release ?? shift.opens) }
    let openings = halts.flatMap(\.windows).map(\.opens) + breaks.flatMap(\.windows).map(\.opens) + halts.compactMap(\.release)
    guard let first = openings.min() else { return Instant(secondsSince1970: 0) }
    // Who was told an earlier moment might be visited then.
    let opening = halts.compactMap(\.told).reduce(first, min)
    // With all of it done at the slowest before anything opens.
    let slowest = traffic?.changes.map(\.percent).min().map { min(100, $0) } ?? 100
    let rounding = traffic == nil ? TimeSpan.zero : .seconds(halts.count)
    let driving = TimeSpan(halts.reduce(0) { $0 + $1.travel.seconds } * 100 / slowest)
    let stays = halts.reduce(.zero) { $0 + $1.stay } + breaks.reduce(.zero) { $0 + $1.duration }
    let early = opening - (driving + rounding + stays)
    return max(early, release ?? early)
  }
}
