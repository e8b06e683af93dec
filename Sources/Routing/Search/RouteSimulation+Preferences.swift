extension RouteSimulation {
  /// The work of the route driven last, as ``Balance`` counts it.
  func work(_ codes: UnsafePointer<Int32>, _ count: Int) -> Int {
    var work = 0
    switch problem.preferences.work {
    case .nothing: return 0
    case .time: return duration
    case .distance: return length
    case .stops: for index in 0..<count where codes[index] >= 0 { work += 1 }
    case .load(let dimension):
      for index in 0..<count where codes[index] >= 0 { work += problem.handled(Int(codes[index]), dimension) }
    }
    return work
  }

  /// The metres from the most central job to all of them.
  func spread(_ codes: UnsafePointer<Int32>, _ count: Int, _ type: Int) -> Int {
    let table = problem.types[type].ways.metresFrom
    var least = Int.max
    for centre in 0..<count where codes[centre] >= 0 {
      let from = table + Int(problem.place[Int(codes[centre])]) * problem.placeCount
      var sum = 0
      for index in 0..<count where codes[index] >= 0 { sum += Int(from[Int(problem.place[Int(codes[index])])]) }
      least = min(least, sum)
    }
    return least == .max ? 0 : least
  }
}
