public import Logistics

/// How a house quotes.
public struct QuotePolicy: Sendable {
  /// How long a quote is good.
  public let validity: TimeSpan
  /// The secret that quotes are signed with.
  public let key: QuoteKey

  /// A policy.
  ///
  /// - Precondition: the validity is at least a second.
  public init(validity: TimeSpan = .minutes(15), key: QuoteKey = QuoteKey()) {
    precondition(validity >= .seconds(1), "a quote good for \(validity)")
    self.validity = validity
    self.key = key
  }
}
