/// Rows under titles for a terminal: each column as wide as its widest cell and to the right, but those of words.
struct TextTable {
  let lines: [String]

  /// - Parameter words: The column whose cells are words and stand to the left; the last one is not filled up.
  init(_ titles: [String], _ rows: [[String]], words: Int? = nil) {
    let widths = titles.indices.map { column in (rows.map { $0[column].count } + [titles[column].count]).max() ?? 0 }
    lines = ([titles] + rows).map { cells in
      let line = cells.indices.map { column in
        let blanks = String(repeating: " ", count: widths[column] - cells[column].count)
        guard column == words else { return blanks + cells[column] }
        return column == cells.count - 1 ? cells[column] : cells[column] + blanks
      }
      return "  " + line.joined(separator: "  ")
    }
  }
}
