/// A piece of HTML. Whatever is put into a literal is escaped unless it is markup itself, so that a name which looks like
/// a tag stays a name.
///
/// ```swift
/// let cell: Markup = "<td>\(order.id)</td>"
/// ```
struct Markup: ExpressibleByStringInterpolation {
  private(set) var text: String

  /// Text that is HTML already and must not be escaped.
  init(raw text: String) {
    self.text = text
  }

  init(stringLiteral text: String) {
    self.text = text
  }

  init(stringInterpolation: Interpolation) {
    text = stringInterpolation.text
  }

  static func += (left: inout Markup, right: Markup) { left.text += right.text }

  static func + (left: Markup, right: Markup) -> Markup { Markup(raw: left.text + right.text) }

  /// Markup for the interpolated parts of a literal.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 8)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }

    mutating func appendInterpolation(_ markup: Markup) { text += markup.text }

    mutating func appendInterpolation(_ markups: [Markup]) {
      for markup in markups { text += markup.text }
    }

    mutating func appendInterpolation(_ number: Int) { text += String(number) }

    mutating func appendInterpolation(_ data: some StringProtocol) {
      // Both quotes too, so that the same escape serves attributes. Bytes below a space that HTML forbids are dropped.
      for scalar in data.unicodeScalars {
        switch scalar {
        case "&": text += "&amp;"
        case "<": text += "&lt;"
        case ">": text += "&gt;"
        case "\"": text += "&quot;"
        case "'": text += "&#39;"
        case "\t", "\n": text.unicodeScalars.append(scalar)
        case _ where scalar.value < 32 || scalar.value == 127: break
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
  }
}

extension [Markup] {
  /// All pieces, one after the other.
  func joined() -> Markup { Markup(raw: map(\.text).joined()) }
}

extension Double {
  /// To the tenth, as "12.3": the same text on every machine, and precise enough to draw.
  var tenths: Markup {
    let tenths = Int((self * 10).rounded())
    let rest = abs(tenths % 10)
    let whole = tenths / 10
    return Markup(raw: (tenths < 0 && whole == 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)"))
  }
}
