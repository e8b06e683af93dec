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
  /// Whether a label stems from a break taken at an event; `event * (breaks + 1) + taken`.
  private let rested: UnsafeMutablePointer<Bool>
  private let restsAt: UnsafeMutablePointer<Int32>
  /// How many points of the route the last run has passed at which breaks can be taken.
  private var event = 0
  private let tripReleases: UnsafeMutablePointer<Int>
  /// Up to when a position may begin.
  private let limits: UnsafeMutablePointer<Int>
  /// The times of the schedule itself, in which all breaks are taken.
  private let served: UnsafeMutablePointer<Int>
  private let left: UnsafeMutablePointer<Int>
  private let positionOfPickup: UnsafeMutablePointer<Int>
  /// The first rule that the route looked at last breaks; means nothing if it breaks none.
  private(set) var broken = FitObstacle.time

  init(_ problem: FlatProblem) {
    self.problem = problem
    let most = (0..<problem.typeCount).reduce(0) { max($0, problem.types[$1].breakCount) }
    let length = 2 * problem.jobCount + 4
    times = arena.table(most + 1, of: 0)
    lates = arena.table(most + 1, of: 0)
    rested = arena.table(3 * length * (most + 1), of: false)
    restsAt = arena.table(3 * length, of: 0)
    tripReleases = arena.table(length, of: 0)
    limits = arena.table(length, of: 0)
    served = arena.table(length, of: 0)
    left = arena.table(length, of: 0)
    positionOfPickup = arena.table(problem.jobCount, of: 0)
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
    broken = .time
    let earliest = earliestDeparture(codes, count, vehicle)
    for index in 0..<count { limits[index] = codes[index] >= 0 ? problem.due[Int(codes[index])] : .max }
    guard let first = run(codes, count, vehicle, from: earliest, by: vehicle.pointee.closes, begins, departs) else {
      return (.max, 0, 0)
    }
    var departure = earliest
    let hasTimes = problem.announcements.hasTimes
    if problem.hasDuration || problem.hasTimeOnBoard || hasTimes {
      retrace(codes, count, vehicle, from: earliest)
      for index in 0..<count where codes[index] >= 0 {
        let job = Int(codes[index])
        let last = hasTimes ? min(closing(job), problem.announcements.latest[job]) : closing(job)
        limits[index] = max(last, served[index])
      }
      // Departing at the return it is later for certain.
      var last = first.back
      while departure < last {
        let middle = departure + (last - departure + 1) / 2
        if run(codes, count, vehicle, from: middle, by: first.back, nil, nil) != nil {
          departure = middle
        } else {
          last = middle - 1
        }
      }
    }
    var asked = first.late
    if problem.hasTimeOnBoard || hasTimes {
      _ = run(codes, count, vehicle, from: departure, by: first.back, nil, nil)
      retrace(codes, count, vehicle, from: departure)
      if problem.hasTimeOnBoard, isOnBoardTooLong(codes, count) {
        broken = .timeOnBoard
        return (.max, 0, 0)
      }
      for index in 0..<count where hasTimes && codes[index] >= 0 {
        asked += problem.announcements.price(of: Int(codes[index]), at: served[index])
      }
    }
    guard problem.hasDuration else { return (asked, 0, 0) }
    let duration = first.back - departure
    let excess = duration - vehicle.pointee.maximumDuration
    if excess > vehicle.pointee.overtime {
      broken = .duration
      return (.max, 0, 0)
    }
    var unpaid = 0
    for index in 0..<vehicle.pointee.breakCount {
      let pause = problem.breaks[vehicle.pointee.firstBreak + index]
      if !pause.isPaid { unpaid += pause.seconds }
    }
    let price = (duration - unpaid) * vehicle.pointee.costPerSecond + max(0, excess) * vehicle.pointee.costPerOvertime
    return (asked + price, duration, duration)
  }

  /// Notes the latest release of each trip. Returns the earliest departure.
  private func earliestDeparture(
    _ codes: UnsafePointer<Int32>, _ count: Int, _ vehicle: UnsafePointer<FlatVehicle>
  ) -> Int {
    var released = -FlatProblem.forever
    var isTimeless = vehicle.pointee.opens == -FlatProblem.forever
    for index in stride(from: count - 1, through: 0, by: -1) {
      if codes[index] >= 0 {
        let job = Int(codes[index])
        released = max(released, problem.release[job])
        if problem.windowCount[job] > 0 || problem.release[job] > -FlatProblem.forever { isTimeless = false }
      } else {
        tripReleases[index] = released
        released = -FlatProblem.forever
      }
    }
    for index in 0..<vehicle.pointee.breakCount {
      if problem.breaks[vehicle.pointee.firstBreak + index].windowCount > 0 { isTimeless = false }
    }
    // Where nothing says what time it is, it is the moment 0, as the checker has it.
    return isTimeless ? 0 : max(vehicle.pointee.opens, released)
  }

  /// Drives from a departure on. Returns the return with all breaks taken and what lateness costs, or `nil` if it is after a moment or
  /// some position begins after its limit.
  private func run(
    _ codes: UnsafePointer<Int32>, _ count: Int, _ vehicle: UnsafePointer<FlatVehicle>, from departure: Int, by end: Int,
    _ begins: UnsafeMutablePointer<Int>?, _ departs: UnsafeMutablePointer<Int>?
  ) -> (back: Int, late: Int)? {
    let breaks = vehicle.pointee.breakCount
    let table = vehicle.pointee.ways.secondsFrom
    let width = problem.placeCount
    event = 0
    for taken in 0...breaks { times[taken] = .max }
    (times[0], lates[0]) = (departure, 0)
    rest(vehicle)
    departs?[0] = soonest(breaks)
    var place = Int(vehicle.pointee.start)
    for index in 0..<count {
      let code = codes[index]
      let job = Int(code)
      let next = code >= 0 ? Int(problem.place[job]) : Int(RouteCode.place(ofReload: code))
      let seconds = Int(table[place * width + next])
      for taken in 0...breaks where times[taken] < .max { times[taken] = arrival(times[taken], seconds) }
      rest(vehicle)
      var begin = Int.max
      for taken in 0...breaks where times[taken] < .max {
        let clock = code >= 0 ? self.begin(job, at: times[taken]) : times[taken]
        guard clock <= limits[index] else {
          times[taken] = .max
          continue
        }
        begin = min(begin, clock)
        if code >= 0 {
          lates[taken] = lates[taken] + max(0, clock - closing(job)) * problem.costPerLateSecond[job]
          times[taken] = clock + stay(codes, index, place, next)
        } else {
          times[taken] = clock + vehicle.pointee.reloadSeconds
        }
      }
      guard begin < .max else { return nil }
      begins?[index + 1] = begin
      rest(vehicle)
      if code < 0 {
        // A break can be taken while goods are waited for.
        for taken in 0...breaks where times[taken] < .max { times[taken] = max(times[taken], tripReleases[index]) }
      }
      departs?[index + 1] = soonest(breaks)
      place = next
    }
    let home = Int(table[place * width + Int(vehicle.pointee.end)])
    for taken in 0...breaks where times[taken] < .max { times[taken] = arrival(times[taken], home) }
    rest(vehicle)
    begins?[count + 1] = soonest(breaks)
    return times[breaks] <= end ? (times[breaks], lates[breaks]) : nil
  }

  /// The times of the schedule that the last run found.
  private func retrace(
    _ codes: UnsafePointer<Int32>, _ count: Int, _ vehicle: UnsafePointer<FlatVehicle>, from departure: Int
  ) {
    let width = vehicle.pointee.breakCount + 1
    var taken = width - 1
    for event in stride(from: event - 1, through: 0, by: -1) {
      restsAt[event] = 0
      while taken > 0 && rested[event * width + taken] {
        restsAt[event] = restsAt[event] + 1
        taken -= 1
      }
    }
    var clock = departure
    func pause(_ event: Int) {
      for _ in 0..<restsAt[event] {
        if let end = afterBreak(vehicle, taken, at: clock) { clock = end }
        taken += 1
      }
    }
    pause(0)
    var place = Int(vehicle.pointee.start)
    for index in 0..<count {
      let code = codes[index]
      let job = Int(code)
      let next = code >= 0 ? Int(problem.place[job]) : Int(RouteCode.place(ofReload: code))
      clock = arrival(clock, Int(vehicle.pointee.ways.secondsFrom[place * problem.placeCount + next]))
      pause(2 * index + 1)
      if code >= 0 { clock = begin(job, at: clock) }
      served[index] = clock
      clock += code >= 0 ? stay(codes, index, place, next) : vehicle.pointee.reloadSeconds
      left[index] = clock
      pause(2 * index + 2)
      if code < 0 { clock = max(clock, tripReleases[index]) }
      place = next
    }
  }

  private func isOnBoardTooLong(_ codes: UnsafePointer<Int32>, _ count: Int) -> Bool {
    for index in 0..<count where codes[index] >= 0 {
      let job = Int(codes[index])
      if problem.isDropOff[job] {
        let pickup = Int(problem.partner[job])
        if served[index] - left[positionOfPickup[pickup]] > problem.mostOnBoard[pickup] { return true }
      }
      positionOfPickup[job] = index
    }
    return false
  }

  @inline(__always)
  private func stay(_ codes: UnsafePointer<Int32>, _ index: Int, _ place: Int, _ next: Int) -> Int {
    let job = Int(codes[index])
    return problem.service[job] + (index == 0 || next != place ? problem.setup[job] : 0)
  }

  /// Takes breaks here, as many as can be, beside the labels that take none.
  @inline(__always)
  private func rest(_ vehicle: UnsafePointer<FlatVehicle>) {
    let width = vehicle.pointee.breakCount + 1
    defer { event += 1 }
    rested[event * width] = false
    for taken in 0..<vehicle.pointee.breakCount {
      rested[event * width + taken + 1] = false
      guard times[taken] < .max, let end = afterBreak(vehicle, taken, at: times[taken]) else { continue }
      if times[taken + 1] == .max || (end, lates[taken]) < (times[taken + 1], lates[taken + 1]) {
        (times[taken + 1], lates[taken + 1]) = (end, lates[taken])
        rested[event * width + taken + 1] = true
      }
    }
  }

  /// When a break is over that is taken as soon as can be from a moment on, or `nil` if it cannot be taken any more.
  @inline(__always)
  private func afterBreak(_ vehicle: UnsafePointer<FlatVehicle>, _ taken: Int, at moment: Int) -> Int? {
    let pause = problem.breaks[vehicle.pointee.firstBreak + taken]
    for window in pause.firstWindow..<(pause.firstWindow + pause.windowCount) where moment <= problem.windowCloses[window] {
      return max(moment, problem.windowOpens[window]) + pause.seconds
    }
    return pause.windowCount == 0 ? moment + pause.seconds : nil
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
