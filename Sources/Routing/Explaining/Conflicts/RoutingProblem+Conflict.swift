import Logistics

extension RoutingProblem {
  /// A smallest set of demands that must be served and cannot all be, among those of a plan that leaves some of them out.
  ///
  /// The set is irreducible, not the smallest of all: no demand can be taken out of it. It is found by U. Junker's QuickXplain ("Preferred
  /// explanations and relaxations for over-constrained problems", AAAI 2004), with demands that the plan misses preferred, and each
  /// question is answered by a plan, by a proof, or by a search, whichever comes first. A set of few jobs is tried completely.
  ///
  /// - Parameters:
  ///   - routes: The plan.
  ///   - limit: How many searches are made, and how long each is.
  ///   - isCancelled: Asked between searches.
  /// - Returns: The conflict; `nil` if no demand that must be served is missing, or planning again serves them all.
  /// - Throws: `InvalidInput` with every rule that the plan breaks; `SearchError` if search and checker disagree.
  /// - Complexity: For k demands in conflict among n, O(k log n) questions, each a search or the trial of all orders of few jobs.
  public func conflictingDemands(
    missedBy routes: [Route], limit: ExplanationLimit = ExplanationLimit(mostSearches: 400), isCancelled: () -> Bool = { false }
  ) throws -> DemandConflict? {
    let plan = try knownPlan(routes)
    guard plan.leftOut.contains(where: { dropCost(of: $0) == nil }) else { return nil }
    return try withoutActuallyEscaping(isCancelled) { isCancelled in
      var search = ConflictSearch(plan, limit, isCancelled)
      return try search.run()
    }
  }
}
