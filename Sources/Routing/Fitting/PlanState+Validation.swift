import Logistics

extension PlanState {
  /// What is wrong with a request.
  func validate(_ request: FitRequest, _ windows: [TimeWindow]) throws(InvalidInput) {
    var faults = FaultList()
    switch request.content {
    case .job(let job):
      if faults.check(
        problem.jobs.indices.contains(job), at: "$.job", found: "\(job)", expected: "a job, 0 to \(problem.jobs.count - 1)")
      {
        let ends = [job] + (partner(of: job) < 0 ? [] : [partner(of: job)])
        for end in ends where routeOfSlot[end] >= 0 {
          faults.add(at: "$.job", found: "job \(end), which is on route \(routeOfSlot[end])", expected: "one on no route")
        }
      }
    case .visit(let stop): validate(stop, "$.visit", &faults)
    case .shipment(let pickup, let delivery, let most):
      validate(pickup, "$.pickup", &faults)
      validate(delivery, "$.delivery", &faults)
      faults.check(
        pickup.job.delivery.isZero, at: "$.pickup.delivery", found: "\(pickup.job.delivery)", expected: "nothing")
      faults.check(delivery.job.pickup.isZero, at: "$.delivery.pickup", found: "\(delivery.job.pickup)", expected: "nothing")
      faults.check(
        pickup.job.pickup == delivery.job.delivery, at: "$.delivery.delivery", found: "\(delivery.job.delivery)",
        expected: "\(pickup.job.pickup), as is picked up")
      faults.check(pickup.job.id != delivery.job.id, at: "$.delivery.id", found: "\(delivery.job.id)", expected: "another name")
      problem.checkRange(most?.seconds ?? 0, 0...RoutingProblem.longestHorizon, "$.mostTimeOnBoard", &faults)
    }
    for (index, window) in windows.enumerated() {
      problem.checkMoment(window.opens, "$.windows[\(index)].opens", &faults)
      problem.checkMoment(window.closes, "$.windows[\(index)].closes", &faults)
    }
    try faults.throwIfAny("fit request")
  }

  private func validate(_ stop: NewStop, _ path: String, _ faults: inout FaultList) {
    let isAt = stop.address != nil
    if isAt {
      faults.check(
        places.hasMap, at: "\(path).address", found: "an address", expected: "a row: the plan has no map of streets")
    } else {
      faults.check(
        (0..<places.count).contains(stop.job.place), at: "\(path).place", found: "\(stop.job.place)",
        expected: "a row of the plan's matrices, 0 to \(places.count - 1)")
    }
    faults.check(
      stop.job.announced == nil, at: "\(path).announced", found: "an announcement",
      expected: "none: nobody was told of a stop that is asked about")
    // Where it is has been looked at.
    problem.validate(stop.job.with(place: problem.vehicles[0].start), path, &faults)
  }

  /// Whether the names of what a request brings along are free.
  func validateNames(_ request: FitRequest) throws(InvalidInput) {
    var faults = FaultList()
    let stops: [NewStop] =
      switch request.content {
      case .job: []
      case .visit(let stop): [stop]
      case .shipment(let pickup, let delivery, _): [pickup, delivery]
      }
    for stop in stops {
      let taken = jobs.contains { $0?.id == stop.job.id }
      faults.check(!taken, at: "$.id", found: "\(stop.job.id), as a job of the plan", expected: "another name")
    }
    try faults.throwIfAny("fit request")
  }
}
