import Synchronization

/// How far the assignment of trips has come.
public struct TripProgress: Hashable, Sendable {
  /// How long it has worked.
  public let time: Swift.Duration
  /// How many nodes of the search tree were visited.
  public let nodes: Int
  /// The cost of the best plan so far, in the unit of the objective; `nil` while trips are missing or a group has not begun.
  public let cost: Int?
  /// What is proved so far, in the unit of the objective; `nil` while a group has not begun.
  public let bound: Int?
}

/// Adds up what the groups tell.
final class ProgressBoard: Sendable {
  private struct Entry {
    var nodes = 0, cost = 0, bound = 0
    var isMissing = false
  }

  private let entries: Mutex<[Entry?]>
  private let started: ContinuousClock.Instant
  private let tellCaller: @Sendable (TripProgress) -> Void

  init(_ count: Int, _ started: ContinuousClock.Instant, _ tellCaller: @escaping @Sendable (TripProgress) -> Void) {
    entries = Mutex([Entry?](repeating: nil, count: count))
    self.started = started
    self.tellCaller = tellCaller
  }

  /// Takes in how far a group has come, and tells the caller.
  func tell(_ index: Int, _ tree: ChainTree) {
    let known = entries.withLock { entries in
      entries[index] = Entry(nodes: tree.nodes, cost: tree.bestCost, bound: tree.bound, isMissing: tree.isMissing)
      return entries
    }
    let all = known.compactMap(\.self)
    let isWhole = all.count == known.count
    let nodes = all.reduce(0) { $0 + $1.nodes }
    let cost = all.reduce(0) { $0.addingClamped($1.cost) }, bound = all.reduce(0) { $0.addingClamped($1.bound) }
    tellCaller(
      TripProgress(
        time: ContinuousClock.now - started, nodes: nodes, cost: isWhole && !all.contains(where: \.isMissing) ? cost : nil,
        bound: isWhole ? bound : nil))
  }
}
