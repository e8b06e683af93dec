/// Reads MPS line by line, going on after a fault so that all are found.
struct FreeMPSReader {
  enum Section: String {
    case name = "NAME"
    case sense = "OBJSENSE"
    case rows = "ROWS"
    case columns = "COLUMNS"
    case rightHandSides = "RHS"
    case ranges = "RANGES"
    case bounds = "BOUNDS"
    case end = "ENDATA"
    case unknown
  }

  /// What the name of a row stands for.
  enum Place {
    case objective
    case row(Int)
  }

  let bytes: [UInt8]
  var draft = ProgramDraft()
  /// The number of the current line, from 1, and where its fields stand.
  var line = 0
  var fields: [Range<Int>] = []

  var places: [String: Place] = [:]
  var rows: [FreeMPSRow] = []
  var hasObjective = false
  /// For each row, and for the objective, the last column with an entry there: finds a second one without searching.
  var lastColumn: [Int] = [], lastColumnWithCost = -1

  var column: (index: Int, name: Range<Int>)?
  var isInMarkers = false
  /// The rows that have a right-hand side, or a range, already.
  var rowsWithRightHandSide: Set<String> = [], rowsWithRange: Set<String> = []
  /// For each section with vectors the name of its only one.
  var vectors: [Section: String] = [:]

  private var section: Section?

  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  /// The program.
  mutating func read() throws(InvalidProgram) -> LinearProgram {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count, section != .end {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      line += 1
      split(start..<end)
      readLine(isIndented: Self.isSpace(bytes[start]))
      start = end + 1
    }
    if section != .end { refuse("end of the file", expected: "ENDATA") }
    for (index, row) in rows.enumerated() { draft.rows[index].bounds = row.bounds }
    return try draft.program(wholeWithoutBounds: 1)
  }

  private mutating func readLine(isIndented: Bool) {
    guard let first = fields.first, bytes[first.lowerBound] != UInt8(ascii: "*") else { return }
    if !isIndented { return beginSection() }
    dropComment()
    switch section {
    case .sense: readSense(fields[0])
    case .rows: readRow()
    case .columns: readColumn()
    case .rightHandSides: readRightHandSides()
    case .ranges: readRanges()
    case .bounds: readBound()
    case .unknown: break
    case .name, .end, nil: refuse("\"\(text(first))\"", expected: "a section, from the first column on")
    }
  }

  /// A dollar sign at the beginning of a field makes the rest a comment, unless it begins a name that was declared.
  private mutating func dropComment() {
    guard section != .rows else { return }
    let comment = fields.dropFirst().firstIndex { field in
      guard bytes[field.lowerBound] == UInt8(ascii: "$") else { return false }
      return places[text(field)] == nil && draft.column(named: text(field)) == nil
    }
    if let comment { fields.removeSubrange(comment...) }
  }

  private mutating func beginSection() {
    let word = text(fields[0])
    guard let next = Section(rawValue: word.uppercased()) else {
      // What stands under it would only be a fault a line.
      section = .unknown
      return refuse(
        "section \"\(word)\"",
        expected: "one of a linear program: NAME, OBJSENSE, ROWS, COLUMNS, RHS, RANGES, BOUNDS or ENDATA")
    }
    if section == .columns, isInMarkers {
      isInMarkers = false
      refuse("section \(word)", expected: "a marker 'INTEND' before it")
    }
    section = next
    if next == .sense, fields.count > 1 { readSense(fields[1]) }
  }

  private mutating func readSense(_ field: Range<Int>) {
    switch text(field).uppercased() {
    case "MAX", "MAXIMIZE", "MAXIMISE": draft.sense = .maximize
    case "MIN", "MINIMIZE", "MINIMISE": draft.sense = .minimize
    default: refuse("sense \"\(text(field))\"", expected: "MAX or MIN")
    }
  }

  private mutating func readRow() {
    let kind = text(fields[0]).uppercased()
    guard ["N", "E", "L", "G"].contains(kind) else { return refuse("row of kind \"\(kind)\"", expected: "N, E, L or G") }
    guard fields.count == 2 else { return refuse("\(fields.count) fields", expected: "a kind and the name of a row") }
    guard let name = name(fields[1]) else { return }
    guard places[name] == nil else { return refuse("a second row \"\(name)\"", expected: "each name once") }
    if kind == "N", !hasObjective {
      hasObjective = true
      places[name] = .objective
    } else {
      places[name] = .row(rows.count)
      rows.append(FreeMPSRow(kind: Character(kind)))
      draft.rows.append(.init(name: name, bounds: .free))
      lastColumn.append(-1)
    }
  }
}

// MARK: - Fields

extension FreeMPSReader {
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private mutating func split(_ range: Range<Int>) {
    fields.removeAll(keepingCapacity: true)
    var start = range.lowerBound
    while start < range.upperBound {
      if Self.isSpace(bytes[start]) {
        start += 1
        continue
      }
      var end = start
      while end < range.upperBound, !Self.isSpace(bytes[end]) { end += 1 }
      fields.append(start..<end)
      start = end
    }
  }

  /// A field for reading by people.
  func text(_ field: Range<Int>) -> String { String(decoding: bytes[field], as: UTF8.self) }

  /// A field as a name.
  mutating func name(_ field: Range<Int>) -> String? {
    let name = String(validating: bytes[field], as: UTF8.self)
    if name == nil { refuse("a name \"\(text(field))\" of other bytes", expected: "UTF-8") }
    return name
  }

  /// A field as the name of a row that was declared.
  mutating func place(_ field: Range<Int>) -> (name: String, place: Place)? {
    guard let name = name(field) else { return nil }
    guard let place = places[name] else {
      refuse("row \"\(name)\"", expected: "a row that stands under ROWS")
      return nil
    }
    return (name, place)
  }

  /// A field as a number, with infinities where they may be.
  mutating func number(_ field: Range<Int>, orInfinite: Bool = false) -> Double? {
    let value = FileNumber.value(of: bytes[field])
    if let value, value.isFinite || orInfinite { return value }
    refuse("\"\(text(field))\"", expected: orInfinite ? "a number" : "a finite number")
    return nil
  }

  mutating func refuse(_ found: String, expected: String) { draft.refuse(line: line, found, expected: expected) }
}
