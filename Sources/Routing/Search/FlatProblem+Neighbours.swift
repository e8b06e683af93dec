import Logistics
import Travel

extension FlatProblem {
  /// For each job itself and the nearest, by the way there and back, ties by number, so that the order is the same everywhere.
  static func neighbours(_ jobs: [Job], _ travel: TravelMatrix, width: Int, _ arena: Arena) -> UnsafePointer<Int32> {
    let table = arena.table(jobs.count * width, of: Int32(0))
    guard width > 0 else { return UnsafePointer(table) }
    let others = travel.nearest(width - 1, among: jobs.map(\.place))
    for job in jobs.indices {
      table[job * width] = Int32(job)
      for rank in 1..<width { table[job * width + rank] = others[job * (width - 1) + rank - 1] }
    }
    return UnsafePointer(table)
  }

  /// The metres to each of the neighbours.
  static func metres(
    to neighbours: UnsafePointer<Int32>, width: Int, _ place: UnsafePointer<Int32>, _ jobCount: Int,
    _ metres: UnsafePointer<Int32>, _ placeCount: Int, _ arena: Arena
  ) -> UnsafePointer<Int32> {
    let table = arena.table(jobCount * width, of: Int32(0))
    for job in 0..<jobCount {
      let row = metres + Int(place[job]) * placeCount
      for index in job * width..<(job + 1) * width { table[index] = row[Int(place[Int(neighbours[index])])] }
    }
    return UnsafePointer(table)
  }
}
