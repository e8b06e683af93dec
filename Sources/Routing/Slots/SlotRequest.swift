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
  /// When what is brought is ready at the depot: the vehicle that brings it departs then at the earliest. `nil` if it is there
  /// before any vehicle departs.
  public let release: Instant?
  /// What a vehicle must have to serve it.
  public let skills: Set<Skill>

  /// A stop. What is taken back is nothing, unless given.
  public init(
    place: Coordinate, delivery: Load, pickup: Load? = nil, service: TimeSpan = .zero, release: Instant? = nil,
    skills: Set<Skill> = []
  ) {
    self.place = place
    self.delivery = delivery
    self.pickup = pickup ?? .zero(dimensions: delivery.dimensions)
    self.service = service
    self.release = release
    self.skills = skills
  }
}

extension SlotRequest {
  /// Whether whoever serves this can as well serve another, which is at the same address and needs no more of anything.
  public func covers(_ other: SlotRequest) -> Bool {
    func isLess(_ one: Load, _ other: Load) -> Bool {
      one.dimensions == other.dimensions && (0..<one.dimensions).allSatisfy { one[$0] <= other[$0] }
    }
    let isReady = other.release.map { sooner in release.map { sooner <= $0 } ?? false } ?? true
    return other.place == place && isLess(other.delivery, delivery) && isLess(other.pickup, pickup) && other.service <= service
      && isReady && other.skills.isSubset(of: skills)
  }

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
    if let release {
      let range = -RoutingProblem.longestHorizon...RoutingProblem.longestHorizon
      faults.check(
        range.contains(release.secondsSince1970), at: "$.release", found: "\(release.secondsSince1970)",
        expected: "\(range.lowerBound) to \(range.upperBound)")
    }
  }
}
