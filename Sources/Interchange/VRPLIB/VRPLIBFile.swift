import Logistics

/// A VRPLIB file cut into its headers and sections, nothing of it understood yet.
///
/// The format is TSPLIB 95 (G. Reinelt) as CVRPLIB and the VRPTW files of EURO-NeurIPS 2022 use it: lines `NAME : VALUE`,
/// sections that begin with `NAME_SECTION`, and `EOF`.
struct VRPLIBFile {
  /// A header's value, or a section's rows: from below its name to the next name.
  struct Entry {
    let name: String
    /// Where the name stands.
    let line: Int
    let content: TextRange

    /// How a fault names it.
    var place: String { "line \(line)" }
  }

  let scanner: TextScanner
  /// The headers and the sections, in the order of the file.
  private(set) var headers: [Entry] = []
  private(set) var sections: [Entry] = []

  /// Notes lines that belong nowhere and names that stand twice.
  init(_ bytes: [UInt8], _ faults: inout FaultList) {
    scanner = TextScanner(bytes)
    var lines = scanner
    var open: (name: String, line: Int, start: TextRange)?
    func close(at end: Int) {
      guard let section = open else { return }
      let content = TextRange(bytes: section.start.bytes.lowerBound..<end, line: section.start.line)
      sections.append(Entry(name: section.name, line: section.line, content: content))
      open = nil
    }
    while let line = lines.nextLine() {
      guard let first = line.bytes.first else { continue }
      let name = Self.isLetter(bytes[first]) ? Self.name(of: line, in: scanner) : nil
      switch name {
      case .end:
        close(at: first)
        lines.finish()
      case .section(let name):
        close(at: first)
        let start = min(lines.at, lines.end)
        open = (name, line.line, TextRange(bytes: start..<start, line: lines.line))
      case .header(let name, let value):
        close(at: first)
        headers.append(Entry(name: name, line: line.line, content: value))
      case nil where open == nil && !faults.isFull:
        faults.add(at: line.place, found: "\"\(scanner.text(line))\"", expected: "NAME : VALUE or a section's name")
      case nil:
        break
      }
    }
    close(at: lines.end)
    Self.refuseRepeats(headers, &faults)
    Self.refuseRepeats(sections, &faults)
  }

  /// A header by its name.
  func header(_ name: String) -> Entry? { headers.first { $0.name == name } }

  /// A section by its name.
  func section(_ name: String) -> Entry? { sections.first { $0.name == name } }

  /// What stands behind a header's colon, in capitals; `nil` if there is no such header.
  func keyword(_ name: String) -> String? {
    header(name).map { scanner.wholeText($0.content).uppercased() }
  }

  private enum Name {
    case header(String, TextRange)
    case section(String)
    case end
  }

  /// What a line is the name of, if it is; a word in a section is not.
  private static func name(of line: TextRange, in scanner: TextScanner) -> Name? {
    let bytes = scanner.bytes
    let colon = bytes[line.bytes].firstIndex(of: UInt8(ascii: ":"))
    var end = line.bytes.lowerBound
    while end < colon ?? line.bytes.upperBound && !TextScanner.isSpace(bytes[end]) { end += 1 }
    let word = scanner.wholeText(TextRange(bytes: line.bytes.lowerBound..<end, line: line.line)).uppercased()
    if word.hasSuffix("_SECTION") { return .section(word) }
    if let colon {
      var start = colon + 1
      while start < line.bytes.upperBound && TextScanner.isSpace(bytes[start]) { start += 1 }
      return .header(word, TextRange(bytes: start..<line.bytes.upperBound, line: line.line))
    }
    return word == "EOF" && end == line.bytes.upperBound ? .end : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }

  private static func refuseRepeats(_ entries: [Entry], _ faults: inout FaultList) {
    var seen: [String: Int] = [:]
    for entry in entries {
      if let first = seen.updateValue(entry.line, forKey: entry.name) {
        faults.add(at: entry.place, found: "\(entry.name) again, as in line \(first)", expected: "it once")
      }
    }
  }
}
