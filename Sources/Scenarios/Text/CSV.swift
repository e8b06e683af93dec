/// A table as RFC 4180 writes it, but with LF at the end of each line.
enum CSV {
  /// A header and rows. A field is quoted only if it holds a comma, a quotation mark or a line break.
  static func text(header: [String], rows: [[String]]) -> String {
    var text = ""
    for row in [header] + rows {
      text += row.map(field).joined(separator: ",") + "\n"
    }
    return text
  }

  private static func field(_ value: String) -> String {
    guard value.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return value }
    return "\"" + value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
