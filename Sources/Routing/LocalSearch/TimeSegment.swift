/// A stretch of a route as far as time goes: what has to be known of it to join it to another in O(1).
///
/// The segments with time warp of T. Vidal, T. G. Crainic, M. Gendreau and C. Prins ("A hybrid genetic algorithm with adaptive diversity
/// management for a large class of vehicle routing problems with time windows", 2013): who comes too late goes back in time to the closing
/// of the window, at a penalty for each second.
struct TimeSegment: BitwiseCopyable, Equatable {
  /// The least seconds it takes, waiting and warped seconds included.
  var duration: Int
  /// The seconds that have to be gone back.
  var warp: Int
  /// The first moment to begin it at with the least duration and warp.
  var earliest: Int
  /// The last such moment.
  var latest: Int

  /// This stretch, a way of so many seconds, and the next stretch.
  @inline(__always)
  func joined(_ seconds: Int32, _ next: TimeSegment) -> TimeSegment {
    let shift = duration &- warp &+ Int(seconds)
    let wait = max(0, next.earliest &- shift &- latest)
    let late = max(0, earliest &+ shift &- next.latest)
    return TimeSegment(
      duration: duration &+ next.duration &+ Int(seconds) &+ wait, warp: warp &+ next.warp &+ late,
      earliest: max(next.earliest &- shift, earliest) &- wait, latest: min(next.latest &- shift, latest) &+ late)
  }
}
