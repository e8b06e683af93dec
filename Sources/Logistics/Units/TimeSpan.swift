/// A length of time in seconds.
///
/// Not called `Duration`: the standard library has that name, and a service that imports LastMile keeps it.
public struct TimeSpan: Quantity {
  public let count: Int
  public static let symbol = "s"

  public init(_ count: Int) { self.count = count }

  /// The length in seconds.
  public var seconds: Int { count }

  /// So many seconds.
  public static func seconds(_ count: Int) -> TimeSpan { TimeSpan(count) }

  /// So many minutes of 60 seconds.
  public static func minutes(_ count: Int) -> TimeSpan { TimeSpan(count * 60) }

  /// So many hours of 3,600 seconds.
  public static func hours(_ count: Int) -> TimeSpan { TimeSpan(count * 3600) }
}
