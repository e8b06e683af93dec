import Foundation

extension Swift.Duration {
  /// Seconds to the thousandth.
  var roundedSeconds: Double {
    ((self / .seconds(1)) * 1000).rounded() / 1000
  }
}

/// How long the processors have worked for this process so far, all threads together.
enum ProcessorTime {
  static var used: Swift.Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(Int(time.tv_sec)) + .nanoseconds(Int(time.tv_nsec))
  }
}
