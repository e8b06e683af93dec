import ArgumentParser
import Foundation
import Logistics
import Scenarios

/// `lastmile generate`: makes the project's own data.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a scenario: a fictional retailer's day in Gran Santiago.",
    discussion: "The same numbers and the same seed make the same bytes on every machine.")

  @Argument(help: "Which scenario: santiago.")
  var scenario: String

  @Option(help: "How many orders; the fleet and the stock grow with them.")
  var orders = 1500

  @Option(help: "Another seed, another day.")
  var seed: UInt64 = 1

  @Option(parsing: .unconditional, help: "How many returns to fetch; left out, one for each 150 orders, at least two.")
  var pickups: Int?

  @Option(parsing: .unconditional, help: "How many returns to swap: each has an order more, which brings its replacement.")
  var swaps = 0

  @Option(help: "The folder to write to; made if it is not there.")
  var out: String

  func run() throws {
    var faults = FaultList()
    faults.check(scenario == "santiago", at: "scenario", found: "\"\(scenario.prefix(40))\"", expected: "santiago")
    faults.check(
      SantiagoDay.orderRange.contains(orders), at: "--orders", found: "\(orders)",
      expected: "\(SantiagoDay.orderRange.lowerBound) to \(SantiagoDay.orderRange.upperBound)")
    let range = SantiagoDay.returnRange
    for (option, count) in [("--pickups", pickups ?? 0), ("--swaps", swaps)] {
      faults.check(
        range.contains(count), at: option, found: "\(count)", expected: "\(range.lowerBound) to \(range.upperBound)")
    }
    try faults.throwIfAny("arguments")
    let folder = try OutputFolder(out)
    for file in SantiagoDay(orders: orders, seed: seed, pickups: pickups, swaps: swaps).files() {
      try folder.write(file.text, to: file.name)
      print("\(out)/\(file.name): \(file.text.utf8.count) bytes")
    }
  }
}
