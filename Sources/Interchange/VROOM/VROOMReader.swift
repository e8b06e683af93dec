import Logistics
import Routing
import Travel

/// Reads the JSON that VROOM takes: vehicles, jobs, shipments, and matrices or coordinates.
struct VROOMReader {
  private static let advice = "docs/formats.md says what of VROOM's input is read."

  private let source: String
  private let document: JSONReader
  private var log: FaultLog { document.log }

  /// - Throws: `InvalidInput` with the line if it is no JSON.
  init(_ bytes: [UInt8], _ source: String) throws(InvalidInput) {
    self.source = source
    document = try JSONReader.scanned(bytes, named: source)
  }

  /// - Throws: `InvalidInput` with everything that is wrong with the file, each with its JSON path.
  func read(_ name: String, convention: Convention?) throws(InvalidInput) -> RoutingInstance {
    if let convention, convention != .rounded {
      log.add(at: "$", found: "the convention \(convention.rawValue)", expected: "rounded: all numbers of VROOM are whole")
    }
    let matrices = VROOMMatrices(document)
    var places = VROOMPlaces(rows: matrices.rows)
    let vehicles = document["vehicles"].elements.map { $0.vroomVehicle(&places) }
    let tasks = document.vroomTasks(&places)
    // What only shapes VROOM's answer is nothing to a reader.
    _ = document["options"]
    document.refuseOthers()
    if vehicles.isEmpty { document["vehicles"].fault("at least one vehicle") }
    if tasks.isEmpty { log.add(at: "$", found: "no jobs and no shipments", expected: "at least one") }
    if tasks.count > InstanceTables.mostNodes {
      log.add(at: "$", found: "\(tasks.count) jobs and ends of shipments", expected: "at most \(InstanceTables.mostNodes)")
    }
    refuseRepeats(tasks, vehicles.map { $0?.id })
    try log.faults.throwIfAny(source, advice: Self.advice)
    let fleet = vehicles.compactMap(\.self)
    var builder = VROOMBuilder(tasks, fleet.map(\.vehicle), matrices, places, log)
    let problem = builder.problem(vehicleNames: fleet.map { "vehicle \($0.id)" })
    let proposed = proposedRoutes(fleet.map(\.steps), tasks, builder.order)
    try log.faults.throwIfAny(source, advice: Self.advice)
    guard let problem else { preconditionFailure("a part of \(source) is missing without a fault") }
    return RoutingInstance(
      name, .vroom, .rounded, problem, clientNumbers: tasks.map(\.id), order: builder.order, costScale: builder.tariff.scale,
      proposedRoutes: proposed, typesTimedByDistance: builder.typesTimedByDistance)
  }

  /// Ids are names: each once among the vehicles, the jobs, the pickups and the deliveries.
  private func refuseRepeats(_ tasks: [VROOMTask], _ vehicles: [Int?]) {
    var seen: Set<String> = []
    for task in tasks where !seen.insert(task.name).inserted && !log.faults.isFull {
      log.add(at: task.kind == .job ? "$.jobs" : "$.shipments", found: "\(task.name) again", expected: "each id once")
    }
    var first: [Int: Int] = [:]
    for (index, id) in vehicles.enumerated() {
      if let id, let other = first.updateValue(index, forKey: id), !log.faults.isFull {
        log.add(at: "$.vehicles[\(index)].id", found: "\(id), as at $.vehicles[\(other)]", expected: "each id once")
      }
    }
  }

  /// The routes that the vehicles' steps propose.
  private func proposedRoutes(_ steps: [[VROOMStep]], _ tasks: [VROOMTask], _ order: VehicleOrder) -> [Route] {
    let indices = Dictionary(zip(tasks.map(\.name), tasks.indices), uniquingKeysWith: { first, _ in first })
    var taken: Set<Int> = []
    return steps.enumerated().compactMap { vehicle, steps in
      let jobs = steps.compactMap { step -> Int? in
        guard let index = indices["\(step.kind.rawValue) \(step.id)"], taken.insert(index).inserted else {
          step.place.fault("a \(step.kind.rawValue) of the file, each in one step")
          return nil
        }
        return index
      }
      return jobs.isEmpty ? nil : Route(vehicle: order.type(of: vehicle), jobs: jobs)
    }
  }
}
