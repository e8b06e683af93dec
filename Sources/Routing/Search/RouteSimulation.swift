/// Drives through a route from its start to its end and says what it costs, for the rules that an insertion cannot be tested against
/// in constant time: reloads and release times, set-up, several windows, lateness, overtime, shipments, orders, breaks, traffic.
///
/// The same schedule as the checker's, found in another way: forward as early as possible, then backward the latest departure that
/// changes neither the return nor any lateness; with breaks or traffic by labels (see ``RouteLabels``). O(length × dimensions) without
/// them.
final class RouteSimulation {
  let problem: FlatProblem
  private let arena = Arena()
  /// When what stands at each position of the route driven last begins at the earliest: services, reloads, the return.
  let begins: UnsafeMutablePointer<Int>
  /// When the vehicle leaves each position at the earliest; the start is position 0.
  let departs: UnsafeMutablePointer<Int>
  /// The seconds of driving to each position.
  let drives: UnsafeMutablePointer<Int>
  /// The seconds of service and set-up at each position.
  let stays: UnsafeMutablePointer<Int>
  /// The latest release on the trip that begins at a position.
  let releases: UnsafeMutablePointer<Int>
  private let load: UnsafeMutablePointer<Int>
  private let taken: UnsafeMutablePointer<Int>
  private let visited: UnsafeMutablePointer<Int>
  private let position: UnsafeMutablePointer<Int>
  private var visit = 0
  private lazy var labels = RouteLabels(problem)
  /// Seconds from departure to return of the route driven last; known only where they matter.
  private(set) var duration = 0
  /// What of that is driving, service, set-up and reloading.
  private(set) var busy = 0
  /// How far the route driven last is.
  private(set) var length = 0
  /// The first rule that the route driven last breaks, in the order of the cases; means nothing if it breaks none.
  private(set) var broken = FitObstacle.time

  init(_ problem: FlatProblem) {
    self.problem = problem
    let most = 2 * problem.jobCount + 4
    begins = arena.table(most, of: 0)
    departs = arena.table(most, of: 0)
    drives = arena.table(most, of: 0)
    stays = arena.table(most, of: 0)
    releases = arena.table(most, of: 0)
    load = arena.table(problem.dimensions, of: 0)
    taken = arena.table(problem.dimensions, of: 0)
    visited = arena.table(problem.jobCount, of: 0)
    position = arena.table(problem.jobCount, of: 0)
  }

