/// What a route costs for its work and its spread.
extension Solution {
  /// What a route's work costs, and more of it if a job joins.
  ///
  /// - Parameters:
  ///   - metres: The length of the route with it.
  ///   - seconds: The duration of the route with it; any number where time is not the work.
  ///   - job: The job that joins, or −1.
  @inline(__always)
  func balancePrice(_ state: UnsafeMutablePointer<RouteState>, metres: Int, seconds: Int, joining job: Int = -1) -> Int {
    let preferences = problem.preferences
    let work: Int
    switch preferences.work {
    case .nothing: return 0
    case .time: work = seconds
    case .distance: work = metres
    case .stops: work = state.pointee.length + (job >= 0 ? 1 : 0)
    case .load(let dimension):
      let loads = state.pointee.memory.loads
      let own = job >= 0 ? problem.handled(job, dimension) : 0
      work = loads[dimension] + loads[problem.dimensions + dimension] + own
    }
    return preferences.price(ofWork: work)
  }

  /// What a route's spread will cost more, at the most, once a job has joined: the most central stop may become another.
  @inline(__always)
  func spreadExtra(_ slot: Int, _ job: Int) -> Int {
    let state = slots + slot
    let way = leg(state.pointee.centre, problem.place[job], problem.types[state.pointee.type].ways)
    return problem.preferences.price(ofSpread: state.pointee.spread + Int(way.0)) - state.pointee.spreadPrice
  }

  /// Brings the spread of a route up to date. O(length) where one job has come, else O(length²).
  ///
  /// - Parameter joined: The one position that is new since the last time; left out, any may be.
  func refreshSpread(_ slot: Int, joined: Int?) {
    let state = slots + slot
    let positions = state.pointee.memory.positions
    let ways = state.pointee.memory.waysToAll
    let length = state.pointee.length
    let table = problem.types[state.pointee.type].ways
    let width = problem.placeCount
    if let joined, state.pointee.spreadLength == length - 1 {
      (ways + joined + 1).update(from: ways + joined, count: length - joined)
      let place = Int(positions[joined].place)
      let (from, to) = (table.metresFrom + place * width, table.metresTo + place * width)
      var sum = 0
      for index in 1..<(length + 1) where positions[index].job >= 0 && index != joined {
        let other = Int(positions[index].place)
        ways[index] = ways[index] + Int(to[other])
        sum += Int(from[other])
      }
      ways[joined] = sum + Int(from[place])
    } else {
      for index in 1..<(length + 1) where positions[index].job >= 0 {
        let from = table.metresFrom + Int(positions[index].place) * width
        var sum = 0
        for other in 1..<(length + 1) where positions[other].job >= 0 { sum += Int(from[Int(positions[other].place)]) }
        ways[index] = sum
      }
    }
    var least = Int.max
    for index in 1..<(length + 1) where positions[index].job >= 0 && ways[index] < least {
      least = ways[index]
      state.pointee.centre = positions[index].place
    }
    state.pointee.spread = least
    state.pointee.spreadLength = length
    state.pointee.spreadPrice = problem.preferences.price(ofSpread: least)
  }
}
