/// The least that a walk still costs from the beginning of a service at a time to its end, if only time mattered.
///
/// A table by time, in keys so narrow that every way leads to a later one, and by job; filled from the last key to the first. It exists
/// where the day begins and ends and every service with its way takes some time.
final class CompletionBound {
  /// The table as the search reads it.
  struct View {
    fileprivate let table: UnsafePointer<Int>
    fileprivate let origin: Int
    fileprivate let shift: Int
    fileprivate let jobCount: Int

    /// The least cost in scaled units from a service that begins at a time when the job may begin.
    @inline(__always)
    func cost(from job: Int, at time: Int) -> Int { table[((time - origin) >> shift) * jobCount + job] }
  }

  let view: View
  private let network: WalkNetwork
  private let table: UnsafeMutablePointer<Int>
  private let keyCount: Int

  /// More keys than this cost more time than they save.
  private static let mostKeys = 512
  /// No way to the end; far from overflow when a cost is added.
  private static let never = Int.max / 2

  /// - Returns: `nil` where there is no such table.
  init?(_ network: WalkNetwork) {
    guard let origin = network.opens.min(), let end = network.closes.max(), origin > -WalkNetwork.forever / 2,
      end < WalkNetwork.forever / 2, let step = network.arcs.lazy.flatMap({ $0.lazy.map(\.step) }).min(), step > 0
    else { return nil }
    let shift = Int.bitWidth - 1 - step.leadingZeroBitCount
    let keyCount = max(0, end - origin) >> shift + 1
    guard keyCount <= Self.mostKeys else { return nil }
    self.network = network
    self.keyCount = keyCount
    table = .allocate(capacity: keyCount * network.jobs.count)
    view = View(table: UnsafePointer(table), origin: origin, shift: shift, jobCount: network.jobs.count)
  }

  deinit { table.deallocate() }

  /// Fills the table under new prices.
  ///
  /// - Parameters:
  ///   - width: Only so many of the cheapest ways out of a job are taken.
  ///   - cost: The reduced cost of the i-th way out of a job.
  func update(scale: Int, width: Int, cost: (_ job: Int, _ way: Int) -> Int) {
    let jobCount = network.jobs.count
    table.update(repeating: Self.never, count: keyCount * jobCount)
    for key in stride(from: keyCount - 1, through: 0, by: -1) {
      let earliest = view.origin + key << view.shift
      for job in 0..<jobCount where earliest <= network.closes[job] {
        let begin = max(earliest, network.opens[job])
        guard (begin - view.origin) >> view.shift == key else { continue }
        var least = Self.never
        let (step, end) = network.last[job]
        for type in network.types.indices where begin + step <= network.typeCloses[type] {
          least = min(least, (end + network.fixedCosts[type]) * scale)
        }
        network.arcs[job].withUnsafeBufferPointer { arcs in
          for index in 0..<min(arcs.count, width) {
            let next = Int(arcs[index].job)
            let time = max(begin + arcs[index].step, network.opens[next])
            if time > network.closes[next] { continue }
            least = min(least, cost(job, index) + view.cost(from: next, at: time))
          }
        }
        table[key * jobCount + job] = least
      }
    }
  }
}
