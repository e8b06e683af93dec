/// A language in which customers are written to.
public enum Language: String, Hashable, Sendable, Codable, CaseIterable {
  /// Spanish as it is written in Chile; for currencies and hours that is most of Latin America.
  case es
  /// English, with days before months and a clock of 24 hours.
  case en
  /// Portuguese as it is written in Brazil.
  case pt

  /// The language of a tag of BCP 47, as "es-CL", "pt-BR" or "en"; `nil` for any other language. Capitals do not matter.
  public init?(_ tag: String) {
    // Cookies and some systems write "pt_BR".
    let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    self.init(rawValue: primary)
  }
}
