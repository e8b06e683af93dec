/// Cuts as the walks of one network meet them.
struct PricedCuts {
  /// For each job of the network the cuts that it belongs to.
  var members: [CutSet]
  /// For each job the cuts that are remembered past it.
  var memories: [CutSet]
  /// For each cut what a walk pays that has two of its jobs, in scaled units.
  var penalties: [Int] = []

  /// No cuts.
  init(jobs: Int) {
    members = [CutSet](repeating: CutSet(), count: jobs)
    memories = members
  }
}
