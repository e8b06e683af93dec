/// Reads the LP format. A statement that is wrong is noted and passed over up to the next line, so that all faults are found.
struct LPFormatReader {
  typealias Token = LPFormatLexer.Token

  var draft = ProgramDraft()
  private let bytes: [UInt8]
  private let tokens: [Token]
  private var position = 0
  var rowNames: Set<String> = []

  init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
    tokens = LPFormatLexer.tokens(of: self.bytes)
  }

  /// The program.
  mutating func read() throws(InvalidProgram) -> LinearProgram {
    if let word = takeWord(), word == .minimize || word == .maximize {
      draft.sense = word == .minimize ? .minimize : .maximize
      readObjective()
      readSections()
    } else {
      refuse(found(tokens[max(position - 1, 0)]), expected: "minimize or maximize", at: tokens[max(position - 1, 0)])
    }
    return try draft.program()
  }

  private mutating func readSections() {
    while token.kind != .end {
      let start = token
      switch takeWord() {
      case .rows: readAll { $0.readRow() }
      case .bounds: readAll { $0.readBound() }
      case .integral: readAll { $0.readName { $0.draft.makeIntegral($1) } }
      case .binary:
        readAll {
          $0.readName { reader, column in
            reader.draft.makeIntegral(column)
            reader.draft.setBounds(0, 1, of: column, line: reader.token.line)
          }
        }
      case .free: readAll { $0.readName { $0.draft.setBounds(-.infinity, .infinity, of: $1, line: $0.token.line) } }
      case .end: return
      case .other where word != nil || token.kind == .end: break  // Some writers name a section and have nothing to say in it.
      case .minimize, .maximize, .other:
        refuse(found(start), expected: "subject to, bounds, general, binary, free or end, of a linear program", at: start)
        skipToSection()
      case nil: skipToSection()
      }
    }
    refuse("end of the file", expected: "end", at: token)
  }

  mutating func skipToSection() {
    while word == nil, token.kind != .end { advance() }
  }

  private mutating func readAll(_ readOne: (inout Self) -> Bool) {
    while word == nil, token.kind != .end {
      let start = position
      if readOne(&self) { continue }
      // Passed over, and one token at least, whatever stood there.
      if position == start { advance() }
      while !token.startsLine, token.kind != .end { advance() }
    }
  }
}

// MARK: - Tokens

extension LPFormatReader {
  /// The token to be read; the last one is `end` and stays.
  var token: Token { tokens[position] }
  var next: Token { tokens[min(position + 1, tokens.count - 1)] }

  mutating func advance() { position = min(position + 1, tokens.count - 1) }

  /// The token some places on.
  func token(after count: Int) -> Token { tokens[min(position + count, tokens.count - 1)] }

  /// The name to be read, if it is one and no word of the format.
  var name: String? {
    guard case .name(let name) = token.kind, word == nil else { return nil }
    return name
  }

  /// The word to be read. What a colon follows is the name of a row.
  var word: LPFormatWord? {
    guard token.startsLine, next.kind != .colon, case .name(let text) = token.kind else { return nil }
    guard let word = LPFormatWord(text) else { return nil }
    guard let second = LPFormatWord.second(after: text) else { return word }
    guard case .name(let text) = next.kind, text.lowercased() == second else { return nil }
    return word
  }

  private mutating func takeWord() -> LPFormatWord? {
    guard let word, case .name(let text) = token.kind else { return nil }
    advance()
    if LPFormatWord.second(after: text) != nil { advance() }
    return word
  }

  func found(_ token: Token) -> String {
    if token.kind == .end { return "end of the file" }
    if case .other(let text) = token.kind { return text.utf8.count > 2 ? text : "\"\(text)\"" }
    return "\"\(String(decoding: bytes[token.text], as: UTF8.self))\""
  }

  mutating func refuse(_ found: String, expected: String, at token: Token) {
    draft.refuse(line: token.line, found, expected: expected)
  }

  /// Notes that the token to be read is not what it should be; always false.
  mutating func refuse(expected: String) -> Bool {
    refuse(found(token), expected: expected, at: token)
    return false
  }
}
