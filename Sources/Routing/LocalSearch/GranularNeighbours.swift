import Logistics

/// Which jobs are worth trying next to each other.
///
/// Granular neighbourhoods (P. Toth and D. Vigo, 2003) by the proximity of Vidal et al. (2013): metres, and what driving from one to the other
/// means in waiting and lateness at the least.
enum GranularNeighbours {
  /// How many for each job.
  static let width = 30
  /// What a second of waiting and of lateness counts, in costs of a metre.
  private static let weightOfWaiting = 0.2
  private static let weightOfLateness = 1.0

  static func table(_ problem: RoutingProblem, _ flat: FlatProblem, width: Int, _ arena: Arena) -> UnsafePointer<Int32> {
    let count = flat.jobCount
    let table = arena.table(count * width, of: Int32(0))
    guard width > 0 else { return UnsafePointer(table) }
    // Few of many: most are farther than the last of the row so far, and are done with at once.
    let closest = arena.table(width, of: Double.infinity)
    for job in 0..<count {
      let row = table + job * width
      var known = 0
      for other in 0..<count where other != job {
        let proximity = min(proximity(job, other, flat), proximity(other, job, flat))
        if known == width && proximity >= closest[width - 1] { continue }
        var rank = known < width ? known : width - 1
        while rank > 0 && closest[rank - 1] > proximity {
          closest[rank] = closest[rank - 1]
          row[rank] = row[rank - 1]
          rank -= 1
        }
        closest[rank] = proximity
        row[rank] = Int32(other)
        known = min(width, known + 1)
      }
    }
    return UnsafePointer(table)
  }

  /// How much there is against driving from one job to another: less is closer.
  private static func proximity(_ from: Int, _ to: Int, _ flat: FlatProblem) -> Double {
    let leg = Int(flat.place[from]) * flat.placeCount + Int(flat.place[to])
    let metres = Double(flat.metresFrom[leg])
    guard flat.hasTime else { return metres }
    let after = flat.service[from] + Int(flat.secondsFrom[leg])
    let waiting = max(0, flat.ready[to] - after - flat.due[from])
    let lateness = max(0, flat.ready[from] + after - flat.due[to])
    return metres + weightOfWaiting * Double(waiting) + weightOfLateness * Double(lateness)
  }
}
