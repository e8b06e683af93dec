import Logistics
import Routing
import Travel

extension RoutingProblem {
  /// Between more places than this, tables of the shortest ways would be gigabytes of memory.
  private static let mostPlaces = 12_000

  /// A problem without the rules that bounds know nothing of, in which every plan of this one, its routes as they are, costs no
  /// more.
  ///
  /// Rules that only forbid are left away: set-up, releases, breaks, the longest duration, the most stops, orders, time on board,
  /// what belongs on one route, what has begun. Rules that allow more than a bound would take for granted are given in to:
  ///
  /// - A window lasts from the first opening to the last closing with its allowed lateness, which costs nothing; with unlimited
  ///   lateness, to the end of the last shift.
  /// - Ways are the shortest of all profiles, over any reload places, in metres and in seconds apart, at the highest speed of the
  ///   day.
  /// - A vehicle that reloads has its room as many times as it may make trips. The goods of shipments take none.
  /// - Alternatives are free to leave out.
  /// - What is preferred costs nothing: its prices are never below zero.
  /// - Unpaid breaks are taken off the fixed cost or, where that is less than they are worth, time costs nothing.
  ///
  /// - Returns: This problem if it has no such rules; `nil` if the relaxed one would have numbers out of their range, or if there
  ///   are more than 12,000 places, for want of room for their shortest ways.
  var relaxation: RoutingProblem? {
    let isPlain =
      profiles.count == 1 && relations.isEmpty && traffic == nil && begun.isEmpty && preferences.isEmpty
      && jobs.allSatisfy { $0.windows.count <= 1 && $0.lateness == nil && $0.release == nil && $0.setup == .zero }
      && vehicles.allSatisfy { $0.breaks.isEmpty && $0.reload == nil }
    if isPlain { return self }
    guard travel.count <= Self.mostPlaces else { return nil }
    var dropCosts = jobs.map(\.dropCost)
    for choice in relations.alternatives {
      for job in choice.jobs { dropCosts[job] = choice.jobs.count == 1 ? choice.dropCost : 0 }
    }
    let shipped = Set(relations.shipments.flatMap { [$0.pickup, $0.delivery] })
    let nothing = Load.zero(dimensions: dimensions)
    let closings = vehicles.compactMap(\.shift?.closes)
    let lastClosing = closings.count == vehicles.count ? closings.max() : nil
    return try? RoutingProblem(
      travel: shortestWays,
      jobs: jobs.enumerated().map { index, job in
        let isShipped = shipped.contains(index)
        return Job(
          id: job.id, place: job.place, delivery: isShipped ? nothing : job.delivery, pickup: isShipped ? nothing : job.pickup,
          service: job.service, window: job.relaxedWindow(lastClosing), skills: job.skills, dropCost: dropCosts[index])
      },
      vehicles: vehicles.map { vehicle in
        let unpaid = vehicle.breaks.filter { !$0.isPaid }.reduce(0) { $0 + $1.duration.seconds }
        let saving = unpaid.multipliedClamped(by: vehicle.costPerSecond)
        let isSavedByFixedCost = saving <= vehicle.fixedCost
        return VehicleType(
          id: vehicle.id, count: vehicle.count, start: vehicle.start, end: vehicle.end, capacity: room(of: vehicle),
          shift: vehicle.shift, skills: vehicle.skills, fixedCost: vehicle.fixedCost - (isSavedByFixedCost ? saving : 0),
          costPerMetre: vehicle.costPerMetre, costPerSecond: isSavedByFixedCost ? vehicle.costPerSecond : 0,
          maximumDistance: vehicle.maximumDistance)
      })
  }

  /// What a vehicle carries on all its trips together.
  private func room(of vehicle: VehicleType) -> Load {
    guard let reload = vehicle.reload else { return vehicle.capacity }
    return Load(
      (0..<dimensions).map { dimension in
        // More than everything need not fit.
        let everything =
          [\Job.delivery, \Job.pickup].map { load in
            jobs.reduce(0) { $0.addingClamped($1[keyPath: load][dimension]) }
          }.max() ?? 0
        let room = vehicle.capacity[dimension].multipliedClamped(by: (reload.most ?? .max).addingClamped(1))
        return min(room, max(vehicle.capacity[dimension], everything))
      })
  }

  /// For each way the least metres and the least seconds by any profile, with as many reloads as one likes on the way.
  private var shortestWays: TravelMatrix {
    let count = travel.count
    let fastest = max(100, traffic?.changes.map(\.percent).max() ?? 100)
    let first = travel.tabulated()
    var metres = first.metres
    var seconds = first.seconds
    for (index, profile) in profiles.map({ $0.tabulated() }).enumerated() {
      var ownMetres = profile.metres
      // An arrival is a whole second.
      var ownSeconds = profile.seconds.map { Int32((Int($0) * 100 + fastest - 1) / fastest) }
      let reloads = Set(vehicles.filter { $0.profile == index }.flatMap { $0.reload?.places ?? [] }).sorted()
      // (R. Floyd, "Algorithm 97: Shortest path", 1962.)
      for reload in reloads {
        for from in 0..<count {
          let (metresThere, secondsThere) = (ownMetres[from * count + reload], ownSeconds[from * count + reload])
          for to in 0..<count {
            // Subtracted, since the sum of the two longest ways is no `Int32`.
            let (metresOn, secondsOn) = (ownMetres[reload * count + to], ownSeconds[reload * count + to])
            let way = from * count + to
            if metresThere < ownMetres[way] - min(metresOn, ownMetres[way]) { ownMetres[way] = metresThere + metresOn }
            if secondsThere < ownSeconds[way] - min(secondsOn, ownSeconds[way]) { ownSeconds[way] = secondsThere + secondsOn }
          }
        }
      }
      for way in metres.indices {
        metres[way] = min(metres[way], ownMetres[way])
        seconds[way] = min(seconds[way], ownSeconds[way])
      }
    }
    return TravelMatrix(count: count, metres: metres, seconds: seconds)
  }
}

extension Job {
  /// When its service may begin at all, or `nil` if at any time.
  ///
  /// - Parameter lastClosing: When the last shift ends; `nil` if one never does.
  fileprivate func relaxedWindow(_ lastClosing: Instant?) -> TimeWindow? {
    guard let window else { return nil }
    guard let lateness else { return window }
    guard let closes = lateness.most.map({ window.closes + $0 }) ?? lastClosing else { return nil }
    return TimeWindow(opens: window.opens, closes: max(window.closes, closes))
  }
}
