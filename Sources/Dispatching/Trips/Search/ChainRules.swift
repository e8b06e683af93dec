/// What a branch of the search has decided about the chains of one class, by positions in its trips.
struct ChainRules {
  /// Which trips no unit of the class drives.
  var isForbidden: [Bool]
  /// How many units drive, at least and at most.
  var units: ClosedRange<Int>
  /// For a trip the one that comes right before it.
  private(set) var predecessor: [Int: Int] = [:]
  /// For a trip the one that comes right after it.
  private(set) var successor: [Int: Int] = [:]
  /// For a trip those that do not come right before it.
  private(set) var notBefore: [Int: Set<Int>] = [:]

  /// No decision yet.
  init(_ chainClass: ChainClass) {
    isForbidden = [Bool](repeating: false, count: chainClass.trips.count)
    units = 0...chainClass.count
  }

  /// Whether which trip follows which matters.
  var hasOrder: Bool { !predecessor.isEmpty || !notBefore.isEmpty }

  mutating func require(_ first: Int, rightBefore second: Int) {
    predecessor[second] = first
    successor[first] = second
  }

  mutating func forbid(_ first: Int, rightBefore second: Int) { notBefore[second, default: []].insert(first) }

  func mayBegin(_ trip: Int) -> Bool { predecessor[trip] == nil }
  func mayEnd(_ trip: Int) -> Bool { successor[trip] == nil }

  func allows(_ first: Int, rightBefore second: Int) -> Bool {
    (predecessor[second] ?? first) == first && (successor[first] ?? second) == second
      && notBefore[second]?.contains(first) != true
  }

  /// Whether a chain of positions keeps them.
  func allow(_ chain: [Int]) -> Bool {
    guard let first = chain.first, let last = chain.last else { return false }
    guard !chain.contains(where: { isForbidden[$0] }) else { return false }
    guard hasOrder else { return true }
    return mayBegin(first) && mayEnd(last) && zip(chain, chain.dropFirst()).allSatisfy { allows($0, rightBefore: $1) }
  }
}
