extension WalkNetwork {
  /// Gives each job a set of jobs near it that a walk remembers having visited while it is there (the ng-sets of R. Baldacci,
  /// A. Mingozzi, R. Roberti, "New route relaxation and pricing strategies for the vehicle routing problem", 2011): the ones it is
  /// cheapest to turn to, and itself.
  ///
  /// A memory is a word of 64 bits. Jobs that are in one set together have different bits; as sets are local, bits are used again
  /// far away, which is a colouring. A job for which no bit is left is remembered by itself alone.
  mutating func remember(most: Int) {
    let back = arcs.map { Set($0.map(\.job)) }
    var sets = arcs.indices.map { job in
      [job] + arcs[job].lazy.filter { back[Int($0.job)].contains(Int32(job)) }.prefix(most - 1).map { Int($0.job) }
    }
    var holders = [[Int]](repeating: [], count: jobs.count)
    for (job, set) in sets.enumerated() { for member in set { holders[member].append(job) } }
    bits = [UInt64](repeating: 0, count: jobs.count)
    for job in jobs.indices {
      var taken: UInt64 = 0
      for holder in holders[job] { for member in sets[holder] { taken |= bits[member] } }
      if taken == .max {
        for holder in holders[job] where holder != job { sets[holder].removeAll { $0 == job } }
        taken = sets[job].reduce(0) { $0 | bits[$1] }
      }
      bits[job] = 1 << UInt64((~taken).trailingZeroBitCount)
    }
    var isMember = [Bool](repeating: false, count: jobs.count)
    for job in jobs.indices {
      for member in sets[job] { isMember[member] = true }
      for index in arcs[job].indices {
        let next = Int(arcs[job][index].job)
        arcs[job][index].keeps = sets[next].reduce(0) { $0 | (isMember[$1] ? bits[$1] : 0) }
        arcs[job][index].forbids = isMember[next] ? bits[next] : 0
      }
      for member in sets[job] { isMember[member] = false }
    }
  }
}
