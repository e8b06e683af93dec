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
    /// For each point and number of breaks whether the last of them is taken at that point.
    var isTaken: [[Bool]] = []

    func rest() {
      var taken = [Bool](repeating: false, count: labels.count)
      for (index, pause) in breaks.enumerated() {
        guard var label = labels[index], let begin = Self.opening(of: pause.windows, from: label.time) else { continue }
        label.time = begin + pause.duration
        if label.isBetter(than: labels[index + 1]) { (labels[index + 1], taken[index + 1]) = (label, true) }
      }
      isTaken.append(taken)
    }

    for (index, halt) in halts.enumerated() {
      labels = labels.map { label in
        guard var label else { return nil }
        label.time = arrival(leaving: label.time, travel: halt.travel)
        return label
      }
      rest()
      labels = labels.map { label in
        guard var label else { return nil }
        let begin = Self.opening(of: halt.windows, from: label.time) ?? label.time
        if let latest = latest[index], begin > latest { return nil }
        label.latenessCost.add(halt.latenessCost(at: begin))
        label.time = begin + halt.stay
        return label
      }
      rest()
      if let release = halt.release {
        labels = labels.map { label in
          guard var label else { return nil }
          label.time = max(label.time, release)
          return label
        }
      }
    }

    guard let last = labels[breaks.count] else { return nil }
    if let end, last.time > end { return nil }
    var placement = [Int](repeating: 0, count: isTaken.count)
    var left = breaks.count
    for point in isTaken.indices.reversed() {
      while isTaken[point][left] {
        placement[point] += 1
        left -= 1
      }
    }
    return placement
  }
}
