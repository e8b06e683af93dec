import Interchange
import Routing

/// How the search is getting on, for whoever is watching: one line that is written over on a terminal, a line a second elsewhere.
struct ProgressLine {
  private let instance: RoutingInstance
  private let isShown: Bool
  private let rewrites: Bool
  private var next = Swift.Duration.zero

  /// - Parameter isWanted: Whether it is to be shown where nobody watches too.
  init(_ instance: RoutingInstance, isWanted: Bool) {
    self.instance = instance
    rewrites = StandardError.isTerminal
    isShown = rewrites || isWanted
  }

  /// Shows a stage of the search if it is time to.
  mutating func show(_ progress: SearchProgress) {
    guard isShown, progress.time >= next else { return }
    next = progress.time + (rewrites ? .milliseconds(200) : .seconds(1))
    let cost = progress.cost.map { "cost \(instance.amount($0))" } ?? "\(progress.unassigned) clients left out"
    let line = "\(Int(100 * progress.fraction)) %  \(cost)  vehicles \(progress.vehicles)  iterations \(progress.iterations)"
    StandardError.write(rewrites ? "\r\u{1B}[K\(line)" : line + "\n")
  }

  /// Leaves an empty line behind.
  func finish() {
    if isShown && rewrites { StandardError.write("\r\u{1B}[K") }
  }
}
