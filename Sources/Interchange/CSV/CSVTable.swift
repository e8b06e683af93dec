import Foundation
import Logistics

/// A CSV file (RFC 4180) with a header, whose rows know their line.
///
/// No package at hand says in which line a field stood, and a fault without its line is no help in a file of ten thousand.
struct CSVTable {
  let name: String
  let rows: [CSVRow]
  let log: FaultLog

  /// The table of some bytes of UTF-8.
  ///
  /// - Parameters:
  ///   - name: The file's name, for messages.
  ///   - columns: The columns that the header must name, in any order.
  ///   - optional: Columns that it may name besides; no others.
  /// - Throws: `InvalidInput` if it is no UTF-8, the header is not as expected, or a quote is never closed.
  init(_ data: Data, named name: String, columns: [String], optional: [String] = []) throws(InvalidInput) {
    self.name = name
    log = FaultLog()
    guard let text = String(data: data, encoding: .utf8) else {
      throw InvalidInput(name, [Fault(at: "file", found: "bytes that are no UTF-8", expected: "a CSV file in UTF-8")])
    }
    var records: [(line: Int, fields: [String])] = []
    try Self.split(text, name) { records.append(($0, $1)) }
    let header = records.first?.fields ?? []
    var faults = FaultList()
    for column in columns where !header.contains(column) {
      faults.add(at: "line 1", found: "no column \(column)", expected: "the columns \(columns.joined(separator: ","))")
    }
    let known = columns + optional
    for (index, column) in header.enumerated() where !known.contains(column) || header[..<index].contains(column) {
      faults.add(
        at: "line 1", found: "the column \"\(column.prefix(40))\"", expected: "each of \(known.joined(separator: ",")) once")
    }
    try faults.throwIfAny(name)
    let index = Dictionary(uniqueKeysWithValues: header.enumerated().map { ($0.element, $0.offset) })
    var rows: [CSVRow] = []
    for record in records.dropFirst() {
      if record.fields.count == header.count {
        rows.append(CSVRow(line: record.line, fields: record.fields, index: index, log: log))
      } else {
        log.add(
          at: "line \(record.line)", found: "\(record.fields.count) fields", expected: "\(header.count), as in the header")
      }
    }
    self.rows = rows
  }

  /// Cuts a text into records; empty lines are passed over.
  private static func split(
    _ text: String, _ name: String, _ record: (Int, [String]) -> Void
  ) throws(InvalidInput) {
    var fields: [String] = []
    var field: [UInt8] = []
    var line = 1
    var startLine = 1
    var quotedSince: Int?
    var wasQuoted = false
    func endField() {
      fields.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
      wasQuoted = false
    }
    func endRecord() {
      if !(fields.isEmpty && field.isEmpty && !wasQuoted) {
        endField()
        record(startLine, fields)
        fields.removeAll(keepingCapacity: true)
      }
      startLine = line
    }
    var bytes = text.utf8.makeIterator()
    var pending = bytes.next()
    if text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) { for _ in 0..<3 { pending = bytes.next() } }
    while let byte = pending {
      pending = bytes.next()
      if quotedSince != nil {
        if byte == 34 && pending == 34 {
          field.append(34)
          pending = bytes.next()
        } else if byte == 34 {
          quotedSince = nil
        } else {
          if byte == 10 { line += 1 }
          field.append(byte)
        }
        continue
      }
      switch byte {
      case 34 where field.isEmpty && !wasQuoted:
        quotedSince = line
        wasQuoted = true
      case 44: endField()
      case 13 where pending == 10: break
      case 10:
        line += 1
        endRecord()
      default: field.append(byte)
      }
    }
    if let quotedSince {
      throw InvalidInput(
        name, [Fault(at: "line \(quotedSince)", found: "a quote that is never closed", expected: "a closing quote")])
    }
    endRecord()
  }
}
