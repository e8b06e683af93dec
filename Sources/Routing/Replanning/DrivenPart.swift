import Logistics

/// What of a route is done at a moment, or cannot be changed any more: what has begun, and what the vehicle is on its way to.
struct DrivenPart {
  /// When a job that is done, or that the vehicle is on its way to, begins, and how long it takes.
  struct Pin {
    let begin: Instant
    let service: TimeSpan
    /// Whether it has begun; else the vehicle is on its way to it.
    let hasBegun: Bool
  }

  /// Whether the vehicle drives no further.
  let isDown: Bool
  /// Whether it has left its start.
  let hasLeft: Bool
  /// How many of the route's jobs and reloads are in this part.
  private(set) var jobs = 0
  private(set) var reloads = 0
  /// Whether all is done and the vehicle is on its way home, or there.
  private(set) var isOver = false
  /// The jobs whose goods were loaded for the trip that the vehicle is on, and that are not in this part.
  private(set) var onBoard: [Int] = []
  /// When each job of this part begins.
  private(set) var pins: [Pin] = []
  /// The breaks that have begun.
  private(set) var breaks: [ScheduledRoute.BreakVisit] = []
  /// The place of the last halt that it has reached; its start if there is none.
  private(set) var place: Int

  /// - Parameters:
  ///   - delay: How long the vehicle is behind: it is where the schedule has it so much earlier.
  ///   - traffic: What the traffic was thought to be, and what it is from now on.
  init(
    of trip: ScheduledRoute, in problem: RoutingProblem, at now: Instant, delay: TimeSpan, isDown: Bool,
    traffic: (before: Traffic, after: Traffic)
  ) {
    let clock = now - delay
    self.isDown = isDown
    place = problem.vehicles[trip.route.vehicle].start
    hasLeft = !trip.stops.isEmpty && trip.departure <= clock
    guard hasLeft else { return }
    let route = trip.route
    var leaves = trip.departure
    var lastIsReload = false
    var isOpen = true
    /// Whether a halt is in this part: begun, or left for.
    func holds(_ begin: Instant) -> Bool { isDown ? begin <= clock : leaves <= clock }
    for index in 0...route.jobs.count {
      while isOpen, reloads < trip.reloads.count, route.reloads[reloads].beforeJob <= index {
        let visit = trip.reloads[reloads]
        isOpen = holds(visit.arrival)
        guard isOpen else { break }
        if visit.arrival <= clock { place = visit.place }
        (leaves, lastIsReload) = (visit.departure, true)
        reloads += 1
      }
      guard isOpen, index < route.jobs.count, holds(trip.stops[index].begin) else { break }
      if trip.stops[index].begin <= clock { place = problem.jobs[route.jobs[index]].place }
      (leaves, lastIsReload) = (trip.stops[index].departure, false)
      jobs += 1
    }
    isOver = jobs == route.jobs.count && reloads == route.reloads.count && leaves <= clock
    let isLoading = lastIsReload && leaves > clock
    let tripEnd =
      reloads < route.reloads.count ? min(max(jobs, route.reloads[reloads].beforeJob), route.jobs.count) : route.jobs.count
    onBoard = isLoading ? [] : Array(route.jobs[jobs..<tripEnd])
    breaks = trip.breaks.filter { $0.begin <= clock }
    pins = trip.stops.prefix(jobs).enumerated().map { index, stop in
      let isLast = index == jobs - 1
      let service = stop.departure - stop.begin
      guard stop.begin > clock else {
        // Whoever is at a stop stays there for as long as it is behind; so does who has left it, if that was for a reload.
        let isHere = isLast && !isDown && !isOver && (stop.departure > clock || lastIsReload)
        return Pin(begin: stop.begin, service: isHere ? service + delay : service, hasBegun: true)
      }
      let arrival =
        stop.arrival > clock ? traffic.after.end(of: traffic.before.work(from: clock, to: stop.arrival), from: now) : now
      let opening = problem.jobs[stop.job].windows.first { arrival <= $0.closes }.map { max(arrival, $0.opens) } ?? arrival
      return Pin(begin: max(stop.begin, opening), service: service, hasBegun: false)
    }
  }

  /// Keeps at least so much of the route as it is.
  mutating func keep(jobs: Int, reloads: Int) {
    guard !isDown else { return }
    onBoard.removeFirst(min(onBoard.count, max(0, jobs - self.jobs)))
    self.jobs = max(self.jobs, jobs)
    self.reloads = max(self.reloads, reloads)
  }
}
