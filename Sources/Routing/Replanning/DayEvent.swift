public import Logistics

/// Something that happens while a plan runs, and that makes it a plan for another day. Routes and jobs are numbered as in the plan and the
/// problem that run.
public enum DayEvent: Sendable, Hashable {
  /// The vehicle of a route drives no further: it finishes the service it is at, and stands at the place of its last stop, or at its start if
  /// it has begun none. If it has not left yet, it does not leave, and its goods are at the depot.
  case vehicleDown(route: Int, goods: StrandedGoods = .fetched(handover: .minutes(5)))
  /// Nobody is to come to a job any more. Goods on board stay there; who is on the way to it drives there and goes on at once.
  case cancelled(job: Int)
  /// One more job, at a place of the problem's travel matrix; its goods are at the depot from now on, or from its own release.
  case added(Job)
  /// All vehicles are slower by so many hundredths of the speed that they would have had, from a moment (`nil` or past: from now on) until
  /// another (`nil`: for the rest of the day).
  case slower(percent: Int, from: Instant? = nil, until: Instant? = nil)
  /// The vehicle of a route is so much later than planned: it is where it was to be so long ago. One that has not left yet leaves so much
  /// later.
  case behind(route: Int, by: TimeSpan)
}

/// What becomes of the goods on board of a vehicle that drives no further.
public enum StrandedGoods: Sendable, Hashable {
  /// Another vehicle takes them over where it stands, whoever comes to bring them: so long for each time that it comes for some. What
  /// the vehicle has collected stays in it.
  case fetched(handover: TimeSpan)
  /// They stay in it, and are not brought today.
  case lost
}
