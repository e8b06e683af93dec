import CGLPK

/// A flag by which one thread tells another to stop solving.
///
/// ```swift
/// let cancellation = Cancellation()
/// button.onPress { cancellation.cancel() }
/// let solution = try program.solve(cancellation: cancellation)  // .cancelled within milliseconds of the press
/// ```
public final class Cancellation: Sendable {
  /// Written and read by atomic operations of C alone, hence safe to share.
  nonisolated(unsafe) let flag: UnsafeMutablePointer<Int32>

  /// A flag that is not raised.
  public init() {
    flag = .allocate(capacity: 1)
    flag.initialize(to: 0)
  }

  deinit { flag.deallocate() }

  /// Raises the flag, for good. Solves that watch it end within milliseconds; later ones do not begin.
  public func cancel() { cglpk_flag_raise(flag) }

  /// Whether the flag is raised.
  public var isCancelled: Bool { cglpk_flag_is_raised(flag) }
}
