/// How much a proof may look at where no clock ends it.
struct Thoroughness {
  /// How many labels of a job a bucket has room for at first.
  let labels: Int
  /// And at most.
  let mostLabels: Int
  /// How many labels a search may make.
  let searched: Int
  /// How many beginnings of routes may be written down.
  let beginnings: Int

  /// The clock ends it.
  static let timed = Thoroughness(labels: 32, mostLabels: 1 << 20, searched: 6_000_000, beginnings: 400_000)
  /// Counts alone end it, after what takes seconds.
  static let counted = Thoroughness(labels: 16, mostLabels: 64, searched: 300_000, beginnings: 60_000)
}
