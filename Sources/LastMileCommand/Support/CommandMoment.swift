import Foundation
import Logistics

/// Moments on the command line.
enum CommandMoment {
  /// This second.
  static var now: Instant { Instant(secondsSince1970: Int(Date().timeIntervalSince1970)) }

  /// The moment of an option.
  ///
  /// - Throws: `InvalidInput` that names the option.
  static func parse(_ text: String, option: String) throws(InvalidInput) -> Instant {
    guard let moment = Instant(text) else {
      throw InvalidInput(
        "arguments",
        [Fault(at: option, found: "\"\(text.prefix(40))\"", expected: "a moment like 2026-11-22T13:05:00-03:00")])
    }
    return moment
  }
}
