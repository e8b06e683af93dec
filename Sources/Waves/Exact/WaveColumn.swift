import Sourcing

/// A plan of an order as a column of a master program.
struct WaveColumn: Hashable {
  /// What a branch has an order take though its plan has no use for it.
  struct Waste: Hashable {
    let candidate: Int
    /// Units of an item, or parcels if `nil`.
    let item: Int?
    let count: Int
  }

  let order: Int
  let parts: [LaneSearch.Part]
  /// Lanes whose parcel is paid for though nothing is in it: where a branch says so.
  let empty: [Int]
  /// The same where freight depends on the parcel.
  let waste: [Waste]

  /// A plan under branches.
  init(order: Int, parts: [LaneSearch.Part], under branches: [WaveBranch] = []) {
    self.order = order
    self.parts = parts
    var empty: [Int] = []
    var waste: [Waste] = []
    for (place, branch) in branches.enumerated() {
      if branch.mark == .paid, !parts.contains(where: { $0.candidate == branch.candidate }) { empty.append(branch.candidate) }
      // The last that is said of a lane's item holds.
      guard branch.isFixed,
        !branches[(place + 1)...].contains(where: { $0.candidate == branch.candidate && $0.item == branch.item })
      else { continue }
      let missing = branch.most - Self.count(parts, branch.candidate, branch.item)
      if missing > 0 { waste.append(Waste(candidate: branch.candidate, item: branch.item, count: missing)) }
    }
    self.empty = empty.sorted()
    self.waste = waste.sorted { ($0.candidate, $0.item ?? -1) < ($1.candidate, $1.item ?? -1) }
  }

  /// How many units of an item, or parcels, plans take from a lane.
  private static func count(_ parts: [LaneSearch.Part], _ candidate: Int, _ item: Int?) -> Int {
    var count = 0
    for part in parts where part.candidate == candidate {
      if let item { count += part.item == item ? part.units : 0 } else { count = max(count, part.parcel + 1) }
    }
    return count
  }

  /// How many units of an item, or parcels, it takes from a lane, what is wasted among them.
  func count(_ candidate: Int, _ item: Int?) -> Int {
    Self.count(parts, candidate, item)
      + waste.reduce(0) { $0 + ($1.candidate == candidate && $1.item == item ? $1.count : 0) }
  }

  /// Whether a branch allows it.
  func obeys(_ branches: [WaveBranch]) -> Bool {
    branches.allSatisfy { branch in
      switch branch.mark {
      case .free: (branch.least...branch.most).contains(count(branch.candidate, branch.item))
      case .forbidden: !parts.contains { $0.candidate == branch.candidate } && !empty.contains(branch.candidate)
      case .paid: parts.contains { $0.candidate == branch.candidate } || empty.contains(branch.candidate)
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
