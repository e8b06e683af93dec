import Logistics

/// One position of a route in a running plan: the start, a job, a reload or the end.
struct FitPosition: BitwiseCopyable {
  var place: Int32
  /// See ``RouteCode``; −1 at the start and the end.
  var code: Int32
  /// Metres to the next position, and the least seconds.
  var metres: Int32 = 0
  var seconds: Int32 = 0
  /// The earliest moment at which the vehicle leaves, and the latest at which it may begin here, as far as is known.
  var depart = 0
  var latest = 0
  /// When it may begin, and how long it stays; set-up, which is a part of that, aside.
  var opens = 0
  var due = 0
  var stay = 0
  var setup = 0
  /// Where its trip begins, and when all goods of it are at the depot.
  var tripStart = 0
  var released = 0

  @inline(__always)
  var stretch: Stretch { Stretch(duration: stay, earliest: opens, latest: due) }
}

/// One route of a running plan with what lets most places be tested in constant time. Where it is not plain these labels leave
/// breaks, traffic, all windows but the whole from the first to the last, and time on board aside: bounds, and the rest is driven
/// through.
struct FitRoute {
  let type: Int
  private(set) var codes: [Int32]
  /// How many codes at its beginning are not to be moved.
  let fixed: Int
  private(set) var positions: [FitPosition] = []
  /// The stretch from the start up to a position, and from a position to the end.
  private(set) var before: [Stretch] = []
  private(set) var after: [Stretch] = []
  /// What is on board on the leg that leaves a position, and the most on its trip up to that leg and from it on;
  /// `position * dimensions + dimension`.
  private(set) var legs: [Int] = []
  private(set) var peakBefore: [Int] = []
  private(set) var peakAfter: [Int] = []
  /// What its trip has taken for the depot up to a position, and what it still delivers from the depot behind it.
  private(set) var taken: [Int] = []
  private(set) var rest: [Int] = []
  /// What it costs, by the simulation.
  private(set) var cost = 0
  private(set) var metres = 0
  private(set) var stops = 0
  private(set) var reloads = 0
  /// Seconds of driving, service, set-up and reloads at the least.
  private(set) var busy = 0
  /// Seconds from departure to return, by the checker.
  var duration = 0
  /// What is brought and taken back in the dimension that counts as work.
  private(set) var handled = 0
  /// The metres from each code that is a job to all of them.
  private(set) var waysToAll: [Int] = []
  /// Whether the labels say all about time.
  private(set) var isPlain = true

  init(type: Int, codes: [Int32], fixed: Int) {
    (self.type, self.codes, self.fixed) = (type, codes, fixed)
  }

  /// Makes its labels anew. O(length × dimensions), O(length²) where spread has a price.
  ///
  /// - Returns: Whether it keeps every rule, by the simulation; the labels mean nothing if it does not.
  mutating func refresh(_ tables: FitTables) -> Bool {
    cost = tables.simulation.cost(of: codes, on: type)
    guard cost < .max else { return false }
    metres = tables.simulation.length
    refreshPositions(tables)
    refreshClocks(tables)
    refreshLoads(tables.flat)
    refreshWork(tables.flat)
    return true
  }

  private mutating func refreshPositions(_ tables: FitTables) {
    let flat = tables.flat
    let vehicle = flat.types[type]
    let never = -FlatProblem.forever
    isPlain = vehicle.breakCount == 0 && flat.trafficCount == 0
    (stops, reloads) = (0, 0)
    positions = [FitPosition(place: vehicle.start, code: -1, opens: vehicle.opens, due: vehicle.closes)]
    for (index, code) in codes.enumerated() {
      guard code >= 0 else {
        reloads += 1
        positions.append(
          FitPosition(
            place: RouteCode.place(ofReload: code), code: code, due: 4 * FlatProblem.forever, stay: vehicle.reloadSeconds))
        continue
      }
      stops += 1
      let job = Int(code)
      let place = flat.place[job]
      let isNewPlace = index == 0 || positions[index].place != place
      positions.append(
        FitPosition(
          place: place, code: code, opens: flat.ready[job], due: flat.due[job],
          stay: flat.service[job] + (isNewPlace ? flat.setup[job] : 0), setup: isNewPlace ? flat.setup[job] : 0))
      let isLimited = flat.isDropOff[job] && flat.mostOnBoard[Int(flat.partner[job])] < 4 * FlatProblem.forever
      if flat.windowCount[job] > 1 || flat.due[job] > tables.simulation.closing(job) || isLimited { isPlain = false }
    }
    positions.append(FitPosition(place: vehicle.end, code: -1, opens: vehicle.opens, due: vehicle.closes))
    for index in 0...codes.count {
      let way = Int(positions[index].place) * tables.rowCount + Int(positions[index + 1].place)
      positions[index].metres = vehicle.ways.metresFrom[way]
      positions[index].seconds = tables.least(vehicle.ways.secondsFrom[way])
    }
    // The latest release of each trip, from behind.
    var released = never
    for index in stride(from: codes.count, through: 0, by: -1) {
      if index > 0, positions[index].code >= 0 {
        released = max(released, flat.release[Int(positions[index].code)])
        continue
      }
      positions[index].released = released
      positions[index].opens = index == 0 ? max(vehicle.opens, released) : max(4 * never, released - vehicle.reloadSeconds)
      if index > 0, released == never { positions[index].opens = 4 * never }
      released = never
    }
    var start = 0
    for index in 0...codes.count + 1 {
      if index > 0, index <= codes.count, positions[index].code < 0 { start = index }
      positions[index].tripStart = start
      positions[index].released = positions[start].released
    }
  }

