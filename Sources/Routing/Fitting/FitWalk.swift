/// Goes through the positions of a route with the clock that it has once goods join that are ready at some moment: whoever brings
/// them departs no earlier.
struct FitWalk {
  private let route: FitRoute
  private let vehicle: UnsafePointer<FlatVehicle>
  private let release: Int
  /// Whether the trip that it is on has to wait for the goods.
  private var waits = false
  /// Whether somebody on the trip so far is then served too late, so that the goods cannot join behind.
  private(set) var isLate = false
  /// The stretch up to the position.
  private(set) var before: Stretch
  /// When the vehicle leaves the position at the earliest.
  private(set) var depart = 0
  private var clock = 0

  init(_ route: FitRoute, _ vehicle: UnsafePointer<FlatVehicle>, release: Int) {
    (self.route, self.vehicle, self.release) = (route, vehicle, release)
    before = route.before[0]
  }

  /// Goes on to the next position.
  ///
  /// - Precondition: Called for one position after the other, from 0.
  @inline(__always)
  mutating func advance(to index: Int) {
    let here = route.positions[index]
    if index == here.tripStart {
      waits = release > here.released
      isLate = false
      if waits { begin(index, here) }
    } else if waits, !isLate {
      let seconds = Int(route.positions[index - 1].seconds)
      let arrival = max(clock + seconds, here.opens)
      isLate = arrival > here.due
      before = before.joined(seconds, here.stretch)
      clock = arrival + here.stay
    }
    if !waits { before = route.before[index] }
    depart = waits ? max(clock, here.depart) : here.depart
  }

  private mutating func begin(_ index: Int, _ here: FitPosition) {
    guard index > 0 else {
      clock = max(vehicle.pointee.opens, release)
      before = Stretch(duration: 0, earliest: clock, latest: vehicle.pointee.closes)
      return
    }
    let last = route.positions[index - 1]
    let ready = Stretch(duration: here.stay, earliest: release - here.stay, latest: 4 * FlatProblem.forever)
    before = route.before[index - 1].joined(Int(last.seconds), ready)
    clock = max(last.depart + Int(last.seconds) + here.stay, release)
  }
}
