import Logistics
import Travel

/// What stays together when a problem is divided: a route with all that is bound to it, or a unit that is on none.
struct Cluster {
  var jobs: [Int]
}

/// Divides clusters into groups that lie together.
///
/// A group is halved by the mean distance of each cluster's jobs from a job drawn at random: another job, another cut, so that no
/// border between parts stays where it is. From the ways alone, since there need be no coordinates.
struct Partition {
  let problem: RoutingProblem

  /// Groups of clusters, as many as are asked for if there are so many clusters, of about as many jobs each. O(jobs × log groups).
  func groups(_ clusters: [Cluster], count: Int, _ random: inout RandomSource) -> [[Cluster]] {
    guard count > 1, clusters.count > 1 else { return [clusters] }
    let seed = draw(clusters, &random)
    let ranked = clusters.map { (key: remoteness($0, from: seed), cluster: $0) }.enumerated()
      .sorted { ($0.element.key, $0.offset) < ($1.element.key, $1.offset) }.map(\.element.cluster)
    let nearCount = count / 2
    let wanted = ranked.reduce(0) { $0 + $1.jobs.count } * nearCount / count
    var near = 0
    var taken = 0
    while near < ranked.count - 1, near == 0 || taken + ranked[near].jobs.count / 2 < wanted {
      taken += ranked[near].jobs.count
      near += 1
    }
    return groups(Array(ranked[..<near]), count: nearCount, &random)
      + groups(Array(ranked[near...]), count: count - nearCount, &random)
  }

  private func draw(_ clusters: [Cluster], _ random: inout RandomSource) -> Int {
    var left = random.below(max(1, clusters.reduce(0) { $0 + $1.jobs.count }))
    for cluster in clusters {
      if left < cluster.jobs.count { return cluster.jobs[left] }
      left -= cluster.jobs.count
    }
    return clusters[0].jobs[0]
  }

  private func remoteness(_ cluster: Cluster, from seed: Int) -> Int {
    let (jobs, travel) = (problem.jobs, problem.travel)
    let sum = cluster.jobs.reduce(0) { $0 + travel.distance(from: jobs[seed].place, to: jobs[$1].place).metres }
    return sum / max(1, cluster.jobs.count)
  }
}
