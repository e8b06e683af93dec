/// Where a unit goes best, as far as was looked.
struct Insertion {
  /// Dearer than any place; a change of vehicle can be added to it.
  static let dearest = Int.max / 4

  /// What it costs; nothing dearer is taken.
  var cost: Int
  /// The slot, or −1 for a new route, or −2 if none was found.
  var slot = -2
  /// The position behind which the job goes, or the type of the new route.
  var position = 0
  /// The type of vehicle that then drives the route, or −1 for the one that does.
  var type = -1
  /// The job: of alternatives the one that is served, of a shipment where it is taken.
  var job = 0
  /// The position behind which the other end of a shipment goes, before either end is inserted.
  var otherPosition = 0
  /// The place of a reload that is inserted as well, or −1, and whether it comes before the job.
  var reload: Int32 = -1
  var reloadsBefore = false
}

extension Solution {
  /// Looks through the places near a unit's neighbours, or everywhere if there is none, for one cheaper than the best so far.
  ///
  /// - Parameter blink: A place is passed over if the next random number is below this: with some chance the best is
  ///   missed, which keeps the search from doing the same thing again and again.
  @inline(__always)
  func improve(_ best: inout Insertion, of unit: Int, blink: UInt64, _ random: inout RandomSource) {
    let first = problem.members + problem.firstMember[unit]
    let job = Int(first[0])
    if problem.partner[job] >= 0 {
      improvePair(&best, of: job, and: Int(first[1]), blink: blink, &random)
      return
    }
    for index in 0..<problem.memberCount[unit] {
      let job = Int(first[index])
      improveServing(&best, of: job, blink: blink, &random)
    }
  }

  /// The slot of the jobs that a job has to share a route with, if any of them is served.
  @inline(__always)
  func boundSlot(of job: Int) -> Int? {
    let list = Int(problem.sameRoute[job])
    return list >= 0 && sameRouteServed[list] > 0 ? sameRouteSlot[list] : nil
  }

  /// Prices a route of its own on every type of which a vehicle is free. O(types).
  ///
  /// - Parameter blink: As for a place in a route. The type that suits the first job is often not the one that suits the
  ///   route it grows into.
  @inline(__always)
  func improveByOpening(_ best: inout Insertion, of unit: Int, blink: UInt64, _ random: inout RandomSource) {
    let first = problem.members + problem.firstMember[unit]
    let isShipment = problem.partner[Int(first[0])] >= 0
    if isShipment && problem.hasSameRoute && boundSlot(of: Int(first[1])) != nil { return }
    for index in 0..<(isShipment ? 1 : problem.memberCount[unit]) {
      let job = Int(first[index])
      if problem.hasSameRoute && boundSlot(of: job) != nil { continue }
      for type in 0..<problem.typeCount where freeVehicles[type] > 0 {
        let price = problem.soloCost[type * problem.jobCount + job]
        if price < best.cost && random.next() >= blink { best = Insertion(cost: price, slot: -1, position: type, job: job) }
      }
    }
  }

  /// Does what was found.
  func apply(_ insertion: Insertion) {
    let code = Int32(insertion.job)
    let other = problem.partner[insertion.job]
    if insertion.slot == -1 {
      if other >= 0 {
        open(type: insertion.position, with: [code, other])
      } else {
        open(type: insertion.position, with: CollectionOfOne(code))
      }
      return
    }
    if insertion.type >= 0 { retype(insertion.slot, to: insertion.type) }
    if other >= 0 {
      insert(other, into: insertion.slot, after: insertion.otherPosition, isFinal: false)
      insert(code, into: insertion.slot, after: insertion.position)
    } else if insertion.reload >= 0 {
      let reload = RouteCode.reload(at: insertion.reload)
      insert(insertion.reloadsBefore ? code : reload, into: insertion.slot, after: insertion.position, isFinal: false)
      insert(insertion.reloadsBefore ? reload : code, into: insertion.slot, after: insertion.position)
    } else {
      insert(code, into: insertion.slot, after: insertion.position)
    }
  }
}
