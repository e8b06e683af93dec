/// What a file format allows in a name.
protocol NameRule {
  /// The name itself when it is legal, else one that is, as near as may be. Not empty for a name that is not.
  func repaired(_ name: String) -> String
}

/// Names for a file: legal, unique, and the program's own wherever those are.
///
/// A name that is legal and the first of its kind stays. Of the others illegal characters become `_`, unnamed columns become `c1`,
/// `c2`, ... and rows `r1`, `r2`, ... by their places from 1, and what is taken already gets `_2`, `_3`, ... at its end. The same
/// program gives the same names.
struct FileNames {
  let columns: [String]
  let rows: [String]
  /// A name that no row has.
  let objective: String

  /// - Complexity: O(bytes of names).
  init(_ program: LinearProgram, _ rule: some NameRule) {
    var taken = UniqueNames()
    columns = taken.names(for: program.columnNames, prefix: "c", rule)
    var takenByRows = UniqueNames()
    rows = takenByRows.names(for: program.rowNames, prefix: "r", rule)
    objective = takenByRows.add("obj")
  }
}

/// Names of one kind, no two of them the same.
struct UniqueNames {
  private static let longest = 255
  private var taken: Set<String> = []
  /// For each name that was wanted again the suffix to try next, so that a thousand equal names cost a thousand steps.
  private var nextSuffix: [String: Int] = [:]

  mutating func names(for names: [String], prefix: String, _ rule: some NameRule) -> [String] {
    var result = names
    let stays = names.map { !$0.isEmpty && rule.repaired($0) == $0 && taken.insert($0).inserted }
    for index in names.indices where !stays[index] {
      result[index] = add(names[index].isEmpty ? "\(prefix)\(index + 1)" : rule.repaired(names[index]))
    }
    return result
  }

  /// A name that was not taken yet, the wanted one if it may be; taken from now on.
  mutating func add(_ wanted: String) -> String {
    let wanted = Self.cut(wanted, to: Self.longest)
    if taken.insert(wanted).inserted { return wanted }
    var suffix = nextSuffix[wanted] ?? 2
    while true {
      let name = Self.cut(wanted, to: Self.longest - "_\(suffix)".utf8.count) + "_\(suffix)"
      suffix += 1
      if taken.insert(name).inserted {
        nextSuffix[wanted] = suffix
        return name
      }
    }
  }

  private static func cut(_ name: String, to bytes: Int) -> String {
    guard name.utf8.count > bytes else { return name }
    var scalars = name.unicodeScalars
    while String(scalars).utf8.count > bytes { scalars.removeLast() }
    return String(scalars)
  }
}
