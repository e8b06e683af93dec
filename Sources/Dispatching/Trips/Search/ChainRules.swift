/// What a branch of the search has decided about the chains of one class, by positions in its trips.
struct ChainRules {
  /// Which trips no unit of the class drives.
  var isForbidden: [Bool]
  /// How many units drive, at least and at most.
  var units: ClosedRange<Int>
  /// Where a limit of trips binds, which trips are not the so-manieth of a unit: by turn, from 0, then position. Empty until
  /// something is decided.
  private(set) var isOutOfTurn: [Bool] = []

  private let count: Int
  private let turns: Int

  /// No decision yet.
  init(_ chainClass: ChainClass) {
    count = chainClass.trips.count
    turns = chainClass.turns
    isForbidden = [Bool](repeating: false, count: count)
    units = 0...chainClass.count
  }

  /// Decides that a trip is not the so-manieth of a unit.
  mutating func forbid(_ position: Int, turn: Int) {
    if isOutOfTurn.isEmpty { isOutOfTurn = [Bool](repeating: false, count: turns * count) }
    isOutOfTurn[turn * count + position] = true
  }

  /// Decides that a trip is the so-manieth of a unit, if one of the class drives it.
  mutating func require(_ position: Int, turn: Int) {
    for other in 0..<turns where other != turn { forbid(position, turn: other) }
  }

  @inline(__always)
  func allows(_ position: Int, turn: Int) -> Bool {
    !isForbidden[position] && (isOutOfTurn.isEmpty || !isOutOfTurn[turn * count + position])
  }

  /// Whether a chain of positions keeps them.
  func allow(_ chain: [Int]) -> Bool {
    turns == 1
      ? !chain.contains { isForbidden[$0] } : !chain.enumerated().contains { !allows($0.element, turn: $0.offset) }
  }
}
