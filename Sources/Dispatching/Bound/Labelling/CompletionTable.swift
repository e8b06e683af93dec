/// The least that a walk still costs from the beginning of a service to the other end, if only the main resource mattered.
///
/// A table by the resource, in keys so narrow that every way leads to a later one, and by job; filled from the last key to the
/// first. Without such keys it says nothing.
final class CompletionTable {
  private let jobCount: Int
  private var table: [Int] = []
  private var isKnown = false
  private var origin = 0
  private var shift = 0
  private var keyCount = 0

  /// More keys than this cost more time than they save.
  private static let mostKeys = 256
  private static let nothing = -Int.max / 4

  init(jobCount: Int) { self.jobCount = jobCount }

  /// The least cost in scaled units from a service that begins at a value of the resource.
  @inline(__always)
  func cost(from job: Int, at value: Int) -> Int {
    isKnown ? table.withUnsafeBufferPointer { $0[((value - origin) >> shift) * jobCount + job] } : Self.nothing
  }

  /// Fills the table under the prices of a side.
  ///
  /// - Parameter width: Only so many of the cheapest ways out of a job are taken.
  func fill(for side: LabelSide, width: Int) {
    isKnown = false
    let isTime = side.resource == .time
    var first = Int.max
    var last = Int.min
    var step = Int.max
    for job in 0..<jobCount {
      first = min(first, isTime ? side.opens[job] : 0)
      last = max(last, isTime ? side.closes[job] : side.capacity)
      if !isTime { step = min(step, side.demand[job]) }
      if isTime { for way in side.wayStarts[job]..<side.wayStarts[job + 1] { step = min(step, side.ways[way].step) } }
    }
    guard step > 0, first > -WalkNetwork.forever / 2, last < WalkNetwork.forever / 2, last >= first else { return }
    if step == .max { step = last - first + 1 }
    let widest = Int.bitWidth - 1 - step.leadingZeroBitCount
    shift = 0
    while shift < widest && (last - first) >> shift >= Self.mostKeys { shift += 1 }
    guard (last - first) >> shift < Self.mostKeys else { return }
    origin = first
    keyCount = (last - first) >> shift + 1
    if table.count != keyCount * jobCount { table = [Int](repeating: 0, count: keyCount * jobCount) }
    table.withUnsafeMutableBufferPointer { table in
      for index in table.indices { table[index] = LabelSide.never }
      for key in stride(from: keyCount - 1, through: 0, by: -1) {
        let earliest = origin + key << shift
        for job in 0..<jobCount where !isTime || earliest <= side.closes[job] {
          let begin = isTime ? max(earliest, side.opens[job]) : max(earliest, side.demand[job])
          guard (begin - origin) >> shift == key else { continue }
          var least = LabelSide.never
          if !isTime || begin <= side.lastLimit[job] { least = side.lastCost[job] }
          let end = min(side.wayStarts[job + 1], side.wayStarts[job].addingClamped(width))
          for index in side.wayStarts[job]..<end {
            let way = side.ways[index]
            let next = Int(way.job)
            let value = isTime ? max(begin + way.step, side.opens[next]) : begin + side.demand[next]
            if value > (isTime ? side.closes[next] : side.capacity) { continue }
            let cost = way.cost + side.visitCost[next] + table[((value - origin) >> shift) * jobCount + next]
            if cost < least { least = cost }
          }
          table[key * jobCount + job] = least
        }
      }
    }
    isKnown = true
  }
}
