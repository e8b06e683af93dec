/// A whole number of one unit.
///
/// Every physical measure of LastMile is such a type of its own, so that adding metres to seconds does not compile and a
/// sum never drifts: objectives are integers, and the same input gives the same answer on every machine.
///
/// Arithmetic traps on overflow like `Int`'s. Whatever comes from outside is held to ``limit`` first, which leaves room to
/// add nine million of them.
public protocol Quantity: Hashable, Comparable, Sendable, Codable, AdditiveArithmetic, CustomStringConvertible {
  /// How many units.
  var count: Int { get }
  /// So many units.
  init(_ count: Int)
  /// The unit's symbol, as in "120 s".
  static var symbol: String { get }
}

extension Quantity {
  /// The largest magnitude that is accepted from outside: 10¹² units.
  public static var limit: Int { 1_000_000_000_000 }

  public static var zero: Self { Self(0) }

  public static func + (left: Self, right: Self) -> Self { Self(left.count + right.count) }
  public static func - (left: Self, right: Self) -> Self { Self(left.count - right.count) }
  public static func * (left: Self, right: Int) -> Self { Self(left.count * right) }
  public static func * (left: Int, right: Self) -> Self { Self(left * right.count) }
  public static prefix func - (value: Self) -> Self { Self(-value.count) }
  public static func < (left: Self, right: Self) -> Bool { left.count < right.count }

  public var description: String { "\(count) \(Self.symbol)" }

  /// Decodes a plain whole number.
  ///
  /// - Throws: `DecodingError` if it is not a whole number or beyond ``limit``.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let count: Int
    do {
      count = try container.decode(Int.self)
    } catch let error where !(error is DecodingError) {
      // Foundation throws an error of its own, without the path, for a number that is no `Int`, as 1.5.
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no whole number of \(Self.symbol)")
    }
    guard count.magnitude <= Self.limit else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(count) \(Self.symbol) is beyond ±10^12")
    }
    self.init(count)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(count)
  }
}