  private mutating func refreshClocks(_ tables: FitTables) {
    let end = codes.count + 1
    // Without a shift the moment of a route on which nothing says what time it is means nothing: what joins may say so.
    let isAnytime = tables.flat.types[type].opens == -FlatProblem.forever
    var clock = positions[0].opens
    for index in 0...codes.count {
      if index > 0 {
        clock = max(clock + Int(positions[index - 1].seconds), positions[index].opens) + positions[index].stay
      }
      positions[index].depart = isAnytime ? clock : tables.simulation.departs[index]
    }
    positions[end].latest = positions[end].due
    before = [positions[0].stretch]
    after = [Stretch](repeating: positions[end].stretch, count: end + 1)
    busy = Int(positions[0].seconds)
    for index in 1...end {
      before.append(before[index - 1].joined(Int(positions[index - 1].seconds), positions[index].stretch))
      busy += positions[index].stay + Int(positions[index].seconds)
    }
    for index in stride(from: end - 1, through: 0, by: -1) {
      let seconds = Int(positions[index].seconds)
      positions[index].latest = min(positions[index].due, positions[index + 1].latest - seconds - positions[index].stay)
      after[index] = positions[index].stretch.joined(seconds, after[index + 1])
    }
  }

  private mutating func refreshLoads(_ flat: FlatProblem) {
    let dimensions = flat.dimensions
    let count = codes.count
    legs = [Int](repeating: 0, count: (count + 1) * dimensions)
    (taken, rest) = (legs, legs)
    for dimension in 0..<dimensions {
      func at(_ job: Int) -> Int { job * dimensions + dimension }
      /// What the trip that begins at a position delivers from the depot.
      func loaded(_ start: Int) -> Int {
        var sum = 0
        var index = start + 1
        while index <= count, positions[index].code >= 0 {
          let job = Int(positions[index].code)
          if !flat.isDropOff[job] { sum += flat.delivery[at(job)] }
          index += 1
        }
        return sum
      }
      var left = loaded(0)
      var load = left
      var aboard = 0
      (legs[dimension], rest[dimension]) = (load, left)
      for index in stride(from: 1, through: count, by: 1) {
        let job = Int(positions[index].code)
        if job >= 0 {
          load += flat.pickup[at(job)] - flat.delivery[at(job)]
          if flat.partner[job] < 0 {
            aboard += flat.pickup[at(job)]
            left -= flat.delivery[at(job)]
          }
        } else {
          left = loaded(index)
          load += left - aboard
          aboard = 0
        }
        legs[index * dimensions + dimension] = load
        taken[index * dimensions + dimension] = aboard
        rest[index * dimensions + dimension] = left
      }
    }
    (peakBefore, peakAfter) = (legs, legs)
    for index in 0..<(count + 1) where index > positions[index].tripStart {
      for at in index * dimensions..<(index + 1) * dimensions {
        peakBefore[at] = max(peakBefore[at], peakBefore[at - dimensions])
      }
    }
    for index in stride(from: count - 1, through: 0, by: -1)
    where positions[index + 1].tripStart == positions[index].tripStart {
      for at in index * dimensions..<(index + 1) * dimensions {
        peakAfter[at] = max(peakAfter[at], peakAfter[at + dimensions])
      }
    }
  }

  private mutating func refreshWork(_ flat: FlatProblem) {
    handled = 0
    if case .load(let dimension) = flat.preferences.work {
      for code in codes where code >= 0 { handled += flat.handled(Int(code), dimension) }
    }
    guard flat.preferences.hasSpread else { return }
    let table = flat.types[type].ways.metresFrom
    let places = codes.filter { $0 >= 0 }.map { Int(flat.place[Int($0)]) }
    waysToAll = places.map { centre in places.reduce(0) { $0 + Int(table[centre * flat.placeCount + $1]) } }
  }

  /// What its spread costs once visits at some places have joined. O(length × visits).
  func spreadPrice(joining guests: [FitGuest], _ tables: FitTables) -> Int {
    let flat = tables.flat
    guard flat.preferences.hasSpread else { return 0 }
    let table = flat.types[type].ways.metresFrom
    func way(_ from: Int, _ to: Int) -> Int { Int(table[from * flat.placeCount + to]) }
    let places = codes.filter { $0 >= 0 }.map { Int(flat.place[Int($0)]) }
    var least = Int.max
    for (index, place) in places.enumerated() {
      least = min(least, guests.reduce(waysToAll[index]) { $0 + way(place, $1.row) })
    }
    for guest in guests {
      let own = guests.reduce(0) { $0 + way(guest.row, $1.row) }
      least = min(least, places.reduce(own) { $0 + way(guest.row, $1) })
    }
    return flat.preferences.price(ofSpread: least)
  }
}
