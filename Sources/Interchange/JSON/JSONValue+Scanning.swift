import Logistics

extension JSONReader {
  /// The document of some bytes, made by walking over them once: for documents with matrices, where `JSONDecoder` takes seconds.
  ///
  /// - Throws: `InvalidInput` with the line if it is no JSON.
  static func scanned(_ bytes: [UInt8], named name: String) throws(InvalidInput) -> JSONReader {
    let (value, stop) = bytes.withUnsafeBufferPointer { buffer -> (JSONValue?, Fault?) in
      var scanner = JSONScanner(buffer)
      do throws(JSONScanner.Break) {
        let value = try scanner.value()
        guard scanner.next() == 0, scanner.at >= buffer.count else {
          throw JSONScanner.Break(at: scanner.at, expected: "the end of the file")
        }
        return (value, nil)
      } catch {
        let fault = Fault(
          at: "line \(scanner.line(of: error.at))", found: scanner.shown(from: error.at), expected: error.expected)
        return (nil, fault)
      }
    }
    guard let value else { throw InvalidInput(name, [stop ?? Fault(at: "line 1", found: "nothing", expected: "JSON")]) }
    return JSONReader(value)
  }
}

extension JSONScanner {
  /// No file of use nests deeper, and one that does would exhaust the stack.
  private static let deepest = 64

  /// The value that comes next, as a tree. A key given twice counts where it stands last.
  mutating func value(depth: Int = 0) throws(Break) -> JSONValue {
    guard depth < Self.deepest else { throw Break(at: at, expected: "at most \(Self.deepest) brackets within each other") }
    switch next() {
    case UInt8(ascii: "{"):
      return .object(try object(depth))
    case UInt8(ascii: "["):
      return .array(try array(depth))
    case UInt8(ascii: "\""):
      return .string(try string())
    default:
      if take(word: "null") { return .null }
      if take(word: "true") { return .bool(true) }
      if take(word: "false") { return .bool(false) }
      guard let number = number() else { throw Break(at: at, expected: "a value") }
      return Int(exactly: number).map { .integer($0) } ?? .number(number)
    }
  }

  private mutating func object(_ depth: Int) throws(Break) -> [String: JSONValue] {
    try expect(UInt8(ascii: "{"), "an object")
    var members: [String: JSONValue] = [:]
    if take(UInt8(ascii: "}")) { return members }
    repeat {
      let key = try key()
      members[key] = try value(depth: depth + 1)
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"), "a comma or }")
    return members
  }

  private mutating func array(_ depth: Int) throws(Break) -> [JSONValue] {
    try expect(UInt8(ascii: "["), "an array")
    var elements: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return elements }
    repeat { elements.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"), "a comma or ]")
    return elements
  }
}
