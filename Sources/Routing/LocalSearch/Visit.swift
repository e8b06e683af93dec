/// A stop of a route: a job, or the depot at either end of a slot. What nearly every move looks at, kept small for the cache.
struct Visit: BitwiseCopyable {
  var place: Int32
  var previous: Int32
  var next: Int32
  /// Metres to the next stop.
  var metresToNext: Int32
  /// The slot, or −1 for a job on no route.
  var slot: Int32
  /// Zero for the depot at the start.
  var position: Int32
}

/// What is known of a route up to a stop and from it on, so that a route put together from two others is priced in O(1).
struct Reach: BitwiseCopyable {
  /// The stretch from the start of the route to here, this stop included.
  var before: TimeSegment
  /// The stretch from here to the end of the route, this stop included.
  var after: TimeSegment
  /// Metres from the start to here.
  var metresBefore: Int
  /// Metres from here to the start, were the route driven the other way.
  var metresBack: Int
}

/// The route in a slot, as a whole.
struct Tour: BitwiseCopyable {
  var type: Int32
  /// How many jobs are on it.
  var size: Int32
  /// Metres, also from the start to the end of an empty route, which costs nothing all the same.
  var metres: Int
  /// Seconds late, all in all, and beyond the longest duration.
  var late: Int
  var duration: Int
  /// What it costs, without penalties.
  var cost: Int
  /// The penalty for what is too much of each dimension.
  var loadPenalty: Int
  /// What it costs with all penalties.
  var price: Int
  /// The part of the price that is not for its use and its metres.
  var burden: Int
  var costPerMetre: Int
  var isFeasible: Bool
  /// The change in which it was last set aside.
  var savedAt: Int
  /// Another number each time the route is refreshed.
  var revision: Int
}

/// What changes with every move, in one place of memory.
struct Tally: BitwiseCopyable {
  /// The price of all routes and of the jobs on none.
  var price = 0
  var infeasible = 0
  /// How many pairs of stops were looked at: the measure of work.
  var work = 0
  var change = 0
  var savedTours = 0
  var savedJobs = 0
  var queueHead = 0
  var queueCount = 0
}
