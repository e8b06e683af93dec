/// A local optimum in the population: its routes, and what it breaks by how much, so that it is priced anew when penalties change.
final class Individual: Sendable {
  let routes: [Route]
  /// Who follows each job, and whom it follows; −1 for the depot, −2 for a job on no route.
  let next: [Int32]
  let previous: [Int32]
  let missing: Int
  /// The objective without penalties.
  let cost: Int
  let late: Int
  let distance: Int
  let loads: [Int]

  var isFeasible: Bool { late == 0 && distance == 0 && loads.allSatisfy { $0 == 0 } }

  init(_ tours: Tours) {
    let problem = tours.problem
    routes = tours.routes()
    var next = [Int32](repeating: -2, count: problem.jobCount)
    var previous = next
    var (missing, cost, late, distance) = (0, 0, 0, 0)
    var loads = [Int](repeating: 0, count: problem.dimensions)
    for job in 0..<problem.jobCount {
      let visit = tours.visits[job]
      if visit.slot < 0 {
        cost += problem.flat.dropCost[job]
        missing += problem.flat.isRequired[job] ? 1 : 0
      } else {
        next[job] = tours.isJob(Int(visit.next)) ? visit.next : -1
        previous[job] = tours.isJob(Int(visit.previous)) ? visit.previous : -1
      }
    }
    for slot in 0..<problem.slotCount where tours.tours[slot].size > 0 {
      let tour = tours.tours[slot]
      cost += tour.cost
      late += tour.late
      distance += max(0, tour.metres - tours.vehicle(slot).maximumDistance)
      for dimension in loads.indices { loads[dimension] += max(0, tours.load(slot, dimension) - tours.capacity(slot, dimension)) }
    }
    self.next = next
    self.previous = previous
    self.missing = missing
    self.cost = cost
    self.late = late
    self.distance = distance
    self.loads = loads
  }

  /// The objective with the penalties that now hold.
  func price(_ tours: Tours) -> Int {
    var price =
      cost + Penalties.price(late, tours.penalties.pointee.late) + Penalties.price(distance, tours.penalties.pointee.distance)
    for dimension in loads.indices { price += Penalties.price(loads[dimension], tours.loadPenalties[dimension]) }
    return price
  }

  /// In how many jobs, of twice their number, the neighbours on the route differ (broken pairs).
  func distance(to other: Individual) -> Int {
    var broken = 0
    next.withUnsafeBufferPointer { next in
      previous.withUnsafeBufferPointer { previous in
        other.next.withUnsafeBufferPointer { otherNext in
          other.previous.withUnsafeBufferPointer { otherPrevious in
            for job in next.indices {
              if next[job] != otherNext[job] && next[job] != otherPrevious[job] { broken += 1 }
              if previous[job] != otherPrevious[job] && previous[job] != otherNext[job] { broken += 1 }
            }
          }
        }
      }
    }
    return broken
  }
}
