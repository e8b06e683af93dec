/// An amount in minor units of the one currency of a problem: cents, whole pesos, or any finer unit that its author chose
/// so that every price is whole.
///
/// A plan compares thousands of sums; they carry no currency along. Pair the result with the currency once, as
/// `Money(cost.count, .clp)`.
public struct MinorUnits: Quantity {
  public let count: Int
  public static let symbol = "minor units"

  public init(_ count: Int) { self.count = count }
}

extension MinorUnits: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}
