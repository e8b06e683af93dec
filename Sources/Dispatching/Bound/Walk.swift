/// A route of the relaxed problem: it may come back to a job that it no longer remembers, and may break what the relaxation does
/// not look at.
struct Walk: Hashable {
  /// The vehicle type.
  let type: Int
  /// The jobs in order, as indices into the problem's jobs.
  let jobs: [Int]
  /// What it costs at least, in the unit of the objective: fixed, for its metres, and for its seconds without waiting.
  let cost: Int
}
