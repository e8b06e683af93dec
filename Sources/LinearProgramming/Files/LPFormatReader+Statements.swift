extension LPFormatReader {
  /// `[name:] expression`, up to the next section.
  mutating func readObjective() {
    _ = takeLabel()
    guard let expression = takeExpression() else { return skipToSection() }
    if word == nil, token.kind != .end {
      _ = refuse(expected: "+, - or the section subject to")
      skipToSection()
    }
    for (column, coefficient) in expression.terms { draft.addCost(coefficient, of: column) }
    draft.constant = expression.constant
  }

  /// `[name:] expression relation number`, or `[name:] number relation expression [relation number]`. False after a fault.
  mutating func readRow() -> Bool {
    let start = token
    let label = takeLabel()
    if let label, !rowNames.insert(label).inserted {
      refuse("a second row \"\(label)\"", expected: "each name once", at: start)
    }
    var limits: [Limit] = []
    if isLimitOnTheLeft {
      guard let limit = takeLimitOnTheLeft() else { return false }
      limits.append(limit)
    }
    guard let expression = takeExpression() else { return false }
    if limits.isEmpty || isRelation {
      guard let limit = takeLimit() else { return false }
      limits.append(limit)
    }
    if case .other = token.kind { return refuse(expected: "the end of a linear row") }
    guard agree(limits, start) else { return false }
    var bounds = Bounds.free
    for limit in limits {
      if limit.relation != .atMost { bounds.lower = FileNumber.bound(limit.value) }
      if limit.relation != .atLeast { bounds.upper = FileNumber.bound(limit.value) }
    }
    let row = draft.rows.count
    let constant = expression.constant
    if constant != 0 { bounds = Bounds(lower: bounds.lower - constant, upper: bounds.upper - constant) }
    draft.rows.append(.init(name: label ?? "", bounds: bounds))
    for (column, coefficient) in expression.terms { draft.addEntry(row: row, column: column, coefficient) }
    return true
  }

  /// `number relation name [relation number]`, `name relation number` or `name free`. False after a fault.
  mutating func readBound() -> Bool {
    let start = token
    var limits: [Limit] = []
    if name == nil {
      guard let limit = takeLimitOnTheLeft() else { return false }
      limits.append(limit)
    }
    guard let name else { return refuse(expected: "the name of a column") }
    advance()
    let column = draft.columnAdded(named: name)
    if limits.isEmpty, case .name(let text) = token.kind, text.lowercased() == "free" {
      advance()
      draft.setBounds(-.infinity, .infinity, of: column, line: start.line)
      return true
    }
    if limits.isEmpty || isRelation {
      guard let limit = takeLimit() else { return false }
      limits.append(limit)
    }
    guard agree(limits, start) else { return false }
    for limit in limits {
      if limit.relation != .atMost { draft.setLower(limit.value, of: column) }
      if limit.relation != .atLeast { draft.setUpper(limit.value, of: column, line: start.line) }
    }
    return true
  }

  /// The name of a column of some kind. False after a fault.
  mutating func readName(_ take: (inout Self, Int) -> Void) -> Bool {
    guard let name else { return refuse(expected: "the name of a column") }
    take(&self, draft.columnAdded(named: name))
    advance()
    return true
  }
}

// MARK: - Parts

extension LPFormatReader {
  /// What stands on the right of a relation.
  private typealias Limit = (relation: LPFormatLexer.Relation, value: Double)

  private mutating func takeLimit() -> Limit? {
    guard let relation = takeRelation(), let value = takeNumber() else { return nil }
    return (relation, value)
  }

  /// A number and a relation, turned round.
  private mutating func takeLimitOnTheLeft() -> Limit? {
    guard let value = takeNumber(), let relation = takeRelation() else { return nil }
    return (relation.reversed, value)
  }

  /// Whether two limits are one from below and one from above.
  private mutating func agree(_ limits: [Limit], _ start: Token) -> Bool {
    if limits.count < 2 || (limits[0].relation != .equal && limits[0].relation.reversed == limits[1].relation) { return true }
    refuse("two limits from the same side", expected: "one from below and one from above", at: start)
    return false
  }

  private mutating func takeLabel() -> String? {
    guard next.kind == .colon, case .name(let label) = token.kind else { return nil }
    advance()
    advance()
    return label
  }

  private var isRelation: Bool { if case .relation = token.kind { true } else { false } }

  private mutating func takeRelation() -> LPFormatLexer.Relation? {
    guard case .relation(let relation) = token.kind else {
      _ = refuse(expected: "<=, >= or =")
      return nil
    }
    advance()
    return relation
  }

  /// A number with any signs, infinite too.
  private mutating func takeNumber() -> Double? {
    var factor = 1.0
    while case .sign(let sign) = token.kind {
      factor *= sign
      advance()
    }
    guard case .number(let value) = token.kind else {
      _ = refuse(expected: "a number")
      return nil
    }
    advance()
    return factor * value
  }

  /// Whether a number and a relation come before the expression. In `0 >= 3` the number is the expression.
  private var isLimitOnTheLeft: Bool {
    guard let place = placeAfterNumber(from: 0), case .relation = token(after: place).kind else { return false }
    guard let end = placeAfterNumber(from: place + 1) else { return true }
    switch token(after: end).kind {
    case .relation, .sign, .times: return true
    case .name: return !token(after: end).startsLine
    default: return false
    }
  }

  /// How many tokens on from here a number with its signs has ended that begins some tokens on; nil if none begins there.
  private func placeAfterNumber(from start: Int) -> Int? {
    var count = start
    while case .sign = token(after: count).kind { count += 1 }
    guard case .number = token(after: count).kind else { return nil }
    return count + 1
  }

  /// Terms with signs between them; columns that are new are added. Nil after a fault.
  private mutating func takeExpression() -> (terms: [(column: Int, coefficient: Double)], constant: Double)? {
    var terms: [(column: Int, coefficient: Double)] = []
    var constant = 0.0
    var isFirst = true
    while true {
      var factor = 1.0
      var hasSign = false
      while case .sign(let sign) = token.kind {
        factor *= sign
        hasSign = true
        advance()
      }
      guard isFirst || hasSign else { return (terms, constant) }
      isFirst = false
      let start = token
      var hasNumber = false
      if case .number(let value) = token.kind {
        hasNumber = true
        factor *= value
        advance()
        if token.kind == .times { advance() }
      }
      guard factor.isFinite else {
        refuse(found(start), expected: "a finite number", at: start)
        return nil
      }
      if let name, next.kind != .colon {
        terms.append((draft.columnAdded(named: name), factor))
        advance()
        if case .other = token.kind {
          _ = refuse(expected: "a linear term")
          return nil
        }
      } else if hasNumber {
        constant += factor
      } else if hasSign {
        _ = refuse(expected: "a number or the name of a column")
        return nil
      } else {
        return (terms, constant)
      }
    }
  }
}

extension LPFormatLexer.Relation {
  /// The relation with its sides exchanged.
  var reversed: Self {
    switch self {
    case .atMost: .atLeast
    case .atLeast: .atMost
    case .equal: .equal
    }
  }
}
