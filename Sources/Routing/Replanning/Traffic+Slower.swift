import Logistics

extension Traffic {
  /// The speed at a moment, in hundredths of the matrix's. O(changes).
  func percent(at moment: Instant) -> Int { changes.last { $0.at <= moment }?.percent ?? 100 }

  /// The same traffic slower by some hundredths from a moment until another, `nil` for ever; one hundredth is left of any speed.
  func slowed(by percent: Int, from start: Instant, until end: Instant?) -> Traffic {
    func isIn(_ moment: Instant) -> Bool { start <= moment && end.map { moment < $0 } ?? true }
    let moments = Set(changes.map(\.at) + [start] + (end.map { [$0] } ?? [])).sorted()
    return Traffic(
      moments.map { moment in
        let speed = self.percent(at: moment)
        return Change(at: moment, percent: isIn(moment) ? max(1, speed * (100 - percent) / 100) : speed)
      })
  }

  /// What of a way is done between two moments, in seconds of the matrix times a hundred.
  func work(from start: Instant, to end: Instant) -> Int {
    guard start < end else { return 0 }
    let moments = [start] + changes.map(\.at).filter { start < $0 && $0 < end } + [end]
    return zip(moments, moments.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).seconds * percent(at: $1.0) }
  }

  /// When so much is done, in whole seconds rounded up.
  func end(of work: Int, from start: Instant) -> Instant {
    var (clock, left) = (start, work)
    for change in changes where change.at > clock {
      let possible = (change.at - clock).seconds * percent(at: clock)
      if possible >= left { break }
      left -= possible
      clock = change.at
    }
    let speed = percent(at: clock)
    return clock + .seconds((left + speed - 1) / speed)
  }
}
