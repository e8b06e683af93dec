/// Compares how long the two engines take for their shares, so that neither waits for the other.
final class Pacer: @unchecked Sendable {
  /// After how many stretches it judges.
  private static let period = 8

  private let spent: UnsafeMutablePointer<Duration>
  private var stretches = 0

  init() {
    spent = .allocate(capacity: 2)
    spent.initialize(repeating: .zero, count: 2)
  }

  deinit { spent.deallocate() }

  /// Called once for each engine in a stretch, from its thread.
  func note(_ index: Int, _ time: Duration) { spent[index] += time }

  /// How much longer the second engine takes, now and then; called between stretches.
  func ratio() -> Double? {
    stretches += 1
    guard stretches % Self.period == 0, spent[0] > .zero, spent[1] > .zero else { return nil }
    let ratio = spent[1] / spent[0]
    spent[0] = .zero
    spent[1] = .zero
    return ratio
  }
}
