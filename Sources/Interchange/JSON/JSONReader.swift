import Foundation
import Logistics

/// A place in a JSON document. Asking it for something it is not notes a fault and gives `nil`, so that a reader goes on and
/// its user sees everything that is wrong at once.
final class JSONReader {
  let path: String
  /// `nil` if there is nothing here.
  let value: JSONValue?
  let log: FaultLog
  private var askedFor: Set<String> = []

  init(_ value: JSONValue?, at path: String = "$", log: FaultLog = FaultLog()) {
    self.value = value
    self.path = path
    self.log = log
  }

  /// The document of some bytes.
  ///
  /// - Throws: `InvalidInput` with the place if it is no JSON.
  static func document(_ data: Data, named name: String) throws(InvalidInput) -> JSONReader {
    do {
      return JSONReader(try JSONDecoder().decode(JSONValue.self, from: data))
    } catch {
      throw InvalidInput(name, [Fault(at: "$", found: Self.reason(error), expected: "JSON")])
    }
  }

  /// What Foundation says of broken JSON, with the line it names if it names one.
  private static func reason(_ error: any Error) -> String {
    if case DecodingError.dataCorrupted(let context) = error {
      if let inner = context.underlyingError as NSError?,
        let text = inner.userInfo[NSDebugDescriptionErrorKey] as? String
      {
        return text
      }
      return context.debugDescription
    }
    return "\(error)"
  }

  /// Notes that something else was expected here.
  func fault(_ expected: String) {
    log.add(at: path, found: value?.shown ?? "nothing", expected: expected)
  }

  // MARK: Objects and arrays

  /// A member, which may be missing.
  subscript(_ key: String) -> JSONReader {
    askedFor.insert(key)
    guard case .object(let members) = value else { return JSONReader(nil, at: "\(path).\(key)", log: log) }
    return JSONReader(members[key], at: "\(path).\(key)", log: log)
  }

  /// Whether nothing or null stands here.
  var isAbsent: Bool {
    switch value {
    case nil, .null: true
    default: false
    }
  }

  /// The elements; a fault if this is no array.
  var elements: [JSONReader] {
    guard case .array(let values) = value else {
      fault("an array")
      return []
    }
    return values.enumerated().map { JSONReader($0.element, at: "\(path)[\($0.offset)]", log: log) }
  }

  /// The members by name, in the order of the names; a fault if this is no object.
  var members: [(key: String, value: JSONReader)] {
    guard case .object(let values) = value else {
      fault("an object")
      return []
    }
    return values.sorted { $0.key < $1.key }.map { ($0.key, JSONReader($0.value, at: "\(path).\($0.key)", log: log)) }
  }

  /// Notes each member that nobody asked for: a slip of the pen is not passed over.
  func refuseOthers() {
    guard case .object(let values) = value else { return fault("an object") }
    for key in values.keys.sorted() where !askedFor.contains(key) {
      log.add(
        at: "\(path).\(key)", found: "an unknown key", expected: "one of \(askedFor.sorted().joined(separator: ", "))")
    }
  }

  // MARK: Values

  func string() -> String? {
    guard case .string(let text) = value, !text.isEmpty else {
      fault("a text")
      return nil
    }
    return text
  }

  func bool() -> Bool? {
    guard case .bool(let value) = value else {
      fault("true or false")
      return nil
    }
    return value
  }

  func integer(_ range: ClosedRange<Int> = 0...1_000_000_000_000) -> Int? {
    guard case .integer(let number) = value, range.contains(number) else {
      fault("a whole number, \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  func number() -> Double? {
    switch value {
    case .integer(let number): return Double(number)
    case .number(let number) where number.isFinite: return number
    default:
      fault("a number")
      return nil
    }
  }

  /// A text that a type makes sense of.
  func parsed<Value>(_ expected: String, _ parse: (String) -> Value?) -> Value? {
    guard case .string(let text) = value, let parsed = parse(text) else {
      fault(expected)
      return nil
    }
    return parsed
  }

  func id<Subject>() -> ID<Subject>? { string().map { ID($0) } }
}
