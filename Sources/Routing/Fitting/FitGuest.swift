import Logistics

/// One visit that is looked for a place for, with what does not change from place to place.
struct FitGuest {
  let slot: Int
  let row: Int
  let service: Int
  let setup: Int
  let release: Int
  let delivery: [Int]
  let pickup: [Int]
  /// Whether some job must come before or after it, or deliveries before pickups.
  let isOrdered: Bool
  /// For each type of vehicle whether it has the skills.
  let isSkilled: [Bool]
  /// The route that it has to be on; `nil` for any.
  let bound: Int?
  /// By profile.
  let ways: [FitWays?]

  /// How long the vehicle stands there if it comes from a place, or from the start.
  @inline(__always)
  func stay(from place: Int32, isFirst: Bool) -> Int { service + (isFirst || Int(place) != row ? setup : 0) }
}