  /// What a route costs, or `Int.max` if it breaks a rule.
  func cost(of codes: [Int32], on type: Int) -> Int {
    codes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return cost(base, buffer.count, on: type)
    }
  }

  /// What a route of so many codes costs, or `Int.max` if it breaks a rule. Skills are not looked at.
  ///
  /// - Parameter withSpread: Whether its spread counts, which takes O(length²).
  func cost(_ codes: UnsafePointer<Int32>, _ count: Int, on type: Int, withSpread: Bool = true) -> Int {
    var price = drivingCost(codes, count, on: type)
    guard price < .max, count > 0 else { return price }
    if problem.announcements.hasVehicles { price += vehiclePrice(codes, count, type) }
    if problem.preferences.hasBalance { price += problem.preferences.price(ofWork: work(codes, count)) }
    if withSpread && problem.preferences.hasSpread { price += problem.preferences.price(ofSpread: spread(codes, count, type)) }
    return price
  }

  /// The same without what is preferred.
  private func drivingCost(_ codes: UnsafePointer<Int32>, _ count: Int, on type: Int) -> Int {
    let vehicle = problem.types + type
    if let rule = rule(codes, count, type) {
      broken = rule
      return .max
    }
    broken = .time
    var price = vehicle.pointee.fixedCost + length * vehicle.pointee.costPerMetre
    guard problem.hasTime else { return price }
    if problem.needsLabels {
      let timed = labels.cost(codes, count, vehicle, begins: begins, departs: departs)
      guard timed.cost < .max else {
        broken = labels.broken
        return .max
      }
      (duration, busy) = (timed.duration, timed.busy)
      return price + timed.cost
    }
    guard let late = drive(codes, count, vehicle) else { return .max }
    price += late
    if problem.hasTimeOnBoard, isOnBoardTooLong(codes, count) {
      // Goods wait on board for a window at the other end; leaving later shortens that.
      let departure = measure(codes, count, vehicle)
      let isInTime = drive(codes, count, vehicle, from: departure) != nil && !isOnBoardTooLong(codes, count)
      guard isInTime, drive(codes, count, vehicle) != nil else {
        broken = .timeOnBoard
        return .max
      }
    }
    if problem.hasDuration || problem.announcements.hasTimes {
      let departure = measure(codes, count, vehicle)
      if problem.announcements.hasTimes { price += announcedPrice(codes, count, vehicle, from: departure) }
      guard problem.hasDuration else { return price }
      let excess = duration - vehicle.pointee.maximumDuration
      if excess > vehicle.pointee.overtime {
        broken = .duration
        return .max
      }
      price += duration * vehicle.pointee.costPerSecond + max(0, excess) * vehicle.pointee.costPerOvertime
    }
    return price
  }

  // MARK: Rules without a clock

  /// The first rule without a clock that a route breaks, in the order of the cases, or `nil`; notes its length.
  func rule(_ codes: UnsafePointer<Int32>, _ count: Int, _ type: Int) -> FitObstacle? {
    if let rule = measure(codes, count, of: problem.types + type) { return rule }
    if !isOrdered(codes, count) { return .order }
    return fits(codes, count, type) ? nil : .load
  }

  /// Notes the length of a route. Returns the limit that it breaks, or `nil`.
  private func measure(
    _ codes: UnsafePointer<Int32>, _ count: Int, of vehicle: UnsafePointer<FlatVehicle>
  ) -> FitObstacle? {
    let table = vehicle.pointee.ways.metresFrom
    let width = problem.placeCount
    var metres = 0
    var place = Int(vehicle.pointee.start)
    var reloads = 0
    for index in 0..<count {
      let code = codes[index]
      let next: Int
      if code >= 0 {
        next = Int(problem.place[Int(code)])
      } else {
        next = Int(RouteCode.place(ofReload: code))
        reloads += 1
      }
      metres += Int(table[place * width + next])
      place = next
    }
    metres += Int(table[place * width + Int(vehicle.pointee.end)])
    length = metres
    if count - reloads > vehicle.pointee.maximumStops { return .stops }
    if metres > vehicle.pointee.maximumDistance { return .distance }
    return reloads > vehicle.pointee.maximumReloads ? .order : nil
  }

  /// Whether shipments, orders and pickups after deliveries are as they must be.
  func isOrdered(_ codes: UnsafePointer<Int32>, _ count: Int) -> Bool {
    visit += 1
    var hasDelivered = false
    var isBack = false
    for index in 0..<count {
      guard codes[index] >= 0 else {
        if isBack && !hasDelivered { return false }
        (hasDelivered, isBack) = (false, false)
        continue
      }
      let job = Int(codes[index])
      if problem.deliveriesFirst {
        if problem.isBackhaul[job] {
          if !hasDelivered { return false }
          isBack = true
        } else {
          if isBack { return false }
          hasDelivered = true
        }
      }
      if problem.hasShipments, problem.partner[job] >= 0 {
        if (visited[Int(problem.partner[job])] == visit) != problem.isDropOff[job] { return false }
      }
      let first = problem.after + problem.firstAfter[job]
      for follower in 0..<problem.afterCount[job] where visited[Int(first[follower])] == visit { return false }
      visited[job] = visit
    }
    return true
  }

  /// Whether what is on board fits at every moment.
  private func fits(_ codes: UnsafePointer<Int32>, _ count: Int, _ type: Int) -> Bool {
    let dimensions = problem.dimensions
    let capacity = problem.capacity + type * dimensions
    for dimension in 0..<dimensions {
      (load[dimension], taken[dimension]) = (0, 0)
    }
    guard begin(0, codes, count, capacity) else { return false }
    for index in 0..<count {
      guard codes[index] >= 0 else {
        for dimension in 0..<dimensions {
          load[dimension] -= taken[dimension]
          taken[dimension] = 0
        }
        guard begin(index + 1, codes, count, capacity) else { return false }
        continue
      }
      let job = Int(codes[index])
      let isShipped = problem.partner[job] >= 0
      for dimension in 0..<dimensions {
        let pickup = problem.pickup[job * dimensions + dimension]
        load[dimension] = load[dimension] + pickup - problem.delivery[job * dimensions + dimension]
        if !isShipped { taken[dimension] = taken[dimension] + pickup }
        if load[dimension] > capacity[dimension] { return false }
      }
    }
    return true
  }

  /// Loads what the trip from a position on delivers.
  private func begin(_ start: Int, _ codes: UnsafePointer<Int32>, _ count: Int, _ capacity: UnsafePointer<Int>) -> Bool {
    let dimensions = problem.dimensions
    var index = start
    while index < count && codes[index] >= 0 {
      let job = Int(codes[index])
      index += 1
      if problem.isDropOff[job] { continue }
      for dimension in 0..<dimensions { load[dimension] = load[dimension] + problem.delivery[job * dimensions + dimension] }
    }
    for dimension in 0..<dimensions where load[dimension] > capacity[dimension] { return false }
    return true
  }

  // MARK: The clock

  /// Drives as early as possible from a departure on; left out, from the earliest. Returns what lateness costs, or `nil` if something is
  /// too late.
  private func drive(
    _ codes: UnsafePointer<Int32>, _ count: Int, _ vehicle: UnsafePointer<FlatVehicle>, from departure: Int? = nil
  ) -> Int? {
    let table = vehicle.pointee.ways.secondsFrom
    let width = problem.placeCount
    var released = -FlatProblem.forever
    for index in stride(from: count - 1, through: 0, by: -1) {
      if codes[index] >= 0 {
        released = max(released, problem.release[Int(codes[index])])
      } else {
        releases[index + 1] = released
        released = -FlatProblem.forever
      }
    }
    var clock = departure ?? max(vehicle.pointee.opens, released)
    departs[0] = clock
    busy = 0
    var place = Int(vehicle.pointee.start)
    var price = 0
    for index in 0..<count {
      let code = codes[index]
      let job = Int(code)
      let next = code >= 0 ? Int(problem.place[job]) : Int(RouteCode.place(ofReload: code))
      let seconds = Int(table[place * width + next])
      drives[index + 1] = seconds
      clock += seconds
      busy += seconds
      if code >= 0 {
        let isNewPlace = index == 0 || next != place
        let stay = problem.service[job] + (isNewPlace ? problem.setup[job] : 0)
        stays[index + 1] = stay
        clock = begin(job, at: clock)
        if clock > problem.due[job] { return nil }
        let late = clock - closing(job)
        if late > 0 { price += late * problem.costPerLateSecond[job] }
        begins[index + 1] = clock
        clock += stay
        busy += stay
      } else {
        begins[index + 1] = clock
        stays[index + 1] = vehicle.pointee.reloadSeconds
        busy += vehicle.pointee.reloadSeconds
        clock = max(clock + vehicle.pointee.reloadSeconds, releases[index + 1])
      }
      departs[index + 1] = clock
      place = next
    }
    let home = Int(table[place * width + Int(vehicle.pointee.end)])
    drives[count + 1] = home
    busy += home
    clock += home
    begins[count + 1] = clock
    return clock <= vehicle.pointee.closes ? price : nil
  }

  /// Whether a shipment of the schedule driven last is on board for too long.
  private func isOnBoardTooLong(_ codes: UnsafePointer<Int32>, _ count: Int) -> Bool {
    for index in 0..<count where codes[index] >= 0 {
      let job = Int(codes[index])
      if problem.isDropOff[job] {
        let taken = Int(problem.partner[job])
        if begins[index + 1] - departs[position[taken]] > problem.mostOnBoard[taken] { return true }
      }
      position[job] = index + 1
    }
    return false
  }

  /// Finds the latest departure that changes neither the return nor any lateness, and what is between the two.
  private func measure(_ codes: UnsafePointer<Int32>, _ count: Int, _ vehicle: UnsafePointer<FlatVehicle>) -> Int {
    let back = begins[count + 1]
    var latest = back - drives[count + 1]
    for index in stride(from: count - 1, through: 0, by: -1) {
      latest -= stays[index + 1]
      if codes[index] >= 0 {
        let job = Int(codes[index])
        // Late already: no later.
        let told = problem.announcements.hasTimes ? max(problem.announcements.latest[job], begins[index + 1]) : .max
        latest = begins[index + 1] > closing(job) ? begins[index + 1] : lastBegin(job, by: min(latest, told))
      }
      latest -= drives[index + 1]
    }
    let departure = max(latest, departs[0])
    duration = back - departure
    return departure
  }

  /// When a service can begin at the earliest for whoever arrives at a moment.
  @inline(__always)
  func begin(_ job: Int, at arrival: Int) -> Int {
    let count = problem.windowCount[job]
    guard count > 1 else { return max(arrival, problem.ready[job]) }
    let first = problem.firstWindow[job]
    for window in first..<(first + count) where arrival <= problem.windowCloses[window] {
      return max(arrival, problem.windowOpens[window])
    }
    return arrival
  }

  /// When the last window closes, lateness left aside.
  @inline(__always)
  func closing(_ job: Int) -> Int {
    let count = problem.windowCount[job]
    return count == 0 ? FlatProblem.forever : problem.windowCloses[problem.firstWindow[job] + count - 1]
  }

  /// The last moment in a window up to a moment; there is one.
  @inline(__always)
  func lastBegin(_ job: Int, by moment: Int) -> Int {
    let first = problem.firstWindow[job]
    var window = problem.windowCount[job] - 1
    guard window >= 0 else { return moment }
    while window > 0 && problem.windowOpens[first + window] > moment { window -= 1 }
    return min(moment, problem.windowCloses[first + window])
  }
}
