public import Logistics

/// A stop that a customer asks for, before it is said when.
public struct SlotRequest: Hashable, Sendable {
  /// Where.
  public let place: Coordinate
  /// What is brought from the depot.
  public let delivery: Load
  /// What is taken back to the end of the route.
  public let pickup: Load
  /// How long the vehicle stands there.
  public let service: TimeSpan
  /// What a vehicle must have to serve it.
  public let skills: Set<Skill>

  /// A stop. What is taken back is nothing, unless given.
  public init(place: Coordinate, delivery: Load, pickup: Load? = nil, service: TimeSpan = .zero, skills: Set<Skill> = []) {
    self.place = place
    self.delivery = delivery
    self.pickup = pickup ?? .zero(dimensions: delivery.dimensions)
    self.service = service
    self.skills = skills
  }
}

extension SlotRequest {
  /// What is wrong with it, in a plan whose loads have so many dimensions.
  func validate(dimensions: Int, _ faults: inout FaultList) {
    for (load, name) in [(delivery, "delivery"), (pickup, "pickup")] {
      faults.check(
        load.dimensions == dimensions, at: "$.\(name)", found: "\(load.dimensions) dimensions",
        expected: "\(dimensions), as the vehicles have")
      for dimension in 0..<load.dimensions {
        faults.check(
          (0...Weight.limit).contains(load[dimension]), at: "$.\(name)[\(dimension)]", found: "\(load[dimension])",
          expected: "0 to \(Weight.limit)")
      }
    }
    faults.check(
      (0...RoutingProblem.longestHorizon).contains(service.seconds), at: "$.service", found: "\(service.seconds)",
      expected: "0 to \(RoutingProblem.longestHorizon)")
  }
}
