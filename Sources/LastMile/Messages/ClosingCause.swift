/// Why nobody works on some days, as far as customers want to know.
public enum ClosingCause: Hashable, Sendable {
  /// As on every such weekday, or by the house's own choice.
  case usual
  /// For a public holiday, by its name in the languages in which it has one.
  case holiday([Language: String])
}
