import Logistics

extension FaultList {
  /// A moment or a length of time of the file in counted units, or `nil` and a fault.
  mutating func time(_ value: Double, at place: String, _ what: String, _ convention: Convention) -> Int? {
    let counted = convention.counted(value)
    guard counted >= 0, counted <= Double(InstanceTables.latest) else {
      let latest = FileAmount(InstanceTables.latest, convention)
      add(at: place, found: "\(what) \(Self.text(value))", expected: "0 to \(latest)")
      return nil
    }
    return Int(counted)
  }

  /// A window of the file, or `nil` and a fault.
  mutating func window(_ opens: Double, _ closes: Double, at place: String, _ convention: Convention) -> TimeWindow? {
    guard let first = time(opens, at: place, "a window that opens at", convention),
      let last = time(closes, at: place, "a window that closes at", convention)
    else { return nil }
    let window = TimeWindow(opens: Instant(secondsSince1970: first), closes: Instant(secondsSince1970: last))
    if window == nil {
      add(
        at: place, found: "a window from \(Self.text(opens)) to \(Self.text(closes))",
        expected: "one that closes no earlier than it opens")
    }
    return window
  }

  /// A demand or a capacity, or `nil` and a fault.
  mutating func load(_ value: Double, at place: String, _ what: String, from least: Int = 0) -> Int? {
    guard let load = Int(exactly: value), (least...InstanceTables.mostLoad).contains(load) else {
      add(
        at: place, found: "\(what) \(Self.text(value))",
        expected: "a whole number from \(least) to \(InstanceTables.mostLoad)")
      return nil
    }
    return load
  }

  /// A number as a file would have it: without ".0" if it is whole.
  static func text(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}
