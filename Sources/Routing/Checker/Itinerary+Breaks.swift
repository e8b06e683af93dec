import Logistics

extension Itinerary {
  /// The best that is known of arriving somewhere with some number of breaks taken.
  private struct Label {
    var time: Instant
    var latenessCost = ClampedSum()

    /// Whether it is earlier, or as early with less lateness cost so far.
    func isBetter(than other: Label?) -> Bool {
      guard let other else { return true }
      return (time, latenessCost.total) < (other.time, other.latenessCost.total)
    }
  }

  /// Places the breaks so that the route ends as early as it can with all of them taken.
  ///
  /// Each break is taken before the stay of a halt or after it. At each of these points the earliest time is kept for each
  /// number of breaks taken: who is earlier is never later afterwards, so nothing else need be. O(halts × breaks).
  ///
  /// - Parameters:
  ///   - latest: For each halt the last begin that is allowed, or `nil` for no limit.
  ///   - end: The last moment at which the route may end, or `nil` for no limit.
  /// - Returns: For each point, two a halt, how many breaks are taken there; `nil` if they cannot all be taken, or if a halt or the end
  ///   comes too late however they are.
  func place(_ breaks: [Break], from departure: Instant, latest: [Instant?], end: Instant?) -> [Int]? {
    var labels = [Label?](repeating: nil, count: breaks.count + 1)
    labels[0] = Label(time: departure)
    /// For each point and break whether it is taken there by who has then taken all up to it.
    var isTaken: [Bool] = []

    func rest() {
      for (index, pause) in breaks.enumerated() {
        var label = labels[index]
        let begin = label.flatMap { Self.opening(of: pause.windows, from: $0.time) }
        if let begin { label?.time = begin + pause.duration }
        let isBetter = begin != nil && label?.isBetter(than: labels[index + 1]) == true
        if isBetter { labels[index + 1] = label }
        isTaken.append(isBetter)
      }
    }

    for (index, halt) in halts.enumerated() {
      for count in labels.indices {
        guard let label = labels[count] else { continue }
        labels[count]?.time = arrival(leaving: label.time, travel: halt.travel)
      }
      rest()
      for count in labels.indices {
        guard let label = labels[count] else { continue }
        let begin = Self.opening(of: halt.windows, from: label.time) ?? label.time
        if let latest = latest[index], begin > latest {
          labels[count] = nil
        } else {
          labels[count]?.latenessCost.add(halt.latenessCost(at: begin))
          labels[count]?.time = begin + halt.stay
        }
      }
      rest()
      if let release = halt.release {
        for count in labels.indices {
          guard let label = labels[count] else { continue }
          labels[count]?.time = max(label.time, release)
        }
      }
    }

    guard let last = labels[breaks.count] else { return nil }
    if let end, last.time > end { return nil }
    var placement = [Int](repeating: 0, count: 2 * halts.count)
    var left = breaks.count
    for point in placement.indices.reversed() {
      while left > 0, isTaken[point * breaks.count + left - 1] {
        placement[point] += 1
        left -= 1
      }
    }
    return placement
  }
}
