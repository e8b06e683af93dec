import Logistics

extension RunningDayAssembly {
  func moved(_ jobs: [Int]) -> [Int] { jobs.compactMap { indexOfJob[$0] } }

  func relations() -> Relations {
    let old = problem.relations
    let fetched = Set(maker.fetched.map(\.job))
    var relations = Relations(deliveriesFirst: old.deliveriesFirst)
    for shipment in old.shipments {
      guard let pickup = indexOfJob[shipment.pickup], let delivery = indexOfJob[shipment.delivery],
        !maker.cancelled.contains(shipment.pickup), !maker.cancelled.contains(shipment.delivery)
      else { continue }
      let isTaken = maker.isFrozen(shipment.pickup)
      if isTaken != maker.isFrozen(shipment.delivery) { continue }
      relations.shipments.append(
        Shipment(pickup: pickup, delivery: delivery, mostTimeOnBoard: isTaken ? nil : shipment.mostTimeOnBoard))
    }
    for (job, errand) in errands.sorted(by: { $0.key < $1.key }) where errand.kind == .fetch {
      relations.shipments.append(Shipment(pickup: job, delivery: errand.job))
    }
    relations.alternatives = old.alternatives.filter { fetched.isDisjoint(with: $0.jobs) }
      .map { Alternatives(jobs: moved($0.jobs), dropCost: $0.dropCost) }.filter { !$0.jobs.isEmpty }
    // What a vehicle did that is down binds nobody to it.
    relations.sameRoute = old.sameRoute.map { members in
      moved(members.filter { job in !(maker.isFrozen(job) && maker.seats[job].map { maker.parts[$0.route].isDown } ?? false) })
    }.filter { $0.count > 1 }
    let listed = Set(relations.sameRoute.joined())
    for (job, errand) in errands.sorted(by: { $0.key < $1.key }) where errand.kind == .collect && !listed.contains(errand.job) {
      relations.sameRoute.append([errand.job, job])
    }
    relations.precedences = old.precedences.compactMap { order in
      guard let first = indexOfJob[order.first], let second = indexOfJob[order.second] else { return nil }
      return Precedence(first, before: second)
    }
    return relations
  }
}
