import Logistics
import Travel

/// A route as the vehicle drives it: its halts one after the other, each with the way to it and all that time has to do with there.
struct Itinerary {
  /// Where the vehicle halts: the start, a job, a reload or the end.
  struct Halt {
    /// What it halts for.
    enum Kind: Equatable {
      case start
      /// The job, as an index into the problem's jobs.
      case job(Int)
      case reload
      case end
    }

    let kind: Kind
    let place: Int
    /// The way from the halt before, in time by the matrix.
    var travel = TimeSpan.zero
    var distance = Distance.zero
    /// When the stay may begin.
    var windows: [TimeWindow] = []
    var lateness: Lateness?
    /// When it was told to begin, where another moment has a price.
    var told: Instant?
    /// How long it stays, breaks aside.
    var stay = TimeSpan.zero
    /// When the goods of the trip that begins here are there.
    var release: Instant?

    /// The last begin that is allowed, or `nil` for no limit.
    var latest: Instant? {
      guard let closes = windows.last?.closes else { return nil }
      guard let lateness else { return closes }
      return lateness.most.map { closes + $0 }
    }

    /// How long after the last closing a begin is.
    func lateness(at begin: Instant) -> TimeSpan {
      guard let closes = windows.last?.closes else { return .zero }
      return max(.zero, begin - closes)
    }

    /// What a begin costs.
    func latenessCost(at begin: Instant) -> Int {
      var cost = ClampedSum()
      cost.add(lateness(at: begin).seconds, times: lateness?.costPerSecond ?? 0)
      return cost.total
    }
  }

  /// The start, jobs and reloads in order, the end.
  private(set) var halts: [Halt]
  let shift: TimeWindow?
  let traffic: Traffic?

  /// The halts of a route.
  ///
  /// - Precondition: The problem has its vehicle type and its jobs, and the places of its reloads.
  init(_ problem: RoutingProblem, _ route: Route) {
    let vehicle = problem.vehicles[route.vehicle]
    shift = vehicle.shift
    traffic = problem.traffic
    halts = []
    for (index, trip) in route.trips.enumerated() {
      var depot = Halt(kind: .start, place: vehicle.start)
      if index > 0 {
        depot = Halt(kind: .reload, place: route.reloads[index - 1].place)
        depot.stay = vehicle.reload?.duration ?? .zero
      }
      depot.release = trip.compactMap { problem.jobs[$0].release }.max()
      halts.append(depot)
      for job in trip {
        let rules = problem.jobs[job]
        var halt = Halt(kind: .job(job), place: rules.place)
        halt.windows = rules.windows
        halt.lateness = rules.lateness
        halt.told = rules.announced.flatMap { $0.costPerSecond > 0 ? $0.begin : nil }
        let isAlreadyThere = halts.last.map { $0.kind != .start && $0.place == rules.place } ?? false
        halt.stay = rules.service + (isAlreadyThere ? .zero : rules.setup)
        halts.append(halt)
      }
    }
    halts.append(Halt(kind: .end, place: vehicle.end))
    let travel = problem.profiles[vehicle.profile]
    for index in halts.indices.dropFirst() {
      halts[index].travel = travel.duration(from: halts[index - 1].place, to: halts[index].place)
      halts[index].distance = travel.distance(from: halts[index - 1].place, to: halts[index].place)
    }
  }

  /// When a way is done that takes so long by the matrix: the first whole second at which the seconds driven, each weighed with its
  /// percentage, make it up.
  func arrival(leaving departure: Instant, travel: TimeSpan) -> Instant {
    guard let traffic else { return departure + travel }
    var clock = departure
    var percent = 100
    var work = travel.seconds * 100
    for change in traffic.changes {
      if change.at > clock {
        let (driven, isTooLarge) = (change.at - clock).seconds.multipliedReportingOverflow(by: percent)
        if isTooLarge || driven >= work { break }
        work -= driven
        clock = change.at
      }
      percent = change.percent
    }
    return clock + .seconds((work + percent - 1) / percent)
  }

  /// The first moment from `clock` on in one of the windows; `nil` if all have closed. Without windows, any moment is one.
  static func opening(of windows: [TimeWindow], from clock: Instant) -> Instant? {
    if windows.isEmpty { return clock }
    return windows.first { clock <= $0.closes }.map { max(clock, $0.opens) }
  }
}
