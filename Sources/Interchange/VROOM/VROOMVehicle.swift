import Logistics
import Routing

/// A vehicle of a VROOM file but for its id and its steps: what is equal becomes one type.
struct VROOMVehicle: Hashable {
  let profile: String
  /// `nil` where the route begins at its first stop.
  let start: Int?
  /// `nil` where the route ends at its last stop.
  let end: Int?
  var capacity: [Int]
  let costs: VROOMCosts
  let skills: [Int]
  let window: TimeWindow?
  let breaks: [Break]
  let speedFactor: Double
  let mostTasks: Int?
  let mostTravelTime: Int?
  let mostDistance: Int?
}

/// What a vehicle costs, in VROOM's unit of cost.
struct VROOMCosts: Hashable {
  var fixed = 0
  /// For an hour of travel; neither service nor waiting counts.
  var perHour = 3600
  var perKilometre = 0
}

/// A step of the route that a file proposes for a vehicle.
struct VROOMStep {
  let kind: VROOMTask.Kind
  let id: Int
  let place: JSONReader
}

extension JSONReader {
  /// The vehicle that is described here, its id and the stops that it is to begin with.
  func vroomVehicle(_ places: inout VROOMPlaces) -> (id: Int, vehicle: VROOMVehicle, steps: [VROOMStep])? {
    guard case .object = value else {
      fault("an object")
      return nil
    }
    for key in ["description", "type"] { _ = self[key] }
    let id = self["id"].vroomID()
    let profile = self["profile"].isAbsent ? "car" : self["profile"].string() ?? "car"
    let before = log.faults.faults.count
    let start = places.place(of: self, "start", "start_index"), end = places.place(of: self, "end", "end_index")
    if start == nil, end == nil, log.faults.faults.count == before { self["start"].fault("a start or an end") }
    let window = self["time_window"].isAbsent ? nil : self["time_window"].timeWindow()
    let speed = self["speed_factor"]
    let factor: Double = speed.isAbsent ? 1 : speed.number() ?? 1
    if !(0.01...5).contains(factor) { speed.fault("a number from 0.01 to 5") }
    let vehicle = VROOMVehicle(
      profile: profile, start: start, end: end, capacity: self["capacity"].loads(), costs: vroomCosts(),
      skills: self["skills"].skillNumbers(), window: window, breaks: vroomBreaks(), speedFactor: factor,
      mostTasks: limit("max_tasks", Int(Int32.max)), mostTravelTime: limit("max_travel_time", InstanceTables.latest),
      mostDistance: limit("max_distance", InstanceTables.mostLoad))
    let steps = vroomSteps()
    refuseOthers()
    return id.map { ($0, vehicle, steps) }
  }

  private func limit(_ key: String, _ most: Int) -> Int? { self[key].isAbsent ? nil : self[key].integer(0...most) }

  private func vroomCosts() -> VROOMCosts {
    let reader = self["costs"]
    var costs = VROOMCosts()
    if reader.isAbsent { return costs }
    // Prices beyond this would leave no room for sums of them.
    let most = 100_000_000
    if !reader["fixed"].isAbsent { costs.fixed = reader["fixed"].integer(0...most) ?? 0 }
    if !reader["per_hour"].isAbsent { costs.perHour = reader["per_hour"].integer(0...most) ?? 0 }
    if !reader["per_km"].isAbsent { costs.perKilometre = reader["per_km"].integer(0...most) ?? 0 }
    reader.refuseOthers()
    return costs
  }

  /// Breaks in the order in which VROOM takes them: by their first window.
  private func vroomBreaks() -> [Break] {
    guard !self["breaks"].isAbsent else { return [] }
    let breaks = self["breaks"].elements.map { $0.vroomBreak() }
    func key(_ index: Int) -> (Int, Int, Int) {
      let windows = breaks[index].windows
      return (windows.first?.opens.secondsSince1970 ?? 0, windows.last?.closes.secondsSince1970 ?? .max, index)
    }
    return breaks.indices.sorted { key($0) < key($1) }.map { breaks[$0] }
  }

  private func vroomBreak() -> Break {
    for key in ["id", "description"] { _ = self[key] }
    let mostOnBoard = self["max_load"]
    if !mostOnBoard.isAbsent { mostOnBoard.fault("none: a break with a limit of what is on board is not known here") }
    let windows = self["time_windows"].timeWindows()
    let service = self["service"].seconds()
    refuseOthers()
    return Break(windows: windows, duration: .seconds(service), isPaid: false)
  }

  private func vroomSteps() -> [VROOMStep] {
    guard !self["steps"].isAbsent else { return [] }
    return self["steps"].elements.compactMap { reader in
      // VROOM asks for moments of service only where it times given routes; a solver chooses its own.
      for key in ["description", "service_at", "service_after", "service_before"] { _ = reader[key] }
      let type = reader["type"].string() ?? "start"
      let id = reader["id"]
      defer { reader.refuseOthers() }
      if ["start", "end", "break"].contains(type) { return nil }
      guard let kind = VROOMTask.Kind(rawValue: type) else {
        reader["type"].fault("start, job, pickup, delivery, break or end")
        return nil
      }
      return id.vroomID().map { VROOMStep(kind: kind, id: $0, place: id) }
    }
  }
}
