import Logistics

/// What a search for a place knows so far of one way to promise: the windows, the best place, and how far others got.
struct FitWindow {
  /// What was asked about; `nil` for the job's own windows.
  let window: TimeWindow?
  /// The windows of the job that they vary.
  let windows: [TimeWindow]
  let opens: Int
  /// The last begin that is allowed, lateness included.
  let due: Int
  /// Whether one stretch of time says all: one window at the most, and nobody is late in it.
  let isSimple: Bool
  /// What the best place costs more; nothing found yet if it is the largest number.
  var cost = Int.max
  var found = FitFound()
  var obstacle = FitObstacle.alternatives

  init(_ window: TimeWindow?, of job: Job) {
    self.window = window
    windows = window.map { [$0] } ?? job.windows
    let bounds = Self.bounds(of: windows, job.lateness)
    (opens, due) = bounds
    isSimple = windows.count <= 1 && job.lateness == nil
  }

  var isFound: Bool { cost < .max }

  @inline(__always)
  mutating func fail(at rule: FitObstacle) {
    if obstacle < rule { obstacle = rule }
  }

  /// The first opening and the last begin that is allowed.
  static func bounds(of windows: [TimeWindow], _ lateness: Lateness?) -> (opens: Int, due: Int) {
    guard let first = windows.first, let last = windows.last else { return (-FlatProblem.forever, FlatProblem.forever) }
    let opens = first.opens.secondsSince1970
    guard let lateness else { return (opens, last.closes.secondsSince1970) }
    return (opens, lateness.most.map { last.closes.secondsSince1970 + $0.seconds } ?? FlatProblem.forever)
  }
}

/// A place for a job, or for the two ends of a shipment.
struct FitFound: Equatable {
  /// The route is a new one.
  static let newRoute = -1

  var route = Self.newRoute
  var type = 0
  /// The number of codes of the route that come before it.
  var position = 0
  /// The same of the other end of a shipment, the first end not counted; no less.
  var otherPosition = 0
  /// The place of a reload that is inserted as well, or −1, and whether it comes before the job.
  var reload: Int32 = -1
  var reloadsBefore = false
}

/// A place that has to be driven through before it is known whether it will do; what it costs at the least.
struct FitCandidate {
  let cost: Int
  let window: Int
  let found: FitFound
}
