extension InvalidInput {
  /// What a decoder refused, with the JSON path of the place.
  ///
  /// `Decodable` stops at the first fault, so this holds one; the readers of module Interchange gather all.
  public init(_ source: String, decoding error: DecodingError) {
    let context: DecodingError.Context
    var path: [any CodingKey] = []
    let found: String
    let expected: String
    switch error {
    case .keyNotFound(let key, let where_):
      context = where_
      path = context.codingPath + [key]
      (found, expected) = ("nothing", "a value")
    case .valueNotFound(let type, let where_):
      context = where_
      path = context.codingPath
      (found, expected) = ("null", "\(type)")
    case .typeMismatch(let type, let where_):
      context = where_
      path = context.codingPath
      (found, expected) = (context.debugDescription, "\(type)")
    case .dataCorrupted(let where_):
      context = where_
      path = context.codingPath
      (found, expected) = (context.debugDescription, "a valid value")
    @unknown default:
      (found, expected) = ("\(error)", "a valid value")
    }
    self.init(source, [Fault(at: Self.jsonPath(path), found: found, expected: expected)])
  }

  /// A coding path as a JSON path: `$.orders[3].quantity`.
  public static func jsonPath(_ path: [any CodingKey]) -> String {
    path.reduce(into: "$") { text, key in
      if let index = key.intValue { text += "[\(index)]" } else { text += ".\(key.stringValue)" }
    }
  }
}
