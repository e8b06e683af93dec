/// A text with places to fill: `{site}`, or `{day:on}` with the little word before it that the language needs there.
struct MessageTemplate: Hashable {
  enum Piece: Hashable {
    case words(String)
    case place(name: String, form: String)
  }

  let pieces: [Piece]

  /// Reads a text. A brace that is not closed stands as it is; the tests look for it.
  init(_ text: String) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
      let parts = rest[rest.index(after: open)..<close].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      pieces.append(.place(name: String(parts[0]), form: parts.count > 1 ? String(parts[1]) : ""))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.words(String(rest))) }
    self.pieces = pieces
  }

  /// The text with every place filled. Values are not read as texts with places themselves.
  func filled(with values: [MessageSlot: MessageValue], in language: Language) -> String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      // The tests prove that none is missing.
      case .place(let name, let form):
        MessageSlot(rawValue: name).flatMap { values[$0] }?.written(in: language, WordForm(rawValue: form) ?? .plain) ?? ""
      }
    }.joined()
  }
}
