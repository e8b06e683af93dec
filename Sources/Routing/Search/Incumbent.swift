/// A solution as the searchers hand it to each other: routes as lists, with the objective the search gives it.
struct Incumbent {
  /// Jobs that must be served and are not. Compared first.
  var missing = Int.max
  /// The objective, with the search's own price on jobs that must be served and are not.
  var cost = Int.max
  var routes: [Route] = []

  func isBetter(than other: Incumbent) -> Bool { (missing, cost) < (other.missing, other.cost) }
}
