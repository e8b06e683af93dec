/// How much room goods take, or a vehicle has, in several dimensions at once: grams, cubic centimetres, parcels, …
///
/// What each dimension means is the caller's to say, once, for all loads that meet. All loads of one problem have the same
/// number of dimensions.
public struct Load: Hashable, Sendable {
  /// The amount in each dimension.
  public var amounts: [Int]

  /// A load of these amounts.
  public init(_ amounts: [Int]) {
    self.amounts = amounts
  }

  /// No load, in so many dimensions.
  public static func zero(dimensions: Int) -> Load { Load([Int](repeating: 0, count: dimensions)) }

  /// How many dimensions.
  public var dimensions: Int { amounts.count }

  /// The amount in one dimension.
  public subscript(dimension: Int) -> Int {
    get { amounts[dimension] }
    set { amounts[dimension] = newValue }
  }

  /// Whether nothing is loaded in any dimension.
  public var isZero: Bool { amounts.allSatisfy { $0 == 0 } }

  /// Whether this is at most `capacity` in every dimension.
  ///
  /// - Precondition: both have the same number of dimensions.
  public func fits(in capacity: Load) -> Bool {
    precondition(dimensions == capacity.dimensions, "loads of \(dimensions) and \(capacity.dimensions) dimensions")
    return zip(amounts, capacity.amounts).allSatisfy { $0 <= $1 }
  }

  /// The sum in each dimension.
  ///
  /// - Precondition: both have the same number of dimensions.
  public static func + (left: Load, right: Load) -> Load {
    precondition(left.dimensions == right.dimensions, "loads of \(left.dimensions) and \(right.dimensions) dimensions")
    return Load(zip(left.amounts, right.amounts).map { $0 + $1 })
  }

  /// The difference in each dimension.
  ///
  /// - Precondition: both have the same number of dimensions.
  public static func - (left: Load, right: Load) -> Load {
    precondition(left.dimensions == right.dimensions, "loads of \(left.dimensions) and \(right.dimensions) dimensions")
    return Load(zip(left.amounts, right.amounts).map { $0 - $1 })
  }
}

extension Load: ExpressibleByArrayLiteral {
  public init(arrayLiteral amounts: Int...) {
    self.init(amounts)
  }
}

extension Load: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode([Int].self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(amounts)
  }
}

extension Load: CustomStringConvertible {
  public var description: String { amounts.map(String.init).joined(separator: "/") }
}
