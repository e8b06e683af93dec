/// A change by which a demand that a plan leaves out is served, shown to be so by planning again.
public struct LeftOutRemedy: Hashable, Sendable {
  /// What is changed; `nil` where nothing need be, since planning again serves it as things are.
  ///
  /// Planning again (``Replanning``) with it serves the demand and everything served before; with one unit less, it does not. A price
  /// is enough as soon as the plan found costs no more than leaving the demand out.
  public let change: RuleChange?
  /// What the cheapest plan so found costs more than the routes as they are, in the unit of the objective; below zero, where the search also
  /// found cheaper routes for the rest.
  public let extraCost: Int
  /// The routes of that plan.
  public let routes: [Route]
  /// The route that the demand joins while all others stay as they are, as an index into the plan's; `nil` for a vehicle of its own, or where
  /// ``isInserted`` is false.
  public let route: Int?
  /// Whether all routes stay as they are but for the one that the demand joins; otherwise stops were moved.
  public let isInserted: Bool
}
