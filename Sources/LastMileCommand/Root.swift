import ArgumentParser
import Foundation

/// The root of the command line. Each subcommand reads, calls the library and prints.
@main
struct Root: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lastmile",
    abstract: "Plan last-mile delivery: from the cart to the doorstep and back.",
    discussion: """
      Exit status: 0 it worked; 1 it ran and the answer is no, as for a plan that breaks a rule; 2 bad input, with a line for \
      each fault on standard error.
      """,
    subcommands: [
      Plan.self, Route.self, Check.self, Why.self, Fit.self, ReplanCommand.self, Assign.self, Source.self, PromiseCommand.self,
      BacktestCommand.self,
      HolidaysCommand.self, ReturnsCommand.self, LawCommand.self, Generate.self,
    ])

  /// Parses, runs and leaves with the status that is promised, also where the parser's own would differ.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      leave(with: error)
    }
  }
}
