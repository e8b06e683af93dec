import Logistics

/// Tells the formats of routing instances from each other, by what stands in them.
enum FileRecognition {
  /// The format of a file.
  ///
  /// - Throws: `InvalidInput` that shows the first line if it is none that is read.
  static func format(of bytes: [UInt8], _ source: String) throws(InvalidInput) -> RoutingInstance.Format {
    var lines = TextScanner(bytes)
    var first: TextRange?
    while let line = lines.nextLine() {
      if first == nil && !line.bytes.isEmpty {
        first = line
        if bytes[line.bytes.lowerBound] == UInt8(ascii: "{") { return .vroom }
        if let format = format(ofNumbers: line, lines) { return format }
      }
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
          expected:
            "VRPLIB with its headers NAME, TYPE and DIMENSION; Solomon with its lines VEHICLE and CUSTOMER; three numbers as "
            + "in Li & Lim's first line, four as in Cordeau's; or VROOM's JSON")
      ], advice: "the file holds something else than a routing instance, or its first lines are missing.")
  }

  private static let vrplibHeaders = ["DIMENSION", "EDGE_WEIGHT_TYPE", "TYPE", "CAPACITY"]

  private static func isHeader(_ name: String, _ text: String) -> Bool {
    text.hasPrefix(name) && text.dropFirst(name.count).drop { $0 == " " || $0 == "\t" }.first == ":"
  }

  /// The format whose files begin with so many numbers on a line; `nil` if something else stands on it.
  private static func format(ofNumbers line: TextRange, _ scanner: TextScanner) -> RoutingInstance.Format? {
    var words = TextScanner(scanner.bytes, line)
    var numbers = 0
    while let word = words.nextWord() {
      guard scanner.number(word) != nil else { return nil }
      numbers += 1
    }
    return [3: .liLim, 4: .cordeau][numbers]
  }
}
