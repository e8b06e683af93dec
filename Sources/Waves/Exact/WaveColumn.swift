import Sourcing

/// A plan of an order as a column of a master program.
struct WaveColumn: Hashable {
  let order: Int
  let parts: [LaneSearch.Part]
  /// Lanes whose parcel is paid for though nothing is in it: where a branch says so.
  let empty: [Int]

  /// Whether a branch allows it.
  func obeys(_ marks: [(candidate: Int, mark: LaneSearch.Mark)]) -> Bool {
    marks.allSatisfy { candidate, mark in
      switch mark {
      case .free: true
      case .forbidden: !parts.contains { $0.candidate == candidate } && !empty.contains(candidate)
      case .paid: parts.contains { $0.candidate == candidate } || empty.contains(candidate)
      }
    }
  }

  /// The lanes whose parcel it pays, ascending.
  var paid: [Int] {
    var lanes = empty
    for part in parts where lanes.last != part.candidate { lanes.append(part.candidate) }
    return Array(Set(lanes)).sorted()
  }
}
