import ArgumentParser
import Foundation
import Logistics

/// The answer is no: the program ran and printed it, and leaves with status 1.
struct AnswerIsNo: Error {}

extension Root {
  /// Prints what there is to say about an error and ends the process: 0 for help, 1 if the answer is no, 2 for bad input.
  static func leave(with error: any Error) -> Never {
    switch error {
    case is AnswerIsNo:
      Foundation.exit(1)
    case let input as InvalidInput:
      StandardError.print(input.description)
      if input.advice.isEmpty { StandardError.print("Maybe `lastmile help` or docs/formats.md says what is meant.") }
    default:
      // Help and version are "errors" of the parser that succeed.
      let code = exitCode(for: error)
      if code.isSuccess { exit(withError: error) }
      StandardError.print((code == .validationFailure ? refusal(error) : fault(error)).description)
    }
    Foundation.exit(2)
  }

  /// What is neither the arguments' fault nor a file's: an output that cannot be written, a search at odds with the checker.
  private static func fault(_ error: any Error) -> InvalidInput {
    InvalidInput(
      "lastmile", [Fault(at: "run", found: "\(error)", expected: "an answer")],
      advice: "the disk is full or the output closed; otherwise it is a fault of lastmile, to be reported with the file and seed."
    )
  }

  /// The parser's complaint in the form of all others.
  private static func refusal(_ error: any Error) -> InvalidInput {
    let usage = fullMessage(for: error).split(separator: "\n").first { $0.hasPrefix("Usage: ") }
    let expected = usage.map { "\($0.dropFirst("Usage: ".count))" } ?? "a call of lastmile"
    return InvalidInput(
      "arguments", [Fault(at: "command line", found: message(for: error), expected: expected)],
      advice: "`lastmile help` tells what the commands take.")
  }
}
