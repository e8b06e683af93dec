import ArgumentParser
import Foundation
import Interchange
import LastMile
import Logistics

/// `lastmile promise`: what to offer at checkout.
struct PromiseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "promise", abstract: "Quote a cart: every way in which it can come, with its day, price and reasons.",
    discussion: """
      The stock is the folder's, with nothing sold yet. Of one way to get it, as the door or one store, no option is worse than \
      another in both cost and date. Exit status 1 if the cart can come in no way.
      """)

  @Argument(help: "The folder of the network: scenario.json, products.csv and stock.csv.")
  var network: String

  @Argument(help: "The cart, a JSON file.")
  var cart: String

  @Option(help: "The moment of the checkout, as 2026-11-22T13:05:00-03:00; left out, now.")
  var at: String?

  @Flag(help: "Print exactly one JSON object on standard output.")
  var json = false

  func run() async throws {
    let moment = try at.map { try CommandMoment.parse($0, option: "--at") } ?? CommandMoment.now
    let shop = try Scenario.shop(contentsOf: URL(fileURLWithPath: network))
    let cart = try Cart(contentsOf: URL(fileURLWithPath: cart), in: shop.network)
    let planner = Planner(network: shop.network, inventory: try await shop.openingStock())
    switch try await planner.quote(for: cart, at: moment) {
    case .quoted(let quote):
      let report = QuoteReport(quote, shop.network)
      if json { try JSONOutput.print(report) } else { print(report.table) }
    case .refused(let refusal):
      if json { try JSONOutput.print(QuoteReport(refusal)) } else { print("no promise: \(refusal)") }
      throw AnswerIsNo()
    }
  }
}
