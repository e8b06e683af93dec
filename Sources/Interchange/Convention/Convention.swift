/// How a number of a benchmark file becomes a whole number: the unit that the search counts in.
///
/// Best-known values are only comparable under the convention they were found with, and each family of files has its own.
/// Distances, times and limits of one instance follow the same convention, so that driving and waiting add up.
public enum Convention: String, Hashable, Sendable, CaseIterable {
  /// Rounded to the nearest whole number: CVRPLIB's capacity-only files and all explicit matrices.
  case rounded
  /// Ten times the number, cut off: Solomon, Gehring & Homberger, as in the 12th DIMACS Implementation Challenge.
  case dimacs
  /// A thousand times the number, rounded to nearest.
  case exact
  /// Not rounded in the literature; counted in thousandths here, since objectives are whole numbers. A sum of `k` distances
  /// is within `k` / 2 thousandths of the sum of the real ones.
  case double

  /// How many counted units one unit of the file has.
  public var scale: Int {
    switch self {
    case .rounded: 1
    case .dimacs: 10
    case .exact, .double: 1000
    }
  }

  /// How many decimals a sum has in the unit of the file.
  public var decimals: Int {
    switch self {
    case .rounded: 0
    case .dimacs: 1
    case .exact, .double: 3
    }
  }

  /// A number of the file in counted units, still as a floating-point number; whole unless the number is not finite.
  ///
  /// Nearest means halves up, as `nint` of TSPLIB 95 does. The tiny addend before cutting off keeps a product that falls a
  /// hair short of a whole number from losing a whole unit.
  func counted(_ value: Double) -> Double { (Double(scale) * value + addend).rounded(.down) }

  /// What is added before the rest is cut off.
  var addend: Double { self == .dimacs ? 1e-9 : 0.5 }
}
