import ArgumentParser
import Foundation
import Interchange
import Logistics
import Returns

/// `lastmile returns`: what the customer may do with an item, and until when.
struct ReturnsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "returns", abstract: "Tell the rights to an item: withdrawal, legal guarantee, commercial warranty.",
    discussion: """
      Countries: \(LawBook.known.countries.joined(separator: ", ")). Not legal advice: "verified" says whether the text of a rule \
      was read, "unverified" names what else of an answer was not. Exit status 1 if no right can be used.
      """)

  @Argument(help: "The case, a JSON file.")
  var file: String

  @Option(help: "The moment of the question, as 2026-11-22T13:05:00-03:00; left out, now.")
  var at: String?

  @Option(help: "A JSON file with the law of a country, in place of the built-in one; may be given more than once.")
  var law: [String] = []

  @Flag(help: "Print exactly one JSON object on standard output.")
  var json = false

  func run() throws {
    let now = try at.map { try CommandMoment.parse($0, option: "--at") } ?? CommandMoment.now
    let laws = try law.reduce(LawBook.known) { try $0.adding(CountryLaw(contentsOf: URL(fileURLWithPath: $1))) }
    let file = try PurchaseFile(contentsOf: URL(fileURLWithPath: file), laws: laws)
    let rights = file.law.rights(to: file.purchase, at: now, policy: file.policy)
    let report = RightsReport(rights, country: file.law.country, at: file.law.zone.iso8601(now))
    if json { try JSONOutput.print(report) } else { print(report.table) }
    if !rights.isAnyAvailable { throw AnswerIsNo() }
  }
}

extension RightsReport {
  /// For a terminal: the rights under each other, with why.
  fileprivate var table: String {
    var lines = ["rights in \(country) at \(at)"]
    lines +=
      TextTable(
        ["right", "open", "until", "way back", "refund by", "remedies"],
        rights.map {
          [
            $0.right, $0.available ? "yes" : "no", $0.until ?? "–", $0.returnFreight, $0.refundBy ?? "–",
            $0.remedies.isEmpty ? "–" : $0.remedies.joined(separator: ", "),
          ]
        }, words: 0
      ).lines
    for right in rights {
      lines.append("\(right.right): \(right.reason) (\(right.basis)\(right.verified ? "" : "; not verified"))")
      if !right.unverified.isEmpty { lines.append("  not verified: \(right.unverified.joined(separator: ", "))") }
      lines += right.notes.map { "  \($0)" }
    }
    return lines.joined(separator: "\n")
  }
}

/// `lastmile law`: the rules that are known of a country, as data.
struct LawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "law", abstract: "Print the rules that are known of a country, in the form that `returns --law` reads.",
    discussion: "Countries: \(LawBook.known.countries.joined(separator: ", ")). Not legal advice.")

  @Argument(help: "The country, by its ISO 3166 code of two letters, or EU.")
  var country: String

  @Flag(help: "Print exactly one JSON object on one line.")
  var json = false

  func run() throws {
    guard let law = LawBook.known[country] else {
      throw InvalidInput(
        "arguments",
        [
          Fault(
            at: "country", found: "\"\(country.prefix(40))\"",
            expected: "one of \(LawBook.known.countries.joined(separator: ", "))")
        ], advice: "the code is written in capital letters, as CL.")
    }
    if json { try JSONOutput.print(LawDocument(law)) } else { try JSONOutput.printPretty(LawDocument(law)) }
  }
}
