/// How hard a search for columns should try.
public enum PricingEffort: Hashable, Sendable {
  /// As fast as it can; it may miss columns and need not prove anything.
  case quick
  /// It must not miss the best column, and should say what it proves.
  case exact
}

/// What a search for columns found under some prices.
public struct PricedColumns<Meaning> {
  /// Columns that may be worth having. The loop takes those that improve the master under its own prices.
  public var columns: [GeneratedColumn<Meaning>]

  /// What no point of the whole program, all columns included, can beat, proved under the prices that were asked about; nil if the
  /// search was not exhaustive.
  ///
  /// For a minimum, any prices π prove π · b + Σ over the static columns of the least (c − π · a) x + the least Σ (c − π · a) x of
  /// the generated ones, where b is the bound of each row that its price points to:
  /// ``ColumnGeneration/bound(at:generated:)`` works out all but the last term.
  public var bound: Double?

  /// What a search found.
  public init(_ columns: [GeneratedColumn<Meaning>] = [], bound: Double? = nil) {
    self.columns = columns
    self.bound = bound
  }
}

extension PricedColumns: Sendable where Meaning: Sendable {}
