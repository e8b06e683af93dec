public import Logistics

/// What a running plan says of one window for what it is asked to take in.
public struct FitOffer: Hashable, Sendable {
  /// Whether it fits.
  public enum Answer: Hashable, Sendable {
    /// It does: the place of least cost.
    case open(FitPlace)
    /// It does not, as the plan stands.
    case closed(FitObstacle)
  }

  /// The window that was asked about; `nil` for the job's own.
  public let window: TimeWindow?
  public let answer: Answer

  /// Where it goes; `nil` if it has no place.
  public var place: FitPlace? {
    if case .open(let place) = answer { place } else { nil }
  }

  /// Why it has no place; `nil` if it has one.
  public var obstacle: FitObstacle? {
    if case .closed(let obstacle) = answer { obstacle } else { nil }
  }
}
