/// The cheapest set of lanes for one order after the other, where every lane asks one price for a parcel of anything.
///
/// This is the facility location problem with limited supply: with the set of lanes fixed the items no longer meet, and each takes its
/// dearest-to-leave-out units from the cheapest supply. Most orders ship from one lane, so all lanes are tried alone first; what
/// that leaves is searched by branch and bound over sets of lanes, bounded by dual ascent (D. Erlenkotter, "A dual-based
/// procedure for uncapacitated facility location", Operations Research 26, 1978).
///
/// Keeps its memory from order to order.
///
/// Complexity: lanes × items where one lane is best, which is the usual case; exponential at worst.
package struct LaneSearch: ~Copyable {
  /// What a branch of a tree says of a lane.
  package enum Mark: UInt8 {
    case free
    case forbidden
    /// Its parcel is paid for, whether anything is in it or not.
    case paid
  }

  /// What an order is searched under, beside its own table.
  package struct Conditions {
    /// Units that may be taken, by row and column of the table of stock.
    package var stock: UnsafePointer<Int>
    /// What a unit costs more in each of these cells, times ``priceScale``; `nil` for nothing.
    package var cellPrices: UnsafePointer<Int>?
    package var priceScale = 1
    /// What a parcel costs more in each row.
    package var parcelPrices: UnsafePointer<Int>?
    /// Parcels that each row may still ship.
    package var parcelsLeft: UnsafePointer<Int>?
    /// For each candidate of the table a ``Mark``.
    package var marks: UnsafePointer<UInt8>?
    /// Whether no price is below nothing, so that a lane costs what it says at least.
    package var pricesAreCosts = true
    /// Whether an order's lanes are in the order of what a parcel costs there.
    package var lanesAreSorted = false
    /// Lanes whose set was the best under conditions like these, ascending: it is looked at first, and rules most others out.
    package var hint: UnsafeBufferPointer<Int>?
    /// Every cost is a multiple of it: bounds are rounded up to the next one.
    package var grain = 1
    /// Whether all pairs of lanes are looked at before the tree: it pays for an order that is searched once, not for one of which a good
    /// set is known from the round before.
    package var looksAtPairs = false
    /// How many sets are looked at.
    package var stepLimit = 200_000

    package init(stock: UnsafePointer<Int>) { self.stock = stock }
  }

  /// Units of an item from a lane.
  package struct Part: Hashable, Sendable {
    /// Its number in the table.
    package let candidate: Int
    /// Which of the order's items it is.
    package let item: Int
    package let units: Int
    /// Which of the lane's parcels they are in: always the first where every parcel costs the same.
    package let parcel: Int

    package init(candidate: Int, item: Int, units: Int, parcel: Int = 0) {
      self.candidate = candidate
      self.item = item
      self.units = units
      self.parcel = parcel
    }

    /// Whether another part is in the same parcel.
    @inline(__always) package func isWith(_ other: Part) -> Bool { candidate == other.candidate && parcel == other.parcel }
  }

  // The order, gathered from the table.
  var itemCount = 0
  var items: UnsafePointer<LaneTable.Item>
  var tiers: UnsafePointer<LaneTable.Tier>
  var maximumParcels = 0

  // The lanes that are left, of which each has `itemCount` numbers in `unit` and `available`.
  var count = 0
  var number = Scratch<Int32>()
  var fixed = Scratch<Int>()
  var unit = Scratch<Int>()
  var available = Scratch<Int>()
  var cheapest = Scratch<Int>()
  var supply = Scratch<Int>()

  // The sets.
  var chosen = Scratch<Int>(capacity: deepest + 1)
  var bestSet = Scratch<Int>(capacity: deepest + 1)
  var bestCount = 0
  /// The least lanes in the sets that are looked at: smaller ones were settled before.
  var smallest = 2
  var pairs = Scratch<Glance>()
  var extras = Scratch<Int>()
  var grain = 1
  var stepLimit = 0
  /// Whether a set that was good under conditions like these is known.
  var isHinted = false
  /// No plan that ships anything costs less, but perhaps the best one known.
  var shippingBound = 0

  /// The least cost found, the prices of the conditions included; `nil` if there is no plan, or none was found.
  package internal(set) var cost: Int?
  /// No plan costs less, if there is any.
  package internal(set) var bound = Int.max
  /// Whether the search ended at its limit of steps.
  package internal(set) var exhausted = false
  package internal(set) var steps = 0

  /// The most lanes in a set: deeper than this, a thread's stack could end.
  static let deepest = 400

  package init() {
    items = UnsafePointer(bitPattern: 16)!
    tiers = UnsafePointer(bitPattern: 16)!
  }
}
