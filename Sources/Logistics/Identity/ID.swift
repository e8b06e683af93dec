/// The name of one thing of kind `Subject`, as the outside world writes it.
///
/// The subject is a phantom: an `ID<Vehicle>` and an `ID<Order>` of the same text are different types, so that one cannot
/// be passed for the other. Encoded as a plain string.
///
/// ```swift
/// let store: ID<Node> = "store-7"
/// ```
public struct ID<Subject>: Hashable, Sendable {
  /// The text as it was read.
  public let text: String

  /// Names a thing. Empty text is allowed here and refused where a file is read.
  public init(_ text: String) {
    self.text = text
  }
}

extension ID: Comparable {
  /// Orders by the Unicode scalars of the text, so that sorting is the same on every machine.
  public static func < (left: Self, right: Self) -> Bool {
    left.text.unicodeScalars.lexicographicallyPrecedes(right.text.unicodeScalars)
  }
}

extension ID: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    self.init(text)
  }
}

extension ID: CustomStringConvertible {
  public var description: String { text }
}

extension ID: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
