/// What keeps a demand off one route, or off a vehicle that does nothing else.
public struct VehicleObstacle: Hashable, Sendable {
  /// A rule in the way.
  public struct Breach: Hashable, Sendable {
    /// Which rule; `fleet` where every vehicle of the type is out.
    public let rule: Violation.Kind
    /// By how much it would be broken where it is broken least, in the unit of the rule, as the checker counts it.
    public let amount: Int
    /// The job at which it would be broken, where it is about one: that of the demand, or one that would be served too late for it.
    public let job: Int?
  }

  /// The type of the vehicle, as an index into the problem's vehicles.
  public let vehicle: Int
  /// The route, as an index into the plan's; `nil` for a vehicle that does nothing else.
  public let route: Int?
  /// The rules in the way; empty where none is, so that only its price keeps the demand out.
  public let breaches: [Breach]
  /// Whether all of them stand in the way together, at the place that breaks the fewest rules; otherwise each breach is the only one at some
  /// place.
  public let isJoint: Bool
}

extension VehicleObstacle {
  /// Judges by what the places on a route break.
  init(vehicle: Int, route: Int?, places: [[Violation]], own: [Int]) {
    struct Key: Hashable {
      let rule: Violation.Kind
      let isOwn: Bool
    }
    func breaches(_ violations: [Violation]) -> [Key: Breach] {
      violations.reduce(into: [:]) { known, violation in
        let isAbout = [.timeWindow, .timeOnBoard, .precedence].contains(violation.kind)
        let job = isAbout ? violation.job : nil
        let key = Key(rule: violation.kind, isOwn: job.map(own.contains) ?? false)
        if let other = known[key], other.amount >= violation.amount { return }
        known[key] = Breach(rule: violation.kind, amount: violation.amount, job: job)
      }
    }
    let found = places.map(breaches)
    func sorted(_ breaches: some Sequence<Breach>) -> [Breach] {
      breaches.sorted { (Self.order($0.rule), $0.amount, $0.job ?? -1) < (Self.order($1.rule), $1.amount, $1.job ?? -1) }
    }
    self.vehicle = vehicle
    self.route = route
    let fewest = found.map(\.count).min() ?? 0
    isJoint = fewest > 1
    if fewest > 1 {
      // Of those that break as few, the first whose largest breach is the smallest.
      let best = found.filter { $0.count == fewest }.min { Self.largest($0.values) < Self.largest($1.values) }
      self.breaches = sorted((best ?? [:]).values)
    } else {
      var least: [Key: Breach] = [:]
      for single in found where single.count == fewest {
        for (key, breach) in single where breach.amount < least[key]?.amount ?? .max { least[key] = breach }
      }
      self.breaches = sorted(least.values)
    }
  }

  private static func largest(_ breaches: some Sequence<Breach>) -> Int { breaches.map(\.amount).max() ?? 0 }

  private static func order(_ rule: Violation.Kind) -> Int { Violation.Kind.allCases.firstIndex(of: rule) ?? 0 }
}
