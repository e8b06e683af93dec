public import Logistics

extension WorkingCalendar {
  /// The moments of a day's hours on a zone's clock, ascending and apart: each from its opening, included, to its closing.
  ///
  /// A stretch lasts from the first moment at which the clock shows its beginning or has passed it to the first at which it shows
  /// its end or has passed it. Where the clock is turned back within, the repeated hour counts twice; where it is turned forward,
  /// the skipped hour does not count, and hours wholly within it are left out.
  public func openings(on date: LocalDate, in zone: Zone) -> [TimeWindow] {
    hours(on: date).compactMap { opening(of: $0, on: date, in: zone) }
  }

  private func opening(of stretch: OpeningHours, on date: LocalDate, in zone: Zone) -> TimeWindow? {
    let opens = zone.firstInstant(date, stretch.from)
    let closes = zone.firstInstant(date, stretch.until)
    return opens < closes ? TimeWindow(opens: opens, closes: closes) : nil
  }

  /// The hours that a moment lies in, or else the next ones; `nil` if there are none in ``knownDays``.
  ///
  /// The moment of closing is no longer open.
  public func opening(atOrAfter instant: Instant, in zone: Zone) -> TimeWindow? {
    firstOpening(from: instant, in: zone) { _ in true }
  }

  /// The moment at which so much *working* time has passed since `start`: the clock of the work runs while it is open and stands
  /// while it is closed.
  ///
  /// With no time at all it is `start` if it is open then, or else the next opening. Work that ends at closing time ends there, not
  /// at the next opening. Time is counted in seconds that pass, not on the wall clock: a day of a turned clock is an hour longer or
  /// shorter. A later start never ends earlier.
  ///
  /// - Returns: `nil` if ``knownDays`` end before, or if `start` is not within them.
  /// - Precondition: `span` is not negative.
  /// - Complexity: O(days passed over + log transitions of the zone), at most the days of ``knownDays``.
  public func instant(after span: TimeSpan, ofWorkFrom start: Instant, in zone: Zone) -> Instant? {
    precondition(span >= .zero, "working time of \(span)")
    var left = span
    var end: Instant?
    _ = firstOpening(from: start, in: zone) { window in
      let begin = max(start, window.opens)
      let open = window.closes - begin
      if left <= open { end = begin + left } else { left = left - open }
      return end != nil
    }
    return end
  }

  /// How much *working* time passes from one moment to another, as ``instant(after:ofWorkFrom:in:)`` counts it; none if the second is no
  /// later, or if ``knownDays`` do not reach to the first.
  ///
  /// - Complexity: O(days passed over + log transitions of the zone).
  public func workingTime(from start: Instant, until end: Instant, in zone: Zone) -> TimeSpan {
    var time = TimeSpan.zero
    _ = firstOpening(from: start, in: zone) { window in
      let (begin, stop) = (max(start, window.opens), min(end, window.closes))
      if begin < stop { time = time + (stop - begin) }
      return window.closes >= end
    }
    return time
  }

  /// The first opening that closes after a moment and satisfies a condition, looking at them in order of time.
  private func firstOpening(
    from instant: Instant, in zone: Zone, where isWanted: (TimeWindow) -> Bool
  ) -> TimeWindow? {
    guard knows(instant) else { return nil }
    var date = zone.date(at: instant)
    while date <= knownDays.upperBound {
      for stretch in hours(on: date) {
        if let window = opening(of: stretch, on: date, in: zone), window.closes > instant, isWanted(window) { return window }
      }
      date = date.adding(days: 1)
    }
    return nil
  }

  /// Whether a moment lies well within ``knownDays`` on any clock. Safe for every number of seconds.
  func knows(_ instant: Instant) -> Bool {
    // No clock is a day ahead of or behind UTC.
    let first = (knownDays.lowerBound.dayNumber + 1) * 86_400
    let last = knownDays.upperBound.dayNumber * 86_400
    return (first..<last).contains(instant.secondsSince1970)
  }
}
