/// A plan while it is searched for: parcels by candidate.
struct Draft {
  struct Box {
    let candidate: Int
    /// Units of each item.
    var units: [Int]
  }

  /// With the extra cost of every parcel, the first included.
  let cost: Int
  let boxes: [Box]

  /// Cheaper, or as cheap in fewer parcels.
  func isBetter(than other: Draft?) -> Bool {
    guard let other else { return true }
    return (cost, boxes.count) < (other.cost, other.boxes.count)
  }
}
