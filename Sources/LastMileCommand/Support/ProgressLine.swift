import Foundation

/// How the work is getting on, for whoever is watching: one line that is written over on a terminal, a line a second elsewhere
/// if that is wanted.
struct ProgressLine {
  private let isShown: Bool
  private let rewrites: Bool
  private var next = ContinuousClock.now

  /// - Parameter isWanted: Whether it is to be shown where nobody watches too.
  init(isWanted: Bool = false) {
    rewrites = StandardError.isTerminal
    isShown = rewrites || isWanted
  }

  /// Shows a stage of the work if it is time to.
  mutating func show(_ text: @autoclosure () -> String) {
    guard isShown, ContinuousClock.now >= next else { return }
    next = ContinuousClock.now + (rewrites ? .milliseconds(200) : .seconds(1))
    StandardError.write(rewrites ? "\r\u{1B}[K\(text())" : text() + "\n")
  }

  /// Leaves an empty line behind.
  func finish() {
    if isShown && rewrites { StandardError.write("\r\u{1B}[K") }
  }
}
