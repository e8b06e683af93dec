import Logistics
import Promising

/// How many compartments of a locker are taken, by size and day.
struct LockerBook {
  /// A size on a day.
  struct Place: Hashable {
    let compartment: Int
    let day: LocalDate
  }

  private(set) var taken: [Place: Int] = [:]

  /// Takes compartments, or gives them back if the number is negative.
  mutating func take(_ count: Int, at place: Place) {
    let now = taken[place, default: 0] + count
    taken[place] = now == 0 ? nil : now
  }

  /// Takes one compartment for each day of a stay.
  mutating func take(_ stay: LockerStay) {
    for day in stay.days { take(1, at: Place(compartment: stay.compartment, day: day)) }
  }

  /// The stay of a parcel in the first of some sizes that is free on all days; `nil` if none is.
  func stay(_ promise: DeliveryPromise, in locker: Locker, sizes: [Int]) -> LockerStay? {
    sizes.lazy.map { LockerStay(promise, in: locker, compartment: $0) }.first { stay in
      let count = locker.compartments[stay.compartment].count
      return stay.days.allSatisfy { taken[Place(compartment: stay.compartment, day: $0)] ?? 0 < count }
    }
  }
}
