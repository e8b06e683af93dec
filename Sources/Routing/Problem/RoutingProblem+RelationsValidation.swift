import Logistics

extension RoutingProblem {
  func validateTraffic(_ faults: inout FaultList) {
    guard let traffic else { return }
    for (index, change) in traffic.changes.enumerated() {
      let path = "$.traffic.changes[\(index)]"
      checkMoment(change.at, "\(path).at", &faults)
      checkRange(change.percent, 1...10_000, "\(path).percent", &faults)
      if index > 0, change.at <= traffic.changes[index - 1].at {
        faults.add(
          at: "\(path).at", found: "\(change.at.secondsSince1970)", expected: "a moment later than that of the change before")
      }
    }
  }

  func validateRelations(_ faults: inout FaultList) {
    validateShipments(&faults)
    validateAlternatives(&faults)
    var owner: [Int: Int] = [:]
    for (list, members) in relations.sameRoute.enumerated() {
      for (index, job) in members.enumerated() {
        let path = "$.relations.sameRoute[\(list)][\(index)]"
        guard checkJob(job, path, &faults) else { continue }
        if let other = owner.updateValue(list, forKey: job) {
          faults.add(at: path, found: "job \(job), as in $.relations.sameRoute[\(other)]", expected: "each job once")
        }
      }
    }
    for (index, precedence) in relations.precedences.enumerated() {
      let path = "$.relations.precedences[\(index)]"
      let known = checkJob(precedence.first, "\(path).first", &faults) && checkJob(precedence.second, "\(path).second", &faults)
      if known, precedence.first == precedence.second {
        faults.add(at: path, found: "job \(precedence.first) before itself", expected: "two jobs")
      }
    }
  }

  private func validateShipments(_ faults: inout FaultList) {
    var ends: [Int: Int] = [:]
    for (index, shipment) in relations.shipments.enumerated() {
      let path = "$.relations.shipments[\(index)]"
      let first = checkJob(shipment.pickup, "\(path).pickup", &faults)
      let second = checkJob(shipment.delivery, "\(path).delivery", &faults)
      guard first, second else { continue }
      for (job, name) in [(shipment.pickup, "pickup"), (shipment.delivery, "delivery")] {
        if let other = ends.updateValue(index, forKey: job) {
          faults.add(at: "\(path).\(name)", found: "job \(job), as in $.relations.shipments[\(other)]", expected: "each job once")
        }
      }
      let (pickup, delivery) = (jobs[shipment.pickup], jobs[shipment.delivery])
      faults.check(
        pickup.delivery.isZero, at: "\(path).pickup", found: "a job that delivers \(pickup.delivery)",
        expected: "one that only picks up")
      faults.check(
        delivery.pickup.isZero, at: "\(path).delivery", found: "a job that picks up \(delivery.pickup)",
        expected: "one that only delivers")
      faults.check(
        pickup.pickup == delivery.delivery, at: path, found: "\(pickup.pickup) taken and \(delivery.delivery) handed over",
        expected: "the same load")
      faults.check(
        (pickup.dropCost == nil) == (delivery.dropCost == nil), at: path, found: "one end that may be left out",
        expected: "both or neither")
      checkRange(shipment.mostTimeOnBoard?.seconds ?? 0, 0...Self.longestHorizon, "\(path).mostTimeOnBoard", &faults)
    }
  }

  private func validateAlternatives(_ faults: inout FaultList) {
    let ends = Set(relations.shipments.flatMap { [$0.pickup, $0.delivery] })
    var owner: [Int: Int] = [:]
    for (list, alternatives) in relations.alternatives.enumerated() {
      let path = "$.relations.alternatives[\(list)]"
      faults.check(!alternatives.jobs.isEmpty, at: "\(path).jobs", found: "none", expected: "at least one")
      checkRange(alternatives.dropCost ?? 0, 0...Self.largestCost, "\(path).dropCost", &faults)
      for (index, job) in alternatives.jobs.enumerated() {
        guard checkJob(job, "\(path).jobs[\(index)]", &faults) else { continue }
        if let other = owner.updateValue(list, forKey: job) {
          faults.add(
            at: "\(path).jobs[\(index)]", found: "job \(job), as in $.relations.alternatives[\(other)]", expected: "each job once"
          )
        }
        faults.check(
          !ends.contains(job), at: "\(path).jobs[\(index)]", found: "job \(job), the end of a shipment",
          expected: "a job by itself")
      }
    }
  }

  func validateBegun(_ faults: inout FaultList) {
    validateBegunRelations(&faults)
    var used = [Int](repeating: 0, count: vehicles.count)
    var seen: [Int: Int] = [:]
    for (index, route) in begun.enumerated() {
      let path = "$.begun[\(index)]"
      guard vehicles.indices.contains(route.vehicle) else {
        faults.add(at: "\(path).vehicle", found: "\(route.vehicle)", expected: "a vehicle type, 0 to \(vehicles.count - 1)")
        continue
      }
      used[route.vehicle] += 1
      faults.check(
        used[route.vehicle] <= vehicles[route.vehicle].count, at: "\(path).vehicle",
        found: "\(used[route.vehicle]) routes of type \(route.vehicle)",
        expected: "at most its \(vehicles[route.vehicle].count) vehicles")
      faults.check(!route.jobs.isEmpty, at: "\(path).jobs", found: "none", expected: "the jobs done or under way")
      for (position, job) in route.jobs.enumerated() {
        guard checkJob(job, "\(path).jobs[\(position)]", &faults) else { continue }
        if let other = seen.updateValue(index, forKey: job) {
          faults.add(at: "\(path).jobs[\(position)]", found: "job \(job), as in $.begun[\(other)]", expected: "each job once")
        }
      }
      for (position, reload) in route.reloads.enumerated() {
        let least = position == 0 ? 0 : route.reloads[position - 1].beforeJob + 1  // two in a row would load nothing
        checkRange(reload.beforeJob, least...max(least, route.jobs.count), "\(path).reloads[\(position)].beforeJob", &faults)
        checkPlace(reload.place, "\(path).reloads[\(position)].place", &faults)
      }
    }
  }

  /// What binds jobs together binds those of begun routes as well, which cannot be changed any more.
  private func validateBegunRelations(_ faults: inout FaultList) {
    var routeOfJob: [Int: Int] = [:]
    for (index, route) in begun.enumerated() { for job in route.jobs { routeOfJob[job] = index } }
    for (index, shipment) in relations.shipments.enumerated()
    where routeOfJob[shipment.pickup] != routeOfJob[shipment.delivery] {
      faults.add(
        at: "$.relations.shipments[\(index)]", found: "one end on a route that has begun, the other not on it",
        expected: "both or neither; goods on board already are a delivery that only that vehicle has the skill for")
    }
    for (index, alternatives) in relations.alternatives.enumerated() {
      let begun = alternatives.jobs.filter { routeOfJob[$0] != nil }
      faults.check(
        begun.count <= 1, at: "$.relations.alternatives[\(index)]", found: "\(begun.count) of them on routes that have begun",
        expected: "one at most")
    }
    for (index, members) in relations.sameRoute.enumerated() {
      let routes = Set(members.compactMap { routeOfJob[$0] })
      faults.check(
        routes.count <= 1, at: "$.relations.sameRoute[\(index)]", found: "jobs on \(routes.count) routes that have begun",
        expected: "one route")
    }
  }

  @discardableResult
  private func checkJob(_ job: Int, _ path: String, _ faults: inout FaultList) -> Bool {
    faults.check(jobs.indices.contains(job), at: path, found: "\(job)", expected: "a job, 0 to \(jobs.count - 1)")
  }
}
