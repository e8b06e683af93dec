/// When a loop of column generation stops, and how it goes.
public struct ColumnGenerationLimit: Sendable {
  /// How many linear programs are solved at most; nil for as many as it takes. With this limit alone the same input gives the same
  /// columns.
  public var rounds: Int?

  /// When to stop by the clock; nil for never. A pricing that is under way is finished.
  public var deadline: ContinuousClock.Instant?

  /// A bound that is enough: the loop stops once what is proved reaches it, as a node of a tree does that cannot beat the best
  /// point known.
  public var target: Double?

  /// Whether the search is asked for a quick answer first, and for an exact one only where that finds nothing or this many
  /// quick rounds have passed.
  public var quickRounds = 0

  /// How far the prices that the search is asked about stand from the master's own towards those of the best bound, from 0, which
  /// is no stabilisation, to below 1.
  public var smoothing = 0.7

  /// Whether to go on, once the optimum is proved, until the master's own prices admit no improving column: then they are an optimal
  /// dual solution of the whole program, and not only those of the best bound.
  public var settlesPrices = false

  /// A column counts as improving if its reduced cost is beyond this, in the unit of the objective.
  public var tolerance = 1e-6

  /// How many generated columns the master holds at most; beyond, the half of greatest reduced cost that is not basic is forgotten.
  /// Nil for no limit.
  public var mostColumns: Int?

  /// No limit.
  public init() {}
}
