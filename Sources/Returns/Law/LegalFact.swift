/// A statement of a law, and whether somebody has read the text that it rests on.
///
/// What nobody has read is still worth telling, but never as if it were known: each answer names its facts that are not
/// verified. None of them is legal advice.
public struct LegalFact<Value: Hashable & Sendable>: Hashable, Sendable {
  public let value: Value
  /// Whether the text of the law, or a lawyer's summary of it, was read for this statement.
  public let isVerified: Bool

  /// A statement.
  public init(_ value: Value, isVerified: Bool) {
    self.value = value
    self.isVerified = isVerified
  }

  /// A statement whose text was read.
  public static func read(_ value: Value) -> LegalFact { LegalFact(value, isVerified: true) }

  /// A statement from memory or from hearsay, which somebody has to look up.
  public static func unread(_ value: Value) -> LegalFact { LegalFact(value, isVerified: false) }
}
