import Foundation

/// A whole number of counted units, shown in the unit of the file it came from: 16,377 under `dimacs` is 1637.7.
///
/// Exact: the text and the encoded number are made from the integer, never from a binary fraction.
public struct FileAmount: Hashable, Sendable {
  /// The amount in counted units.
  public let count: Int
  /// The convention that says how many of them are one unit of the file.
  public let convention: Convention

  /// An amount in counted units.
  public init(_ count: Int, _ convention: Convention) {
    self.count = count
    self.convention = convention
  }
}

extension FileAmount: CustomStringConvertible {
  /// With as many decimals as the convention has: "27591", "1637.0", "2741.125".
  public var description: String {
    guard convention.decimals > 0 else { return "\(count)" }
    let scale = UInt(convention.scale)
    let fraction = String(count.magnitude % scale)
    let zeros = String(repeating: "0", count: convention.decimals - fraction.count)
    return "\(count < 0 ? "-" : "")\(count.magnitude / scale).\(zeros)\(fraction)"
  }
}

extension FileAmount: Encodable {
  /// Encodes a number: whole under `rounded`, else a decimal fraction without trailing zeros.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if convention.scale == 1 {
      try container.encode(count)
    } else {
      try container.encode(Decimal(count) / Decimal(convention.scale))
    }
  }
}
