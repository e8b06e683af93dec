public import Foundation
public import Logistics

extension RoutingInstance {
  /// Reads a file, of whatever supported format it turns out to be.
  ///
  /// - Parameter convention: `nil` for the one that the best-known values of its family are published in.
  /// - Throws: `InvalidInput` that names the file and the line of everything that is wrong: unreadable, not UTF-8, of a format
  ///   or a problem that is not supported, rows missing or repeated, words for numbers, numbers out of their range. A client
  ///   that no vehicle can carry is not wrong but makes the problem infeasible.
  public init(contentsOf file: URL, convention: Convention? = nil) throws(InvalidInput) {
    let bytes = try SourceText.read(file)
    let name = file.deletingPathExtension().lastPathComponent
    try self.init(checked: bytes, name: name, source: file.relativePath, convention: convention)
  }

  /// Reads bytes that are at hand.
  ///
  /// - Parameters:
  ///   - name: What the instance is to be called; faults name it as their source.
  ///   - convention: `nil` for the one of its family.
  /// - Throws: `InvalidInput` as for a file.
  public init(_ bytes: [UInt8], name: String, convention: Convention? = nil) throws(InvalidInput) {
    try self.init(checked: SourceText.check(bytes, name), name: name, source: name, convention: convention)
  }

  private init(checked bytes: [UInt8], name: String, source: String, convention: Convention?) throws(InvalidInput) {
    do {
      switch try Self.recognise(bytes, source) {
      case .vrplib:
        var reader = VRPLIBReader(bytes, source, convention: convention)
        try self.init(name, .vrplib, reader.convention, reader.read())
      case .solomon:
        var reader = SolomonReader(bytes, source, convention: convention)
        try self.init(name, .solomon, reader.convention, reader.read())
      }
    } catch {
      throw InvalidInput(source, error.faults, advice: error.advice)
    }
  }

  private static func recognise(_ bytes: [UInt8], _ source: String) throws(InvalidInput) -> Format {
    var lines = TextScanner(bytes)
    var first: TextRange?
    while let line = lines.nextLine() {
      if first == nil && !line.bytes.isEmpty { first = line }
      let text = lines.text(line).uppercased()
      // Either stands near the top of its files, but a comment of any length may come before it.
      if text == "VEHICLE" { return .solomon }
      if vrplibHeaders.contains(where: { isHeader($0, text) }) { return .vrplib }
    }
    let start = first ?? TextRange(bytes: 0..<0, line: 1)
    throw InvalidInput(
      source,
      [
        Fault(
          at: start.place, found: "\"\(lines.text(start))\"",
          expected: "VRPLIB with its headers NAME, TYPE and DIMENSION, or Solomon with its lines VEHICLE and CUSTOMER")
      ],
      advice: advice(lines, start))
  }

  private static let vrplibHeaders = ["DIMENSION", "EDGE_WEIGHT_TYPE", "TYPE", "CAPACITY"]

  private static func isHeader(_ name: String, _ text: String) -> Bool {
    text.hasPrefix(name) && text.dropFirst(name.count).drop { $0 == " " || $0 == "\t" }.first == ":"
  }

  /// What a file of no supported format may be, from its first line.
  private static func advice(_ scanner: TextScanner, _ line: TextRange) -> String {
    var words = TextScanner(scanner.bytes, line)
    var numbers = 0
    while let word = words.nextWord() {
      guard scanner.number(word) != nil else {
        return scanner.text(word).hasPrefix("{") ? "it is a problem in JSON, which is not read yet." : ""
      }
      numbers += 1
    }
    switch numbers {
    case 3: return "it is a Li & Lim file of pickups and deliveries, which is not read yet."
    case 4: return "it is a Cordeau file of several depots, which is not read yet."
    default: return ""
    }
  }
}
