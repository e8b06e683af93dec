import Sourcing

/// What a branch of a tree says of a lane of an order.
///
/// Where every parcel of a lane costs the same, that it is used or not. Where freight depends on the parcel, how many units of an item or
/// how many parcels it takes, at most or exactly: then they are taken from the others and paid for, whether the order has use for them or
/// not, so that no price is left on them and the order is searched as ever.
struct WaveBranch: Hashable {
  let candidate: Int
  /// Of which item of the order, `nil` if it is about parcels.
  var item: Int?
  /// Of orders whose lanes ask one price.
  var mark = LaneSearch.Mark.free
  var most = Int.max
  /// Whether ``most`` are taken, no fewer.
  var isFixed = false

  /// How many are taken at least.
  var least: Int { isFixed ? most : 0 }
}
