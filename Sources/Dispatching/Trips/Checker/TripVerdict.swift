/// What chains of trips come to, judged by code that shares nothing with the search.
public struct TripVerdict: Hashable, Sendable {
  /// The chains that were judged, those without a trip left away.
  public let chains: [TripChain]
  /// What they cost with the trips left out, in the unit of the objective; trips that must be driven and are not add nothing.
  public let cost: Int
  /// Trips left out that may be, ascending.
  public let dropped: [Int]
  /// Trips left out that must be driven, ascending.
  public let missing: [Int]
  /// Every other rule that is broken.
  public let violations: [TripViolation]

  /// Whether no rule is broken and nothing is missing.
  public var isFeasible: Bool { missing.isEmpty && violations.isEmpty }
}

/// A rule that a chain breaks.
public struct TripViolation: Hashable, Sendable {
  /// The rules.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A trip or a class that the problem does not have.
    case unknown
    /// The trip does not fit the class: depot, shift, capacity or skills.
    case unfit
    /// The trip begins too soon after the one before.
    case turnaround
    /// More trips than a unit may drive.
    case maximumTrips
    /// More chains than units of a class.
    case count
    /// The trip is on a chain already.
    case duplicate
  }

  public let kind: Kind
  /// The chain, from 0.
  public let chain: Int
  /// The trip on it, from 0; `nil` if the fault is of the chain as a whole.
  public let position: Int?
}
