/// The schedule of a route where breaks or the traffic of the hour make it a search: for each number of breaks taken the earliest moment
/// at which the vehicle can be so far.
///
/// Who is earlier is never worse off, since nobody arrives earlier by leaving later, so one label for each number of breaks is enough.
/// O(length × breaks), times the binary search for the departure where the duration matters.
final class RouteLabels {
  private let problem: FlatProblem
  private let arena = Arena()
  private let times: UnsafeMutablePointer<Int>
  private let lates: UnsafeMutablePointer<Int>
  private let tripReleases: UnsafeMutablePointer<Int>

  init(_ problem: FlatProblem) {
    self.problem = problem
    let most = (0..<problem.typeCount).reduce(0) { max($0, problem.types[$1].breakCount) }
    times = arena.table(most + 1, of: 0)
    lates = arena.table(most + 1, of: 0)
    tripReleases = arena.table(2 * problem.jobCount + 4, of: 0)
  }

  /// What the time of a route costs, or `Int.max` if it cannot be driven in time with all breaks; how long it takes, and how much of
  /// that is driving, service, set-up, reloads and breaks at the least.
  ///
  /// - Parameters:
  ///   - begins: Is given the earliest moment at which each position can begin, whatever breaks are taken before.
  ///   - departs: Is given the earliest moment at which each position can be left.
  func cost(
    _ codes: UnsafePointer<Int32>, _ count: Int, _ vehicle: UnsafePointer<FlatVehicle>, begins: UnsafeMutablePointer<Int>,
    departs: UnsafeMutablePointer<Int>
  ) -> (cost: Int, duration: Int, busy: Int) {
    let earliest = noteReleases(codes, count, vehicle)
    guard let first = run(codes, count, vehicle, from: earliest, begins, departs) else { return (.max, 0, 0) }
    var price = first.late
    var duration = 0
    if problem.hasDuration {
      // The latest departure that changes neither the return nor the lateness. From departing at the return on, it is later.
      var (low, high) = (earliest, first.back)
      while low < high {
        let middle = low + (high - low + 1) / 2
        if let later = run(codes, count, vehicle, from: middle, nil, nil), later.back <= first.back, later.late <= first.late {
          low = middle
        } else {
          high = middle - 1
        }
      }
      duration = first.back - low
      let excess = duration - vehicle.pointee.maximumDuration
      if excess > vehicle.pointee.overtime { return (.max, 0, 0) }
      var unpaid = 0
      for index in 0..<vehicle.pointee.breakCount {
        let pause = problem.breaks[vehicle.pointee.firstBreak + index]
        if !pause.isPaid { unpaid += pause.seconds }
      }
      price += (duration - unpaid) * vehicle.pointee.costPerSecond + max(0, excess) * vehicle.pointee.costPerOvertime
    }
    return (price, duration, duration)
  }

  /// Notes the latest release of each trip. Returns the earliest departure.
  private func noteReleases(_ codes: UnsafePointer<Int32>, _ count: Int, _ vehicle: UnsafePointer<FlatVehicle>) -> Int {
    var released = -FlatProblem.forever
    for index in stride(from: count - 1, through: 0, by: -1) {
      if codes[index] >= 0 {
        released = max(released, problem.release[Int(codes[index])])
      } else {
        tripReleases[index] = released
        released = -FlatProblem.forever
      }
    }
    return max(vehicle.pointee.opens, released)
  }

