import Crypto
public import Logistics

/// The signed name of an option of a quote: whose, which one, until when, and a code over all of its terms.
///
/// The code is an HMAC with SHA-256 (RFC 2104, FIPS 198-1), cut to 128 bits. It is only worth as much as the secrecy of its key.
public struct QuoteToken: Hashable, Sendable {
  /// As it travels: the name of the quote, the number of the option, the second of 1970 at which it ends, and the code in
  /// hexadecimal digits, between full stops.
  public let text: String

  /// A token that came back.
  public init(_ text: String) { self.text = text }

  init(_ quote: ID<Quote>, option: Int, expires: Instant, terms: String, key: QuoteKey) {
    let name = "\(quote).\(option).\(expires.secondsSince1970)"
    text = "\(name).\(key.code(of: "\(name)\n\(terms)"))"
  }

  /// The name of the quote and the number of the option that it says it is of; `nil` if it is no token at all.
  var claim: (quote: ID<Quote>, option: Int, expires: Instant)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 4, let option = Int(parts[parts.count - 3]), let expires = Int(parts[parts.count - 2]) else {
      return nil
    }
    return (ID(parts.dropLast(3).joined(separator: ".")), option, Instant(secondsSince1970: expires))
  }
}

extension QuoteToken: CustomStringConvertible {
  public var description: String { text }
}

/// The secret with which a house signs its quotes; the same on all of its servers that answer for one planner.
public struct QuoteKey: Sendable {
  private let key: SymmetricKey

  /// A key that nobody else has, good as long as the process runs.
  public init() { key = SymmetricKey(size: .bits256) }

  /// A key from elsewhere.
  ///
  /// - Throws: `InvalidInput` if it is shorter than 32 bytes.
  public init(_ bytes: some Sequence<UInt8>) throws(InvalidInput) {
    let bytes = Array(bytes)
    guard bytes.count >= 32 else {
      throw InvalidInput("quote key", [Fault(at: "bytes", found: "\(bytes.count)", expected: "at least 32")])
    }
    key = SymmetricKey(data: bytes)
  }

  /// The first half of the code of a text, in hexadecimal digits.
  func code(of text: String) -> String {
    var text = text
    let code = text.withUTF8 { HMAC<SHA256>.authenticationCode(for: $0, using: key) }
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 32) { buffer in
      for (place, byte) in code.prefix(16).enumerated() {
        buffer[2 * place] = digits[Int(byte >> 4)]
        buffer[2 * place + 1] = digits[Int(byte & 15)]
      }
      return 32
    }
  }
}
