/// The jobs that one vehicle visits, in order, and where it loads anew between them.
public struct Route: Hashable, Sendable {
  /// The vehicle's type, as an index into the problem's vehicles.
  public var vehicle: Int
  /// The jobs, as indices into the problem's jobs.
  public var jobs: [Int]
  /// Where it loads anew, in the order of the route.
  public var reloads: [ReloadStop]

  /// A route.
  public init(vehicle: Int, jobs: [Int], reloads: [ReloadStop] = []) {
    self.vehicle = vehicle
    self.jobs = jobs
    self.reloads = reloads
  }

  /// The jobs of each trip: those up to the first reload, those from it to the next, and so on. At least one list, which may be empty.
  public var trips: [ArraySlice<Int>] {
    var start = 0
    var trips: [ArraySlice<Int>] = []
    for reload in reloads {
      let end = min(max(start, reload.beforeJob), jobs.count)
      trips.append(jobs[start..<end])
      start = end
    }
    return trips + [jobs[start...]]
  }
}

/// A reload on a route.
public struct ReloadStop: Hashable, Sendable {
  /// The position among the route's jobs of the one that comes after it; the number of jobs if none does.
  public var beforeJob: Int
  /// The row of the travel matrix.
  public var place: Int

  /// A reload before a job of the route.
  public init(beforeJob: Int, at place: Int) {
    self.beforeJob = beforeJob
    self.place = place
  }
}
