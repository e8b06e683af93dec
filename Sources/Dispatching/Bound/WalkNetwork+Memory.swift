extension WalkNetwork {
  /// Gives each job a set of jobs near it that a walk remembers having visited while it is there (the ng-sets of R. Baldacci, A.
  /// Mingozzi, R. Roberti, "New route relaxation and pricing strategies for the vehicle routing problem", 2011): the ones it is
  /// cheapest to turn to, and itself.
  ///
  /// A memory is a word of 64 bits. Jobs that are in one set together have different bits; as sets are local, bits are used again
  /// far away, which is a colouring. A job for which no bit is left is remembered by itself alone.
  mutating func remember(most: Int) {
    let back = morning.ways.map { Set($0.map(\.job)) }
    var sets = jobs.indices.map { job in
      [job] + morning.ways[job].lazy.filter { back[Int($0.job)].contains(Int32(job)) }.prefix(most - 1).map { Int($0.job) }
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
    morning.remember(sets, bits)
    evening.remember(sets, bits)
  }
}

extension WalkNetwork.Side {
  fileprivate mutating func remember(_ sets: [[Int]], _ bits: [UInt64]) {
    var isMember = [Bool](repeating: false, count: sets.count)
    for job in sets.indices {
      for member in sets[job] { isMember[member] = true }
      for index in ways[job].indices {
        let next = Int(ways[job][index].job)
        ways[job][index].keeps = sets[next].reduce(0) { $0 | (isMember[$1] ? bits[$1] : 0) }
        ways[job][index].forbids = isMember[next] ? bits[next] : 0
      }
      for member in sets[job] { isMember[member] = false }
    }
  }
}