  private func run(
    _ codes: UnsafePointer<Int32>, _ count: Int, _ vehicle: UnsafePointer<FlatVehicle>, from departure: Int,
    _ begins: UnsafeMutablePointer<Int>?, _ departs: UnsafeMutablePointer<Int>?
  ) -> (back: Int, late: Int)? {
    let breaks = vehicle.pointee.breakCount
    let table = vehicle.pointee.ways.secondsFrom
    let width = problem.placeCount
    for taken in 0...breaks { times[taken] = .max }
    (times[0], lates[0]) = (departure, 0)
    rest(vehicle)
    departs?[0] = soonest(breaks)
    var place = Int(vehicle.pointee.start)
    for index in 0...count {
      let code = index < count ? codes[index] : -1
      let job = Int(code)
      let next: Int
      if index == count {
        next = Int(vehicle.pointee.end)
      } else {
        next = code >= 0 ? Int(problem.place[job]) : Int(RouteCode.place(ofReload: code))
      }
      let seconds = Int(table[place * width + next])
      for taken in 0...breaks where times[taken] < .max { times[taken] = arrival(times[taken], seconds) }
      rest(vehicle)
      if index == count { break }
      let isNewPlace = index == 0 || next != place
      var begin = Int.max
      for taken in 0...breaks where times[taken] < .max {
        if code >= 0 {
          let clock = self.begin(job, at: times[taken])
          guard clock <= problem.due[job] else {
            times[taken] = .max
            continue
          }
          let late = clock - closing(job)
          if late > 0 { lates[taken] = lates[taken] + late * problem.costPerLateSecond[job] }
          begin = min(begin, clock)
          times[taken] = clock + problem.service[job] + (isNewPlace ? problem.setup[job] : 0)
        } else {
          begin = min(begin, times[taken])
          times[taken] = times[taken] + vehicle.pointee.reloadSeconds
        }
      }
      guard begin < .max else { return nil }
      begins?[index + 1] = begin
      rest(vehicle)
      if code < 0 {
        // A break may fall into the wait for the goods.
        for taken in 0...breaks where times[taken] < .max { times[taken] = max(times[taken], tripReleases[index]) }
        rest(vehicle)
      }
      departs?[index + 1] = soonest(breaks)
      place = next
    }
    begins?[count + 1] = soonest(breaks)
    guard times[breaks] <= vehicle.pointee.closes else { return nil }
    return (times[breaks], lates[breaks])
  }

  /// Takes breaks here, as many as can be, beside the labels that take none.
  @inline(__always)
  private func rest(_ vehicle: UnsafePointer<FlatVehicle>) {
    for taken in 0..<vehicle.pointee.breakCount where times[taken] < .max {
      let pause = problem.breaks[vehicle.pointee.firstBreak + taken]
      var begin = times[taken]
      if pause.windowCount > 0 {
        let last = pause.firstWindow + pause.windowCount - 1
        guard begin <= problem.windowCloses[last] else { continue }
        var window = pause.firstWindow
        while begin > problem.windowCloses[window] { window += 1 }
        begin = max(begin, problem.windowOpens[window])
      }
      let end = begin + pause.seconds
      if (end, lates[taken]) < (times[taken + 1], times[taken + 1] == .max ? Int.max : lates[taken + 1]) {
        (times[taken + 1], lates[taken + 1]) = (end, lates[taken])
      }
    }
  }

  private func soonest(_ breaks: Int) -> Int {
    var soonest = Int.max
    for taken in 0...breaks { soonest = min(soonest, times[taken]) }
    return soonest
  }

  /// When who leaves at a moment has done a way of so many seconds of the matrix.
  @inline(__always)
  private func arrival(_ departure: Int, _ seconds: Int) -> Int {
    guard problem.trafficCount > 0, seconds > 0 else { return departure + seconds }
    var next = 0
    while next < problem.trafficCount && problem.trafficAt[next] <= departure { next += 1 }
    var work = seconds * 100
    var clock = departure
    while true {
      let percent = next == 0 ? 100 : problem.trafficPercent[next - 1]
      if next < problem.trafficCount {
        let until = (problem.trafficAt[next] - clock) * percent
        if work > until {
          work -= until
          clock = problem.trafficAt[next]
          next += 1
          continue
        }
      }
      return clock + (work + percent - 1) / percent
    }
  }

  @inline(__always)
  private func begin(_ job: Int, at arrival: Int) -> Int {
    let first = problem.firstWindow[job]
    for window in first..<(first + problem.windowCount[job]) where arrival <= problem.windowCloses[window] {
      return max(arrival, problem.windowOpens[window])
    }
    return arrival
  }

  @inline(__always)
  private func closing(_ job: Int) -> Int {
    let count = problem.windowCount[job]
    return count == 0 ? FlatProblem.forever : problem.windowCloses[problem.firstWindow[job] + count - 1]
  }
}
