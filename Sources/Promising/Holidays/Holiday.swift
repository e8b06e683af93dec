public import Logistics

/// One public holiday of one year.
public struct Holiday: Hashable, Sendable {
  /// The day that is off work: where the law moves a holiday, the day it is moved to.
  public let date: LocalDate
  /// The name in English.
  public let name: String
  /// The name in the country's own language.
  public let localName: String
  /// The law or decree, as text: "Ley 19.668".
  public let source: String
  /// Whether the wording of that law was read when its rule was written, not only what others say of it.
  public let verified: Bool
}

extension Holiday: CustomStringConvertible {
  /// "2026-09-18 Independence Day".
  public var description: String { "\(date) \(name)" }
}
