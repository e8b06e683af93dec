import ArgumentParser
import Logistics
import Routing

/// What every command takes that searches.
struct SearchOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "Search for so many seconds.")
  var seconds: Double?

  @Option(parsing: .unconditional, help: "Search for so many iterations.")
  var iterations: Int?

  @Option(parsing: .unconditional, help: "Work on at most so many threads; more than 2 are not used.")
  var threads = 2

  @Option(parsing: .unconditional, help: "Another seed, other routes.")
  var seed: UInt64 = 1

  @Flag(help: "Report progress on standard error even if it is no terminal.")
  var progress = false

  /// When to stop.
  ///
  /// - Parameter usual: The seconds if no limit is given.
  /// - Throws: `InvalidInput` with every number that is out of its range.
  func limit(usual: Double) throws(InvalidInput) -> SearchLimit {
    var faults = FaultList()
    let year = 366 * 86_400
    if let seconds, !(0...Double(year)).contains(seconds) {
      faults.add(at: "--seconds", found: "\(seconds)", expected: "a number from 0 to \(year)")
    }
    let most = 1_000_000_000_000_000
    if let iterations, !(0...most).contains(iterations) {
      faults.add(at: "--iterations", found: "\(iterations)", expected: "a whole number from 0 to \(most)")
    }
    faults.check((1...1024).contains(threads), at: "--threads", found: "\(threads)", expected: "a whole number from 1 to 1024")
    try faults.throwIfAny("arguments")
    let time = seconds ?? (iterations == nil ? usual : nil)
    return SearchLimit(iterations: iterations, time: time.map { .seconds($0) })
  }
}
