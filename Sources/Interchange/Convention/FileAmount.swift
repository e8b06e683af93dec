import Foundation

/// A whole number of counted units, shown in the unit of the file it came from: 16,377 under `dimacs` is 1637.7.
///
/// The text and the encoded number are made from the integer, never from a binary fraction. They have as many decimals as the count needs,
/// three at most: a file whose prices make the count finer than that is rounded to the nearest thousandth, here and nowhere else.
public struct FileAmount: Hashable, Sendable {
  /// The most decimals shown.
  private static let mostDecimals = 3

  /// The amount in counted units.
  public let count: Int
  /// How many of them are one unit of the file.
  public let scale: Int

  /// An amount in counted units of a convention.
  public init(_ count: Int, _ convention: Convention) {
    self.init(count, scale: convention.scale)
  }

  /// An amount of which `scale` make one unit of the file.
  ///
  /// - Precondition: the scale is from 1 to 10¹².
  public init(_ count: Int, scale: Int) {
    precondition((1...1_000_000_000_000).contains(scale), "\(scale) counted units to one of the file")
    self.count = count
    self.scale = scale
  }

  /// How many decimals are shown: those of a power of ten, or all three.
  private var decimals: Int {
    var (power, decimals) = (1, 0)
    while power < scale && decimals < Self.mostDecimals { (power, decimals) = (10 * power, decimals + 1) }
    return decimals
  }

  /// The magnitude in whole units and, rounded to nearest, in the last decimal shown.
  private var parts: (whole: UInt, fraction: UInt, power: UInt) {
    let power = (0..<decimals).reduce(UInt(1)) { product, _ in 10 * product }
    let (whole, rest) = count.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
    let fraction = (rest * power + UInt(scale) / 2) / UInt(scale)
    return fraction == power ? (whole + 1, 0, power) : (whole, fraction, power)
  }
}

extension FileAmount: CustomStringConvertible {
  /// With as many decimals as the file's unit has: "27591", "1637.0", "2741.125".
  public var description: String {
    let (whole, fraction, power) = parts
    let sign = count < 0 && (whole, fraction) != (0, 0) ? "-" : ""
    guard power > 1 else { return "\(sign)\(whole)" }
    let digits = String(fraction)
    return "\(sign)\(whole).\(String(repeating: "0", count: decimals - digits.count))\(digits)"
  }
}

extension FileAmount: Encodable {
  /// Encodes a number: whole if one counted unit is one of the file, else a decimal fraction without trailing zeros.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if scale == 1 {
      try container.encode(count)
    } else {
      let (whole, fraction, power) = parts
      let magnitude = Decimal(whole) + Decimal(fraction) / Decimal(power)
      try container.encode(count < 0 ? -magnitude : magnitude)
    }
  }
}
