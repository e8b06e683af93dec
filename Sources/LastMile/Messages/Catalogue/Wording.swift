/// A sentence in one language: one text, or one for each form of its number.
struct Wording: ExpressibleByStringLiteral {
  /// For the numbers that take the singular; `nil` if the sentence does not bend.
  let one: MessageTemplate?
  let other: MessageTemplate

  init(stringLiteral text: String) {
    one = nil
    other = MessageTemplate(text)
  }

  private init(one: String, other: String) {
    self.one = MessageTemplate(one)
    self.other = MessageTemplate(other)
  }

  static func plural(one: String, other: String) -> Wording { Wording(one: one, other: other) }

  /// The text for a number, which only those that bend need.
  func template(for count: Int?, in language: Language) -> MessageTemplate {
    guard let one, let count, language.isSingular(count) else { return other }
    return one
  }
}

extension Language {
  /// Whether a number takes the form "one" of the CLDR. Its form "many", for round millions, is none that an order needs.
  func isSingular(_ count: Int) -> Bool {
    switch self {
    case .es, .en: count == 1
    case .pt: count == 0 || count == 1
    }
  }
}
