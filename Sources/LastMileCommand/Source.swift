import ArgumentParser
import Foundation
import Interchange
import Inventory
import Logistics
import Sourcing
import Synchronization
import Waves

/// `lastmile source`: from which nodes each order ships.
struct Source: ParsableCommand {
  /// How the orders meet.
  enum Mode: String, ExpressibleByArgument, CaseIterable {
    case each, batch
  }

  static let configuration = CommandConfiguration(
    abstract: "Choose the nodes that each order ships from, one order after the other or all together.",
    discussion: """
      The file has nodes with stock and orders with lines and lanes; docs/formats.md has it in full. `each` is the checkout: in the \
      order given, each order at its own least cost on the stock that those before it left. `batch` looks for the least cost of \
      all together and proves how good it is. --without-node and --stock ask what if: both problems are solved and compared. \
      --shadow runs the same orders under other rules beside. \
      Exit status 1 if something that must ship cannot. Ctrl-C prints the best so far.
      """)

  @Argument(help: "The problem, a JSON file.")
  var problem: String

  @Option(help: "each: one order after the other. batch: all together.")
  var mode = Mode.each

  @Option(name: .customLong("without-node"), help: "What if this node shipped nothing? May be repeated.")
  var withoutNode: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "What if so many units were at a node, or so many more (+) or fewer (-)? May be repeated.", valueName: "node:sku=units"))
  var stock: [String] = []

  @Option(help: "Compare with the same orders under other rules, a JSON file; may be repeated.")
  var shadow: [String] = []

  @Option(parsing: .unconditional, help: "Batch: stop after so many seconds.")
  var seconds = 12.0

  @Option(parsing: .unconditional, help: "Batch: stop after so many changes of the plan; the same ones on any machine.")
  var tries: Int?

  @Option(parsing: .unconditional, help: "Batch: look at so many orders at a time.")
  var threads = 2

  @Option(parsing: .unconditional, help: "Batch: of the choices made at random.")
  var seed: UInt64 = 1

  @Flag(help: "Report progress on standard error even if it is no terminal.")
  var progress = false

  @Flag(help: "Print exactly one JSON object on standard output.")
  var json = false

  func run() throws {
    try checkOptions()
    let file = try SourcingFile(AssignmentFile(contentsOf: URL(fileURLWithPath: problem)))
    let changed = try changes(of: file)
    let rules = try shadow.map { (name: $0, rules: try SourcingRules(contentsOf: URL(fileURLWithPath: $0), for: file)) }
    let interruption = Interruption()
    let report = try withExtendedLifetime(interruption) {
      let given = try answer(file, Stores(stock: file.stock, parcelsLeft: file.parcelsLeft), interruption.flag)
      let last = try changed.map { try answer(file, $0, interruption.flag) }
      var report = SourceReport(file, last ?? given, before: last == nil ? nil : given)
      let stores = changed ?? Stores(stock: file.stock, parcelsLeft: file.parcelsLeft)
      let replay = Replay(file.orders, stock: stores.stock, parcelsLeft: stores.parcelsLeft)
      for (name, rules) in rules where !interruption.flag.isSet {
        report.add(try replay.run(rules, limit: limit, threads: threads), rules, named: name, file, last ?? given)
      }
      return report
    }
    if json { try JSONOutput.print(report) } else { print(report.table) }
    if !report.impossible.isEmpty {
      let names = report.impossible.prefix(10).joined(separator: ", ")
      StandardError.print(
        "\(report.status == "infeasible" ? "No plan ships" : "No plan was found that ships") everything that must ship: "
          + "\(names)\(report.impossible.count > 10 ? " and \(report.impossible.count - 10) more" : "") left over. "
          + "Maybe give its lines an unfilledCost.")
      if !interruption.flag.isSet { throw AnswerIsNo() }
    }
  }

  /// What there is to ship from.
  struct Stores {
    var stock: StockSnapshot
    var parcelsLeft: [ID<Node>: Int]
  }

  private func answer(_ file: SourcingFile, _ stores: Stores, _ stop: Interruption.Flag) throws -> SourceAnswer {
    let start = ContinuousClock.now
    switch mode {
    case .each:
      var day = OrderByOrder(stock: stores.stock, parcelsLeft: stores.parcelsLeft)
      var plans: [SourcingPlan?] = []
      plans.reserveCapacity(file.orders.count)
      for order in file.orders {
        if stop.isSet { break }
        plans.append(try day.source(order).plan)
      }
      return SourceAnswer(plans: plans, time: ContinuousClock.now - start)
    case .batch:
      let line = Mutex(ProgressLine(isWanted: progress))
      let wave = try WaveProblem(file.orders, stock: stores.stock, parcelsLeft: stores.parcelsLeft)
      let plan = wave.solve(
        limit, threads: threads, seed: seed, isCancelled: { stop.isSet },
        progress: { progress in line.withLock { $0.show(Self.stage(progress, file)) } })
      line.withLock { $0.finish() }
      return SourceAnswer(plans: plan.orders, wave: plan, time: ContinuousClock.now - start)
    }
  }

  private var limit: WaveLimit { WaveLimit(tries: tries ?? .max / 2, time: tries == nil ? .seconds(seconds) : nil) }

  private static func stage(_ progress: WaveProgress, _ file: SourcingFile) -> String {
    let cost = progress.cost.map { "\(file.amount(Double($0.count)))" } ?? "\(progress.missing) orders without a plan"
    let time = (progress.time.roundedSeconds * 10).rounded() / 10
    return "\(time) s  \(progress.rounds) rounds  \(progress.tries) tries  cost \(cost)  bound \(file.bound(progress.lowerBound))"
  }

  // MARK: Arguments

  private func checkOptions() throws(InvalidInput) {
    var faults = FaultList()
    let year = 366 * 86_400
    faults.check(
      (0...Double(year)).contains(seconds), at: "--seconds", found: "\(seconds)", expected: "a number from 0 to \(year)")
    if let tries, !(0...1_000_000_000).contains(tries) {
      faults.add(at: "--tries", found: "\(tries)", expected: "a whole number from 0 to 1000000000")
    }
    faults.check((1...1024).contains(threads), at: "--threads", found: "\(threads)", expected: "a whole number from 1 to 1024")
    try faults.throwIfAny("arguments", advice: "`lastmile help source` tells what each option takes.")
  }

  /// The stores as --without-node and --stock change them; `nil` if they do not.
  private func changes(of file: SourcingFile) throws(InvalidInput) -> Stores? {
    guard !withoutNode.isEmpty || !stock.isEmpty else { return nil }
    var faults = FaultList()
    var stores = Stores(stock: file.stock, parcelsLeft: file.parcelsLeft)
    for name in withoutNode {
      guard file.stock.row(of: ID(name)) != nil else {
        faults.add(at: "--without-node", found: "\"\(name)\"", expected: "the id of a node of the file")
        continue
      }
      stores.parcelsLeft[ID(name)] = 0
    }
    for text in stock {
      guard let change = StockChange(text, in: file.stock) else {
        faults.add(
          at: "--stock", found: "\"\(text)\"", expected: "NODE:SKU=UNITS with a node of the file and a product that is ordered")
        continue
      }
      let before = stores.stock[node: change.row, sku: change.column]
      stores.stock[node: change.row, sku: change.column] =
        change.isRelative ? max(0, min(1_000_000_000_000, before + change.units)) : change.units
    }
    try faults.throwIfAny("arguments", advice: "names are written as in the file, capital letters included.")
    return stores
  }
}

/// "store-7:shoe=3", or "=+3", "=-3" for so many more or fewer.
struct StockChange {
  let row: Int
  let column: Int
  let units: Int
  let isRelative: Bool

  /// `nil` if the text is none, or names what is not there.
  init?(_ text: String, in stock: StockSnapshot) {
    guard let equals = text.lastIndex(of: "=") else { return nil }
    let number = text[text.index(after: equals)...]
    guard let units = Int(number), units.magnitude <= 1_000_000_000_000 else { return nil }
    // Names may have colons of their own: the split at which both are known counts.
    let names = text[..<equals]
    for colon in names.indices where names[colon] == ":" {
      if let row = stock.row(of: ID(String(names[..<colon]))),
        let column = stock.column(of: SKU(String(names[names.index(after: colon)...])))
      {
        (self.row, self.column) = (row, column)
        self.units = units
        isRelative = number.hasPrefix("+") || number.hasPrefix("-")
        return
      }
    }
    return nil
  }
}
