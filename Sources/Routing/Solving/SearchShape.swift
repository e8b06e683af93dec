/// What is searched as a whole and what part by part, and in which steps.
struct SearchShape {
  /// The most jobs that are searched as a whole; more are searched part by part.
  var mostTogether = 450
  /// The most jobs in a part.
  var mostInPart = 1000
  /// After how many stretches the searchers look at each other's findings.
  var exchangePeriod = 40
  /// How many jobs are looked at in a stretch: long enough that it outweighs the handing over, short enough to stop within some milliseconds.
  var stretchWork = 500_000

  /// How many iterations a stretch has.
  func stretch(jobs: Int) -> Int { max(20, stretchWork / min(mostInPart, max(100, jobs))) }
}
