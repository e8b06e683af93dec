import Logistics
import Routing

/// What a dispatcher is told of the jobs that a plan leaves out.
func explain(_ problem: RoutingProblem, _ routes: [Route]) throws -> [String] {
  var lines: [String] = []
  for left in try problem.explainLeftOut(of: routes) {
    let names = left.jobs.map { problem.jobs[$0].id.text }.joined(separator: " and ")
    for obstacle in left.obstacles {
      let vehicle = problem.vehicles[obstacle.vehicle].id
      let rules = obstacle.breaches.map { "\($0.rule.rawValue) by \($0.amount)" }
      lines.append(
        "\(names): \(vehicle), route \(obstacle.route ?? -1): \(rules.joined(separator: obstacle.isJoint ? " and " : " or "))")
    }
    for remedy in left.remedies {
      guard let change = remedy.change else {
        lines.append("\(names): planning again serves it, for \(remedy.extraCost)")
        continue
      }
      lines.append("\(names): \(change.rule) by \(change.amount), for \(remedy.extraCost)")
      // True when applied: these routes keep every rule of the changed problem, jobs missing elsewhere aside.
      let verdict = try problem.changed(by: change).check(remedy.routes)
      assert(verdict.violations.allSatisfy { $0.kind == .missing })
    }
  }
  if let conflict = try problem.conflictingDemands(missedBy: routes) {
    lines.append("not all of these can be served: \(conflict.demands)" + (conflict.isProved ? ", which is proved" : ""))
  }
  return lines
}
