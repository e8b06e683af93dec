import Logistics
import Routing
import Travel

/// Tries every place for a request in a running plan by having the checker judge the whole plan with it: slow, and without a line
/// in common with what answers.
struct FitOracle {
  /// The least extra cost of any place; `nil` if there is none.
  private(set) var cost: Int?
  /// The last rule that any place broke first.
  var obstacle: FitObstacle { furthest ?? .skills }
  private var furthest: FitObstacle?
  /// The plan with what is asked for at that place.
  private(set) var best: [Route] = []
  private let problem: RoutingProblem
  private let routes: [Route]
  private let before: Int
  private let jobs: [Int]

  /// - Parameters:
  ///   - problem: The plan's with what is asked for in it.
  ///   - routes: The plan's routes.
  ///   - jobs: What is asked for: a job, or the ends of a shipment.
  init(_ problem: RoutingProblem, _ routes: [Route], _ jobs: [Int]) {
    self.problem = problem
    self.routes = routes
    self.jobs = jobs
    before = problem.check(routes).routes.reduce(0) { $0 + $1.cost }
    var used = [Int](repeating: 0, count: problem.vehicles.count)
    for (index, route) in routes.enumerated() {
      used[route.vehicle] += 1
      for longer in insertions(into: route) {
        var plan = routes
        plan[index] = longer
        judge(plan)
      }
    }
    for type in problem.vehicles.indices where used[type] < problem.vehicles[type].count {
      judge(routes + [Route(vehicle: type, jobs: jobs)])
    }
  }

  /// The rule of a violation; `nil` for what has nothing to do with where the request goes.
  private static func rule(_ kind: Violation.Kind) -> FitObstacle? {
    switch kind {
    case .alternatives: .alternatives
    case .skills: .skills
    case .sameRoute: .sameRoute
    case .maximumStops: .stops
    case .maximumDistance: .distance
    case .precedence, .deliveriesFirst, .shipment: .order
    case .capacity: .load
    case .timeWindow, .shift, .breaks: .time
    case .timeOnBoard: .timeOnBoard
    case .maximumDuration: .duration
    case .reload, .duplicate, .missing, .begun, .unknown, .fleet: nil
    }
  }

  private mutating func judge(_ plan: [Route]) {
    let verdict = problem.check(plan)
    // What a begun route has driven stays where it is: that is no place.
    if verdict.violations.contains(where: { $0.kind == .begun }) { return }
    if let broken = verdict.violations.compactMap({ Self.rule($0.kind) }).min() {
      furthest = max(furthest ?? broken, broken)
    } else {
      let extra = verdict.routes.reduce(0) { $0 + $1.cost } - before
      if extra < cost ?? .max { (cost, best) = (extra, plan) }
    }
  }

  /// A route as a row of jobs and, below zero, reloads.
  private func row(_ route: Route) -> [Int] {
    var row: [Int] = []
    for (index, trip) in route.trips.enumerated() {
      if index > 0 { row.append(-1 - route.reloads[index - 1].place) }
      row += trip
    }
    return row
  }

  private func route(_ row: [Int], _ vehicle: Int) -> Route {
    var route = Route(vehicle: vehicle, jobs: [])
    for code in row {
      if code >= 0 {
        route.jobs.append(code)
      } else {
        route.reloads.append(ReloadStop(beforeJob: route.jobs.count, at: -1 - code))
      }
    }
    return route
  }

  /// The route with what is asked for at every place.
  private func insertions(into route: Route) -> [Route] {
    let row = row(route)
    var rows: [[Int]] = []
    for first in 0...row.count {
      let one = Array(row[..<first]) + [jobs[0]] + Array(row[first...])
      guard jobs.count == 1 else {
        for second in first...row.count { rows.append(Array(one[...second]) + [jobs[1]] + Array(one[(second + 1)...])) }
        continue
      }
      rows.append(one)
      guard let rule = problem.vehicles[route.vehicle].reload, route.reloads.count < rule.most ?? .max else { continue }
      for place in rule.places {
        // With a job on both sides of it.
        if first > 0, row[first - 1] >= 0 { rows.append(Array(one[..<first]) + [-1 - place] + Array(one[first...])) }
        if first < row.count, row[first] >= 0 { rows.append(Array(one[...first]) + [-1 - place] + Array(one[(first + 1)...])) }
      }
    }
    return rows.map { self.route($0, route.vehicle) }
  }
}
