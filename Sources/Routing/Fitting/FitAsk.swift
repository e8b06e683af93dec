import Logistics

/// A request that stands in the tables of a running plan, ready to be looked for a place for.
struct FitAsk {
  /// The slots of its visits, and their jobs as asked for.
  let slots: [Int]
  let jobs: [Job]
  let rows: [Int]
  /// Which of them the windows are of.
  let varied: Int
  let mostTimeOnBoard: TimeSpan?
  /// Whether it is a job of the problem, which has its slot for good.
  let isOwn: Bool

  /// The jobs with a window tried.
  func jobs(in windows: [TimeWindow]) -> [Job] {
    jobs.enumerated().map { index, job in index == varied ? job.with(windows: windows) : job }
  }
}

extension RoutingProblem {
  /// The same where nobody was told anything.
  var withoutAnnouncements: RoutingProblem {
    guard jobs.contains(where: { $0.announced != nil }) else { return self }
    return RoutingProblem(
      known: profiles, jobs: jobs.map { $0.unannounced }, vehicles: vehicles, relations: relations, traffic: traffic,
      begun: begun, preferences: preferences)
  }
}

extension Job {
  /// The same of which nobody was told anything.
  fileprivate var unannounced: Job {
    Job(
      id: id, place: place, delivery: delivery, pickup: pickup, service: service, setup: setup, windows: windows,
      lateness: lateness, release: release, skills: skills, dropCost: dropCost)
  }

  /// The same with other windows, or at another place, or one that must be served.
  func with(windows: [TimeWindow]? = nil, place: Int? = nil, isRequired: Bool = false) -> Job {
    Job(
      id: id, place: place ?? self.place, delivery: delivery, pickup: pickup, service: service, setup: setup,
      windows: windows ?? self.windows, lateness: lateness, release: release, skills: skills,
      dropCost: isRequired ? nil : dropCost, announced: announced)
  }
}
