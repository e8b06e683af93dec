/// A set of up to 256 jobs.
struct JobSet: Hashable {
  private var words = SIMD4<UInt64>()

  static let room = 256

  @inline(__always)
  func contains(_ job: Int) -> Bool { words[job >> 6] & (1 << UInt64(job & 63)) != 0 }

  @inline(__always)
  func inserting(_ job: Int) -> JobSet {
    var set = self
    set.words[job >> 6] |= 1 << UInt64(job & 63)
    return set
  }
}
