import Dispatching
import Interchange
import Logistics
import Routing

/// What `lastmile route` prints.
struct RouteReport {
  let instance: String
  let feasible: Bool
  let cost: FileAmount
  let vehicles: Int
  let routes: [[Int]]
  let unassigned: [Int]
  let bound: FileAmount?
  let boundMethod: String?
  let gap: Double?
  let iterations: Int
  let seconds: Double
  let cpuSeconds: Double
  let threads: Int
  let seed: UInt64
  let trace: [TracePoint]

  init(_ instance: RoutingInstance, _ answer: Answer, _ proof: LowerBound?, threads: Int) {
    self.instance = instance.name
    feasible = answer.verdict.isFeasible
    cost = instance.cost(of: answer.verdict)
    routes = instance.clients(of: answer.routes)
    vehicles = answer.routes.count { !$0.jobs.isEmpty }
    unassigned = instance.unassigned(in: answer.verdict)
    // A bound of the objective, which is the printed cost unless what is left out has a price that is not printed.
    let proof = cost == instance.cost(answer.verdict.cost) ? proof : nil
    bound = proof.map { instance.cost($0.value) }
    boundMethod = proof?.method
    gap = proof.map { Gap.between(cost: answer.verdict.cost, bound: $0.value) }
    iterations = answer.iterations
    seconds = answer.time.roundedSeconds
    cpuSeconds = ProcessorTime.used.roundedSeconds
    self.threads = threads
    seed = answer.seed
    trace = answer.trace.map { TracePoint(seconds: $0.time.roundedSeconds, cost: instance.cost($0.cost)) }
  }

  /// A cost and when it was reached, as `[0.31, 28011]`.
  struct TracePoint: Encodable {
    let seconds: Double
    let cost: FileAmount

    func encode(to encoder: any Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(seconds)
      try container.encode(cost)
    }
  }

  private var boundInWords: String {
    guard let bound, let gap else { return "no bound" }
    return gap > 0 ? "bound \(bound), gap \((gap * 10_000).rounded() / 100) %" : "proved optimal"
  }

  /// The same for people; vehicles that stay at home are not listed.
  func table(_ answer: Answer, _ instance: RoutingInstance) -> String {
    let length = answer.verdict.routes.reduce(Distance.zero) { $0 + $1.distance }.metres
    let distance = instance.measuresDistance ? ", distance \(instance.amount(length))" : ""
    var lines = [
      "\(self.instance): cost \(cost), vehicles \(vehicles)\(distance)" + (feasible ? "" : ", not feasible"),
      "\(iterations) iterations in \(seconds) s, \(boundInWords)",
    ]
    let driven = zip(instance.seats(of: answer.routes), routes).enumerated().compactMap { place, entry in
      entry.0.map { (number: place + 1, cost: "\(instance.cost(answer.verdict.routes[$0].cost))", clients: entry.1) }
    }
    let width = driven.map(\.cost.count).max() ?? 0
    for (number, cost, clients) in driven {
      let indent = String(repeating: " ", count: max(0, "\(driven.last?.number ?? 0)".count - "\(number)".count))
      let padding = String(repeating: " ", count: width - cost.count)
      lines.append("  \(indent)\(number)  \(padding)\(cost)  \(clients.map(String.init).joined(separator: " "))")
    }
    if !unassigned.isEmpty { lines.append("  left out: \(unassigned.map(String.init).joined(separator: " "))") }
    return lines.joined(separator: "\n")
  }
}

extension RouteReport: Encodable {
  private enum CodingKeys: String, CodingKey {
    case instance, feasible, cost, vehicles, routes, unassigned, bound, boundMethod, gap, iterations, seconds, cpuSeconds, threads
    case seed, trace
  }

  /// Encodes every key; without a proof the bound, its method and the gap are null.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(instance, forKey: .instance)
    try container.encode(feasible, forKey: .feasible)
    try container.encode(cost, forKey: .cost)
    try container.encode(vehicles, forKey: .vehicles)
    try container.encode(routes, forKey: .routes)
    try container.encode(unassigned, forKey: .unassigned)
    try container.encode(bound, forKey: .bound)
    try container.encode(boundMethod, forKey: .boundMethod)
    try container.encode(gap, forKey: .gap)
    try container.encode(iterations, forKey: .iterations)
    try container.encode(seconds, forKey: .seconds)
    try container.encode(cpuSeconds, forKey: .cpuSeconds)
    try container.encode(threads, forKey: .threads)
    try container.encode(seed, forKey: .seed)
    try container.encode(trace, forKey: .trace)
  }
}
