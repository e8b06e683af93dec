/// What a request to return goods rests on.
public enum ReturnClaim: Hashable, Sendable, Codable {
  /// A right that the law gives, named for people. No limit of the shop can refuse it.
  case legalRight(basis: String)
  /// The shop's own policy.
  case goodwill
}
