import Routing

/// Jobs and vehicle types that have to do with each other and with no others, so that what is best for them can be found apart.
struct Group {
  /// Indices into the problem's jobs, ascending.
  var jobs: [Int] = []
  /// Indices into the problem's vehicles, ascending.
  var types: [Int] = []

  /// The connected parts of a graph between jobs and types, those of the fewest jobs first, ties by the first job. Jobs and types without
  /// an edge are parts of their own.
  ///
  /// - Parameter edges: Pairs of job and type.
  /// - Complexity: Nearly O(jobs + types + edges).
  static func parts(jobs: Int, types: Int, edges: some Sequence<(job: Int, type: Int)>) -> [Group] {
    var parent = Array(0..<(jobs + types))
    func root(_ node: Int) -> Int {
      var node = node
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    for edge in edges {
      let (a, b) = (root(edge.job), root(jobs + edge.type))
      parent[max(a, b)] = min(a, b)
    }
    var groups = [Group](repeating: Group(), count: jobs + types)
    for node in 0..<(jobs + types) {
      if node < jobs { groups[root(node)].jobs.append(node) } else { groups[root(node)].types.append(node - jobs) }
    }
    return groups.filter { !$0.jobs.isEmpty }.sorted { ($0.jobs.count, $0.jobs[0]) < ($1.jobs.count, $1.jobs[0]) }
  }
}
