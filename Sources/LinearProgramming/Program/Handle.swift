/// What names a column or a row: its place in the order in which they were added, from 0.
public protocol Handle: Hashable, Comparable, Sendable {
  /// The place, from 0.
  var index: Int { get }

  /// The handle of a place. Whether a program has it is checked when the handle is used.
  init(_ index: Int)
}

extension Handle {
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.index < rhs.index }
}

/// A variable of a `LinearProgram`.
///
/// ```swift
/// var program = LinearProgram(.minimize)
/// let x = program.addColumn("x", cost: 3)
/// program.addRow("demand", .atLeast(2), [x: 1])
/// print(try program.solve().values[x])  // 2.0
/// ```
public struct Column: Handle {
  public let index: Int

  public init(_ index: Int) { self.index = index }
}

/// A constraint of a `LinearProgram`.
///
/// ```swift
/// var program = LinearProgram(.minimize)
/// let x = program.addColumn("x", cost: 3)
/// let demand = program.addRow("demand", .atLeast(2), [x: 1])
/// print(try program.solve().prices[demand])  // 3.0: what one more unit of demand would cost
/// ```
public struct Row: Handle {
  public let index: Int

  public init(_ index: Int) { self.index = index }
}
