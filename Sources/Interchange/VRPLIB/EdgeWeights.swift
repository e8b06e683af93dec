import Logistics
import Travel

/// How an explicit matrix is written down, row by row.
enum EdgeWeightFormat: String, CaseIterable {
  case full = "FULL_MATRIX"
  case lower = "LOWER_ROW"
  case lowerWithDiagonal = "LOWER_DIAG_ROW"
  case upper = "UPPER_ROW"
  case upperWithDiagonal = "UPPER_DIAG_ROW"

  /// How many numbers a matrix of so many nodes has.
  func size(_ count: Int) -> Int {
    switch self {
    case .full: count * count
    case .lower, .upper: count * (count - 1) / 2
    case .lowerWithDiagonal, .upperWithDiagonal: count * (count + 1) / 2
    }
  }

  /// The columns that a row has.
  func columns(_ row: Int, _ count: Int) -> Range<Int> {
    switch self {
    case .full: 0..<count
    case .lower: 0..<row
    case .lowerWithDiagonal: 0..<(row + 1)
    case .upper: (row + 1)..<count
    case .upperWithDiagonal: row..<count
    }
  }
}

extension TravelMatrix {
  /// Reads the numbers of an EDGE_WEIGHT_SECTION, wherever its lines break. O(n²).
  ///
  /// - Returns: `nil` if something is wrong with it, which has been noted then.
  init?(
    _ section: VRPLIBFile.Entry, _ format: EdgeWeightFormat, count: Int, _ convention: Convention, _ scanner: TextScanner,
    _ faults: inout FaultList
  ) {
    let size = format.size(count)
    let before = faults.faults.count
    // A number takes two bytes with the space after it: what cannot be there is not made room for.
    guard section.content.bytes.count + 1 >= 2 * size else {
      Self.refuse(section, size, scanner, &faults)
      return nil
    }
    var metres = [Int32](repeating: 0, count: count * count)
    var words = TextScanner(scanner.bytes, section.content)
    for row in 0..<count {
      for column in format.columns(row, count) {
        guard let word = words.nextWord() else {
          Self.refuse(section, size, scanner, &faults)
          return nil
        }
        let value = scanner.number(word).map(convention.counted) ?? -1
        guard value >= 0, value <= Double(Self.longest) else {
          let longest = FileAmount(Self.longest, convention)
          faults.add(at: word.place, found: "\"\(scanner.text(word))\"", expected: "a distance from 0 to \(longest)")
          if faults.isFull { return nil }
          continue
        }
        metres[row * count + column] = Int32(value)
        if format != .full { metres[column * count + row] = Int32(value) }
      }
    }
    if words.nextWord() != nil { Self.refuse(section, size, scanner, &faults) }
    guard faults.faults.count == before else { return nil }
    self.init(count: count, metres: metres)
  }

  private static func refuse(_ section: VRPLIBFile.Entry, _ size: Int, _ scanner: TextScanner, _ faults: inout FaultList) {
    var words = TextScanner(scanner.bytes, section.content)
    var found = 0
    while words.nextWord() != nil { found += 1 }
    faults.add(at: section.place, found: "\(found) numbers in \(section.name)", expected: "\(size)")
  }
}
