public import Logistics

/// How many days parcels came after the day that calendars and transit tables gave for them, lane by lane.
///
/// A streaming record: each delivery is told once, when it has happened, and counts half as much after ``halfLife`` days. What is said of a
/// lane is shrunk towards what is said of its service in the same area, that towards the service, that towards all, and that towards
/// the belief before anything was seen: each level weighs as much as ``Prior/weight`` deliveries against the finer one (a hierarchy of
/// Dirichlet laws, as D. MacKay and L. Bauman Peto, Natural Language Engineering 1, 1995).
///
/// ```swift
/// var record = LatenessRecord()
/// let lane = LatenessRecord.Lane(node: "dc", service: "post", area: "north")
/// record.observe(lane, daysLate: 1, on: LocalDate("2026-11-20")!)
/// record.probability(lane, within: 0, on: LocalDate("2026-11-21")!)   // a little less than before
/// ```
public struct LatenessRecord: Hashable, Sendable, Codable {
  /// A way from a node by a service to an area; empty for what does not matter.
  public struct Lane: Hashable, Sendable, Codable {
    public var node: String
    public var service: String
    public var area: String

    /// A lane.
    public init(node: String, service: String, area: String) {
      self.node = node
      self.service = service
      self.area = area
    }

    /// The lane and what it is a part of, the coarsest first.
    fileprivate var levels: [Lane] {
      [
        Lane(node: "", service: "", area: ""), Lane(node: "", service: service, area: ""),
        Lane(node: "", service: service, area: area), self,
      ]
    }
  }

  /// What is believed before anything was seen.
  public struct Prior: Hashable, Sendable, Codable {
    /// The probability that a parcel is not late.
    public let onTime: Double
    /// The probability that a late parcel is late by yet another day.
    public let anotherDay: Double
    /// How many deliveries the belief, and each level of the hierarchy, is worth.
    public let weight: Double

    /// A belief.
    ///
    /// - Precondition: probabilities between 0 and 1, a positive weight.
    public init(onTime: Double = 0.95, anotherDay: Double = 0.5, weight: Double = 20) {
      precondition((0...1).contains(onTime) && (0..<1).contains(anotherDay) && weight > 0, "no belief")
      self.onTime = onTime
      self.anotherDay = anotherDay
      self.weight = weight
    }

    /// The probability that a parcel is late by no more than so many days.
    func probability(within days: Int) -> Double {
      var late = 1 - onTime
      for _ in 0..<days { late *= anotherDay }
      return 1 - late
    }
  }

  private struct Counts: Hashable, Sendable, Codable {
    /// Deliveries late by so many days, the last of all that were later; as they count on `day`.
    var late: [Double]
    var day: Int
  }

  /// Later than this is not told apart.
  private static let mostDays = 14

  public let prior: Prior
  /// After so many days a delivery counts half as much.
  public let halfLife: Double
  private var counts: [Lane: Counts] = [:]

  /// A record of nothing.
  ///
  /// - Precondition: the half-life is positive.
  public init(prior: Prior = Prior(), halfLife: Double = 45) {
    precondition(halfLife > 0, "a half-life of \(halfLife) days")
    self.prior = prior
    self.halfLife = halfLife
  }

  /// A parcel was delivered, so many days after the day that was given for it; a sooner one is not late. O(1).
  ///
  /// - Parameter date: the day on which that was known. Days may come in any order.
  public mutating func observe(_ lane: Lane, daysLate: Int, on date: LocalDate) {
    let place = min(max(0, daysLate), Self.mostDays)
    for level in Set(lane.levels) {
      var known = counts[level] ?? Counts(late: [Double](repeating: 0, count: Self.mostDays + 1), day: date.dayNumber)
      if date.dayNumber > known.day {
        let fading = FastMath.decay(Double(date.dayNumber - known.day), halfLife: halfLife)
        for index in known.late.indices { known.late[index] *= fading }
        known.day = date.dayNumber
      }
      known.late[place] += FastMath.decay(Double(known.day - date.dayNumber), halfLife: halfLife)
      counts[level] = known
    }
  }

  /// The probability that a parcel on a lane comes no more than so many days after the day that is given for it. O(1).
  ///
  /// - Parameter date: the day on which it is asked.
  /// - Returns: 0 for less than no day.
  public func probability(_ lane: Lane, within days: Int, on date: LocalDate) -> Double {
    guard days >= 0 else { return 0 }
    var probability = prior.probability(within: days)
    for level in lane.levels {
      guard let known = counts[level] else { continue }
      let fading = FastMath.decay(Double(max(0, date.dayNumber - known.day)), halfLife: halfLife)
      let all = known.late.reduce(0, +) * fading
      let kept = known.late.prefix(days + 1).reduce(0, +) * fading
      probability = (kept + prior.weight * probability) / (all + prior.weight)
    }
    return probability
  }
}
