import Logistics

/// A JSON value that is written in the order in which it was put together.
///
/// Foundation's encoder can only sort the keys, sets each number of a tariff on a line of its own, and writes −33.36 by way of
/// a binary fraction.
enum JSON {
  case null
  case boolean(Bool)
  case integer(Int)
  /// So many hundred-thousandths.
  case decimal(Int)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  /// The value as text that ends with a line break. What fits into a line of 150 characters stands on one.
  var text: String {
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  private static let width = 150

  private func write(to text: inout String, indent: Int) {
    let line = compact
    guard line.unicodeScalars.count + indent > Self.width else {
      text += line
      return
    }
    switch self {
    case .array(let values):
      Self.write(values.map { ("", $0) }, between: "[", "]", to: &text, indent: indent)
    case .object(let members):
      Self.write(members.map { (Self.quoted($0.key) + ": ", $0.value) }, between: "{", "}", to: &text, indent: indent)
    default:
      text += line
    }
  }

  private static func write(
    _ items: [(prefix: String, value: JSON)], between opening: String, _ closing: String, to text: inout String, indent: Int
  ) {
    let margin = "\n" + String(repeating: " ", count: indent + 2)
    text += opening
    for (index, item) in items.enumerated() {
      text += (index == 0 ? "" : ",") + margin + item.prefix
      item.value.write(to: &text, indent: indent + 2)
    }
    text += "\n" + String(repeating: " ", count: indent) + closing
  }

  /// The value on one line.
  private var compact: String {
    switch self {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .decimal(let value): Self.degrees(value)
    case .string(let value): Self.quoted(value)
    case .array(let values): "[" + values.map(\.compact).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { Self.quoted($0.key) + ": " + $0.value.compact }.joined(separator: ", ") + "}"
    }
  }

  /// Hundred-thousandths as a decimal fraction of five digits.
  static func degrees(_ value: Int) -> String {
    let magnitude = Int(value.magnitude)
    return (value < 0 ? "-" : "") + "\(magnitude / 100_000)." + padded(magnitude % 100_000, 5)
  }

  private static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case _ where scalar.value < 0x20: text += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}

// The associated types are named: left to be inferred, some orders of the files make the compiler see a circle.
extension JSON: ExpressibleByStringLiteral {
  typealias StringLiteralType = String
  init(stringLiteral value: String) { self = .string(value) }
}

extension JSON: ExpressibleByIntegerLiteral {
  typealias IntegerLiteralType = Int
  init(integerLiteral value: Int) { self = .integer(value) }
}

extension JSON: ExpressibleByBooleanLiteral {
  typealias BooleanLiteralType = Bool
  init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension JSON: ExpressibleByNilLiteral {
  init(nilLiteral: ()) { self = .null }
}

extension JSON: ExpressibleByArrayLiteral {
  typealias ArrayLiteralElement = JSON
  init(arrayLiteral values: JSON...) { self = .array(values) }
}

extension JSON: ExpressibleByDictionaryLiteral {
  typealias Key = String
  typealias Value = JSON
  init(dictionaryLiteral members: (String, JSON)...) { self = .object(members.map { (key: $0.0, value: $0.1) }) }
}
