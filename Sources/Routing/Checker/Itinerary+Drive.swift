import Logistics

/// When the vehicle is where, on one itinerary.
struct Timetable {
  /// One halt.
  struct Visit {
    /// When the vehicle gets there.
    let arrival: Instant
    /// When its stay begins, what it waits and the breaks it takes before aside.
    let begin: Instant
    /// When its stay is over.
    let end: Instant
    /// When it drives on, breaks taken and goods released.
    let leaving: Instant
  }

  let departure: Instant
  /// For each halt.
  var visits: [Visit] = []
  var breaks: [ScheduledRoute.BreakVisit] = []
  var driving = TimeSpan.zero
  var waiting = TimeSpan.zero

  /// When everything is over.
  var arrival: Instant { visits.last?.leaving ?? departure }
}

extension Itinerary {
  /// Drives halt by halt, as the vehicle would.
  ///
  /// - Parameters:
  ///   - placement: How many breaks are taken before and after the stay of each halt, see `place`; empty for none at all.
  ///   - breaks: The breaks, in order.
  func drive(from departure: Instant, _ placement: [Int] = [], of breaks: [Break] = []) -> Timetable {
    var table = Timetable(departure: departure)
    var clock = departure
    func wait(until moment: Instant) {
      table.waiting = table.waiting + max(.zero, moment - clock)
      clock = max(clock, moment)
    }
    func rest(at point: Int) {
      guard placement.indices.contains(point) else { return }
      for _ in 0..<placement[point] {
        let index = table.breaks.count
        wait(until: Self.opening(of: breaks[index].windows, from: clock) ?? clock)
        table.breaks.append(.init(index: index, begin: clock, end: clock + breaks[index].duration))
        clock = clock + breaks[index].duration
      }
    }
    for (index, halt) in halts.enumerated() {
      let arrival = arrival(leaving: clock, travel: halt.travel)
      table.driving = table.driving + (arrival - clock)
      clock = arrival
      rest(at: 2 * index)
      // Too late is too late: the service begins at once.
      wait(until: Self.opening(of: halt.windows, from: clock) ?? clock)
      let begin = clock
      clock = clock + halt.stay
      let end = clock
      rest(at: 2 * index + 1)
      if let release = halt.release { wait(until: release) }
      table.visits.append(.init(arrival: arrival, begin: begin, end: end, leaving: clock))
    }
    return table
  }
}
