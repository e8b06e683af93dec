/// The words of the LP format, which are no names.
enum LPFormatWord {
  case minimize, maximize, rows, bounds, integral, binary, free, end
  /// A section of what is not linear.
  case other

  /// The word that a text spells, in any case. Of words of two parts this is the first; see `second`.
  init?(_ text: String) {
    switch text.lowercased() {
    case "minimize", "minimise", "minimum", "min": self = .minimize
    case "maximize", "maximise", "maximum", "max": self = .maximize
    case "subject", "such", "st", "s.t.", "st.": self = .rows
    case "bounds", "bound": self = .bounds
    case "general", "generals", "gen", "integer", "integers", "int": self = .integral
    case "binary", "binaries", "bin": self = .binary
    case "free": self = .free
    case "end": self = .end
    case "semi", "semis", "sos", "sos1", "sos2", "sosx", "pwlobj": self = .other
    default: return nil
    }
  }

  /// What must follow a word of two parts.
  static func second(after text: String) -> String? {
    switch text.lowercased() {
    case "subject": "to"
    case "such": "that"
    default: nil
    }
  }

  /// Names that are legal in the format, and that no reader takes for anything else.
  struct Rule: NameRule {
    func repaired(_ name: String) -> String {
      let isLegal = name.utf8.allSatisfy(Self.isLegal)
      let start = Self.needsStart(name) ? "_" : ""
      if isLegal, start.isEmpty { return name }
      let scalars = name.unicodeScalars.map { $0.isASCII && Self.isLegal(UInt8($0.value)) ? $0 : "_" }
      return start + String(String.UnicodeScalarView(scalars))
    }

    /// A digit begins a number, a full stop may, an `e` before a digit ends one; a word begins a section.
    private static func needsStart(_ name: String) -> Bool {
      guard let first = name.utf8.first else { return false }
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) || first == UInt8(ascii: ".") { return true }
      if first | 0x20 == UInt8(ascii: "e") {
        guard let second = name.utf8.dropFirst().first else { return true }
        if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(second) || second | 0x20 == UInt8(ascii: "e") { return true }
      }
      return LPFormatWord(name) != nil || ["to", "that", "inf", "infinity", "nan"].contains(name.lowercased())
    }

    private static func isLegal(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "!\"#$%&(),.;?@_`'{}|~".utf8.contains(byte)
      }
    }
  }
}
