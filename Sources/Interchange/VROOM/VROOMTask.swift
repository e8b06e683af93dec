import Logistics
import Routing

/// A job or an end of a shipment in a VROOM file.
struct VROOMTask {
  /// What it is; the names are those of a vehicle's steps.
  enum Kind: String {
    case job, pickup, delivery
  }

  let kind: Kind
  let id: Int
  let place: Int
  let setup: Int
  let service: Int
  var delivery: [Int]
  var pickup: [Int]
  let skills: [Int]
  let priority: Int
  let windows: [TimeWindow]

  /// What makes it unique in the file.
  var name: String { "\(kind.rawValue) \(id)" }
}

extension JSONReader {
  /// Whole seconds that may be left out.
  func seconds() -> Int { isAbsent ? 0 : integer(0...InstanceTables.latest) ?? 0 }

  /// An id; ids stand in the routes of solutions, which hold numbers up to 10¹².
  func vroomID() -> Int? { integer(0...InstanceTables.mostLoad) }

  /// Loads by dimension that may be left out.
  func loads() -> [Int] { isAbsent ? [] : elements.map { $0.integer(0...InstanceTables.mostLoad) ?? 0 } }

  /// Skills, each a whole number.
  func skillNumbers() -> [Int] {
    isAbsent ? [] : Set(elements.compactMap { $0.integer(0...Int(UInt32.max)) }).sorted()
  }

  /// From one moment to another.
  func timeWindow() -> TimeWindow? {
    guard case .array(let values) = value, values.count == 2 else {
      fault("two moments, [1600416000, 1600430400]")
      return nil
    }
    // Who writes the greatest number that a file can hold means no end.
    let last = Int(UInt32.max)
    let moments = elements.map { $0.integer(0...last) }
    guard let opens = moments[0], let closes = moments[1] else { return nil }
    let window = TimeWindow(
      opens: Instant(secondsSince1970: opens), closes: Instant(secondsSince1970: min(closes, InstanceTables.latest)))
    if window == nil { fault("a window that closes no earlier than it opens, before \(InstanceTables.latest)") }
    return window
  }

  /// Windows that may be left out.
  func timeWindows() -> [TimeWindow] {
    if isAbsent { return [] }
    let windows = elements
    if case .array(let values) = value, values.isEmpty { fault("at least one window") }
    return windows.compactMap { $0.timeWindow() }.joined()
  }

  /// Jobs and the ends of shipments, in the order of the file.
  func vroomTasks(_ places: inout VROOMPlaces) -> [VROOMTask] {
    var tasks: [VROOMTask] = []
    for job in self["jobs"].isAbsent ? [] : self["jobs"].elements where !log.faults.isFull {
      tasks += [job.vroomTask(.job, job, &places)].compactMap(\.self)
      job.refuseOthers()
    }
    for shipment in self["shipments"].isAbsent ? [] : self["shipments"].elements where !log.faults.isFull {
      let ends = [(VROOMTask.Kind.pickup, shipment["pickup"]), (.delivery, shipment["delivery"])].map { kind, end in
        let task = end.vroomTask(kind, shipment, &places)
        end.refuseOthers()
        return task
      }
      shipment.refuseOthers()
      if let pickup = ends[0], let delivery = ends[1] { tasks += [pickup, delivery] }
    }
    return tasks
  }

  /// The task that is described here, with what a shipment says for both of its ends.
  private func vroomTask(_ kind: VROOMTask.Kind, _ owner: JSONReader, _ places: inout VROOMPlaces) -> VROOMTask? {
    guard case .object = value else {
      fault("an object")
      return nil
    }
    _ = self["description"]
    let id = self["id"].vroomID()
    let before = log.faults.faults.count
    let place = places.place(of: self, "location", "location_index")
    if place == nil, log.faults.faults.count == before { self["location"].fault("where it is") }
    let setup = self["setup"].seconds(), service = self["service"].seconds()
    let amount = kind == .job ? [] : owner["amount"].loads()
    let delivery = kind == .job ? self["delivery"].loads() : kind == .delivery ? amount : []
    let pickup = kind == .job ? self["pickup"].loads() : kind == .pickup ? amount : []
    let skills = owner["skills"].skillNumbers()
    let priority = owner["priority"].isAbsent ? 0 : owner["priority"].integer(0...100) ?? 0
    let windows = self["time_windows"].timeWindows()
    guard let id, let place else { return nil }
    return VROOMTask(
      kind: kind, id: id, place: place, setup: setup, service: service, delivery: delivery, pickup: pickup, skills: skills,
      priority: priority, windows: windows)
  }
}
