/// Which columns and rows are basic, and at which bound the others stand: where a simplex method may begin.
///
/// ```swift
/// let first = try master.solve()
/// master.addColumn("route", cost: 12, [customer: 1])
/// var options = SolveOptions()
/// options.start = first.basis
/// let second = try master.solve(options)  // goes on where the first one ended
/// ```
public struct Basis: Hashable, Sendable {
  /// Where a column or a row stands.
  public enum Status: UInt8, Hashable, Sendable {
    /// Its value follows from the others.
    case basic = 1
    /// Fixed at its lower bound for now.
    case atLower = 2
    /// Fixed at its upper bound for now.
    case atUpper = 3
    /// Unbounded and fixed at 0 for now.
    case free = 4
    /// Its bounds are equal.
    case fixed = 5
  }

  /// Where each column stands, in the order of the columns.
  public var columns: [Status]
  /// Where each row stands, in the order of the rows.
  public var rows: [Status]

  /// A basis of one's own making. As many must be basic as there are rows; one that cannot be used is passed over.
  public init(columns: [Status], rows: [Status]) {
    self.columns = columns
    self.rows = rows
  }

  /// The same basis for a program that has grown: new columns begin at a bound, new rows are basic.
  ///
  /// - Precondition: The program is no smaller than the basis.
  func extended(columns columnCount: Int, rows rowCount: Int) -> Basis {
    Basis(
      columns: columns + Array(repeating: .atLower, count: columnCount - columns.count),
      rows: rows + Array(repeating: .basic, count: rowCount - rows.count))
  }
}
