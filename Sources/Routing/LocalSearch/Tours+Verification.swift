/// Comparing what is kept up to date with what comes out from scratch. Slow, for tests.
extension Tours {
  /// Stops the process if a move did not lower the price by what it promised, or anything kept of any route is not so.
  func verify(_ move: Move, from before: Int) {
    precondition(
      tally.pointee.price == before - move.gain,
      "\(move) promised \(move.gain), the price fell by \(before - tally.pointee.price)")
    verify()
  }

  /// Stops the process if anything kept of any route is not what driving it stop by stop gives.
  func verify() {
    var (price, infeasible, served) = (0, 0, 0)
    for slot in 0..<problem.slotCount {
      let tour = tours[slot]
      let type = vehicle(slot)
      var jobs: [Int] = []
      var stop = Int(visits[start(slot)].next)
      while isJob(stop) {
        precondition(visits[stop].slot == Int32(slot), "job \(stop) does not know its route")
        jobs.append(stop)
        stop = Int(visits[stop].next)
      }
      precondition(stop == end(slot) && jobs.count == Int(tour.size), "route \(slot) does not end")
      served += jobs.count
      precondition(jobs.isEmpty == (tour.price == 0 && tour.size == 0) || type.fixedCost + tour.metres == 0)
      guard !jobs.isEmpty else { continue }
      let places = [type.start] + jobs.map { visits[$0].place } + [type.end]
      let metres = zip(places, places.dropFirst()).reduce(0) { $0 + problem.metres($1.0, $1.1) }
      var cost = type.fixedCost + metres * type.costPerMetre
      var penalty = Penalties.price(metres - type.maximumDistance, penalties.pointee.distance)
      var isFeasible = metres <= type.maximumDistance
      for dimension in 0..<problem.dimensions {
        let over = jobs.reduce(0) { $0 + problem.demand[$1 * problem.dimensions + dimension] } - capacity(slot, dimension)
        penalty += Penalties.price(over, loadPenalties[dimension])
        isFeasible = isFeasible && over <= 0
      }
      if problem.hasTime {
        var whole = type.depot
        for (index, job) in jobs.enumerated() {
          whole = whole.joined(problem.seconds(places[index], places[index + 1]), problem.own[job])
        }
        whole = whole.joined(problem.seconds(places[jobs.count], type.end), type.depot)
        cost += whole.duration * type.costPerSecond
        let late = whole.warp + max(0, whole.duration - whole.warp - type.maximumDuration)
        penalty += Penalties.price(late, penalties.pointee.late)
        isFeasible = isFeasible && late == 0
      }
      precondition(
        tour.cost == cost && tour.price == cost + penalty && tour.isFeasible == isFeasible, "route \(slot) is priced wrongly")
      for job in jobs {
        precondition(!problem.isRestricted || mayServe(slot, job, 1), "job \(job) is on a route of a wrong type")
      }
      price += tour.price
      infeasible += isFeasible ? 0 : 1
    }
    let absent = (0..<problem.jobCount).filter { visits[$0].slot < 0 }
    precondition(absent.count + served == problem.jobCount)
    price += absent.reduce(0) { $0 + problem.flat.dropCost[$1] }
    precondition(tally.pointee.price == price && tally.pointee.infeasible == infeasible, "the whole is priced wrongly")
    for type in 0..<problem.flat.typeCount {
      let free = (0..<problem.slotCount).first { problem.typeOfSlot[$0] == Int32(type) && tours[$0].size == 0 } ?? -1
      precondition(freeSlot[type] == Int32(free), "the free slot of type \(type)")
    }
  }
}
