/// A sum that stays at the nearest number an `Int` can be: the largest rates times the longest routes are beyond it.
struct ClampedSum {
  private(set) var total = 0

  /// Adds so many of something at a rate.
  mutating func add(_ count: Int, times rate: Int = 1) {
    let (product, isTooLarge) = count.multipliedReportingOverflow(by: rate)
    let term = isTooLarge ? ((count < 0) == (rate < 0) ? Int.max : .min) : product
    let (sum, overflows) = total.addingReportingOverflow(term)
    total = overflows ? (term > 0 ? .max : .min) : sum
  }
}
