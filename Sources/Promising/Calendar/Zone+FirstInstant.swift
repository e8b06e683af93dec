import Logistics

extension Zone {
  /// The first moment at which the wall clock shows a time of a day or has passed it.
  ///
  /// That is ``Zone/instant(_:_:)`` but for a time that is skipped because the clock is turned forward: then it is the moment of the
  /// change. So a shop whose hours begin within the hour that is skipped opens right after it, and hours that lie wholly within it
  /// do not come about.
  func firstInstant(_ date: LocalDate, _ time: LocalTime) -> Instant {
    let found = instant(date, time)
    let wanted = date.dayNumber * 86_400 + time.secondOfDay
    let shown = found.secondsSince1970 + offset(at: found)
    guard shown > wanted else { return found }
    // The clock was turned forward by `shown - wanted`, less than so many seconds before `found`.
    var before = found.secondsSince1970 - (shown - wanted)
    var after = found.secondsSince1970
    let offsetAfter = offset(at: found)
    while after - before > 1 {
      let middle = before + (after - before) / 2
      if offset(at: Instant(secondsSince1970: middle)) == offsetAfter { after = middle } else { before = middle }
    }
    return Instant(secondsSince1970: after)
  }
}
