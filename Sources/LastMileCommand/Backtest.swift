import ArgumentParser
import Forecasting
import Foundation
import Interchange
import Logistics
import Promising

/// `lastmile backtest`: would the promises have been kept?
struct BacktestCommand: ParsableCommand {
  /// How reliability is shared out, as an argument.
  enum Policy: String, ExpressibleByArgument, CaseIterable {
    case reliability, cheapest

    var value: PromisePolicy { self == .reliability ? .reliability : .cheapest }
  }

  static let configuration = CommandConfiguration(
    commandName: "backtest", abstract: "Replay orders and promise each a date from what was known then.",
    discussion: """
      The file has an order a row; docs/formats.md has the columns. Orders are replayed in the order of time; what is promised rests \
      only on what had happened by then. Orders before --from are learnt from and not counted. `reliability` promises every order \
      with the same probability, `cheapest` buys reliability where it costs few days; both keep --level of the promises. Printed \
      besides: the file's own estimated_date, and the quantile of the lane's recent durations.
      """)

  @Argument(help: "The orders, a CSV file.")
  var orders: String

  @Option(help: "Count orders bought on this day or later.", transform: BacktestCommand.date)
  var from: LocalDate?

  @Option(help: "Count orders bought on this day or earlier.", transform: BacktestCommand.date)
  var to: LocalDate?

  @Option(parsing: .unconditional, help: "The share of promises that shall be kept, between 0 and 1.")
  var level = 0.95

  @Option(help: "Of the main figures and --out. reliability: each order alike. cheapest: where it costs few days.")
  var policy = Policy.cheapest

  @Option(help: "The country whose days off are known, by its ISO 3166 code, or none.")
  var country = "BR"

  @Option(help: "Write order_id,promised_date of each delivered order to this file.")
  var out: String?

  @Option(help: "Write the model as it is after the last event to this file, JSON.")
  var model: String?

  @Flag(help: "Print exactly one JSON object on standard output.")
  var json = false

  func run() throws {
    guard level > 0, level < 1 else {
      throw InvalidInput(
        "arguments", [Fault(at: "--level", found: "\(level)", expected: "a number between 0 and 1, as 0.95")])
    }
    let outputs = (promises: try out.map(SolutionOutput.init), model: try model.map(SolutionOutput.init))
    let history = try OrderHistory(contentsOf: URL(fileURLWithPath: orders)).orders
    let levels = Set(PromiseDesk.levels + [level]).sorted()
    let backtest = try Backtest(history, zone: .utc, daysOff: daysOff(of: history), levels: levels)
    let rows = backtest.rows(from: from, to: to)
    guard let report = BacktestReport(backtest, rows, history, level: level, policy: policy.value) else {
      throw InvalidInput(
        orders, [Fault(at: "file", found: "no delivered order", expected: "one bought between --from and --to at least")])
    }
    if let file = outputs.promises {
      let index = levels.firstIndex(of: level) ?? 0
      let lines = rows.map { row in
        let promised = row.placed.adding(days: row.days(.desk(policy.value), levelIndex: index))
        return "\(history[row.order].consignment.id),\(promised)\n"
      }
      try file.write("order_id,promised_date\n" + lines.joined())
    }
    if let file = outputs.model { try file.write(String(decoding: backtest.model.json(), as: UTF8.self) + "\n") }
    if json { try JSONOutput.print(report) } else { print(report.table) }
  }

  /// The days off of the country in the years of the orders and the next.
  private func daysOff(of history: [HistoricalOrder]) throws -> Set<LocalDate> {
    guard country != "none" else { return [] }
    guard let holidays = Holidays(country: country) else {
      throw InvalidInput(
        "arguments",
        [
          Fault(
            at: "--country", found: "\"\(country.prefix(40))\"",
            expected: "none or one of \(Holidays.knownCountries.joined(separator: ", "))")
        ], advice: "the code is written in capital letters, as BR.")
    }
    let years = history.map { Zone.utc.date(at: $0.consignment.placedAt).year }
    guard let first = years.min(), let last = years.max() else { return [] }
    // A year of which the law is not known has no days off that could be relied on.
    return Set((first...last + 1).flatMap { (try? holidays.days(in: $0)) ?? [] }.map(\.date))
  }

  private static func date(_ text: String) throws -> LocalDate {
    guard let date = LocalDate(text) else { throw ValidationError("\"\(text)\" is no date like 2018-03-01") }
    return date
  }
}
