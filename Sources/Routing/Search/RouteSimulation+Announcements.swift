extension RouteSimulation {
  /// What it costs that a type of vehicle serves the jobs of a route.
  func vehiclePrice(_ codes: UnsafePointer<Int32>, _ count: Int, _ type: Int) -> Int {
    var price = 0
    for index in 0..<count where codes[index] >= 0 { price += problem.announcements.price(of: Int(codes[index]), on: type) }
    return price
  }

  /// What it costs that the services of the route driven last begin when they do if the vehicle leaves at a moment.
  func announcedPrice(
    _ codes: UnsafePointer<Int32>, _ count: Int, _ vehicle: UnsafePointer<FlatVehicle>, from departure: Int
  ) -> Int {
    // Where nothing says what time it is, it is the moment 0, as the checker has it.
    var clock = isTimeless(codes, count, vehicle) ? 0 : departure
    var price = 0
    for index in 0..<count {
      clock += drives[index + 1]
      if codes[index] >= 0 {
        let job = Int(codes[index])
        clock = begin(job, at: clock)
        price += problem.announcements.price(of: job, at: clock)
        clock += stays[index + 1]
      } else {
        clock = max(clock + stays[index + 1], releases[index + 1])
      }
    }
    return price
  }

  private func isTimeless(_ codes: UnsafePointer<Int32>, _ count: Int, _ vehicle: UnsafePointer<FlatVehicle>) -> Bool {
    guard vehicle.pointee.opens == -FlatProblem.forever else { return false }
    for index in 0..<count where codes[index] >= 0 {
      let job = Int(codes[index])
      if problem.windowCount[job] > 0 || problem.release[job] > -FlatProblem.forever { return false }
    }
    return true
  }
}
