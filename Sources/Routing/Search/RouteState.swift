/// One position of a route: a visit, a reload (`job` is its code), or the start or end at a depot (`job` is −1 there).
struct Position: BitwiseCopyable {
  var place: Int32
  var job: Int32
  /// Metres and seconds to the next position.
  var metres: Int32
  var seconds: Int32
  /// The earliest moment at which the vehicle can leave.
  var depart: Int
  /// The latest moment at which it may begin here, so that everything after is still in time.
  var latest: Int
}

/// A job and what stands beside it on its route: as much as prices a place there without looking at the route.
struct Link: BitwiseCopyable {
  /// The route's slot, or −1.
  var slot: Int32 = -1
  var previous: Int32 = 0
  var next: Int32 = 0
  var metresFromPrevious: Int32 = 0
  var metresToNext: Int32 = 0
  /// The longer of the two, but for a way from or to a depot.
  var longest: Int32 = 0
}

/// The same for the two ends of a route, and what rules most routes out for a job: all that is looked at of every route.
struct RouteBrief: BitwiseCopyable {
  /// How much more fits in the first dimension.
  var spare = Int.max
  var type: Int32 = 0
  var length: Int32 = 0
  var start: Int32 = 0
  var first: Int32 = 0
  var metresOut: Int32 = 0
  var last: Int32 = 0
  var end: Int32 = 0
  var metresBack: Int32 = 0
}

/// What a stretch of a route needs of time, in the manner of T. Vidal et al. ("A hybrid genetic algorithm with adaptive
/// diversity management…", 2013): two stretches are joined in O(1). Only for stretches that can be driven in time.
struct Stretch: BitwiseCopyable {
  /// From the first begin to the last departure, with the least waiting.
  var duration: Int
  /// The earliest begin that does not wait in vain, and the latest that is still in time.
  var earliest: Int
  var latest: Int

  /// This stretch, a drive of some seconds, then another.
  @inline(__always)
  func joined(_ seconds: Int, _ next: Stretch) -> Stretch {
    let reach = duration + seconds
    let wait = max(0, next.earliest - reach - latest)
    return Stretch(
      duration: reach + next.duration + wait,
      earliest: max(next.earliest - reach, earliest) - wait,
      latest: min(next.latest - reach, latest))
  }
}

/// What a trip needs up to a position and from it on, so that a stop, or a stop and a reload, is tested in constant time.
struct TripState: BitwiseCopyable {
  /// The position where the trip begins, the start or a reload, and when the vehicle is ready there.
  var start: Int
  var ready: Int
  /// The deliveries of the trip's jobs up to this one, and of those behind it.
  var loadBefore: Int
  var loadAfter: Int
  /// The latest release of the trip's jobs up to this one, and of those behind it.
  var releaseBefore: Int
  var releaseAfter: Int
  /// From the departure of the trip to that from here.
  var stretch: Stretch
}

/// The memory of one route. A route has `length + 2` positions.
struct RouteMemory: BitwiseCopyable {
  var capacity: Int
  var positions: UnsafeMutablePointer<Position>
  /// The stretch from the start up to a position, and from a position to the end; only where a second costs something.
  var before: UnsafeMutablePointer<Stretch>
  var after: UnsafeMutablePointer<Stretch>
  /// The most on board on any leg up to the one that leaves a position, and from that leg on, by dimension; only where
  /// something is picked up. `position * dimensions + dimension`.
  var peakBefore: UnsafeMutablePointer<Int>
  var peakAfter: UnsafeMutablePointer<Int>
  /// The trips, position by position; only where vehicles load anew or wait for goods.
  var trips: UnsafeMutablePointer<TripState>
  /// For each job the metres from there to all jobs of the route, by position; only where spread has a price.
  var waysToAll: UnsafeMutablePointer<Int>
  /// The sums of deliveries, then of pickups, by dimension.
  var loads: UnsafeMutablePointer<Int>
}

/// One route of the current solution.
struct RouteState: BitwiseCopyable {
  var memory: RouteMemory
  var type: Int
  /// How many jobs and reloads; zero if the slot is not in use.
  var length: Int
  var metres: Int
  /// Seconds that it waits for windows; kept only where a second costs something.
  var waiting = 0
  var cost: Int
  /// How many codes at its beginning are not to be moved.
  var fixed = 0
  /// How many jobs are no backhauls; kept only where deliveries come first.
  var linehauls = 0
  /// The place of the most central job, the metres from it to all others and their price, a part of the cost; and for how many
  /// positions that is so. Kept only where spread has a price.
  var centre: Int32 = 0
  var spread = 0
  var spreadPrice = 0
  var spreadLength = 0
}
