public import Logistics

/// Why vehicles of a class cannot drive a trip, whatever else they do.
public struct TripObstacle: Hashable, Sendable {
  /// What stands in the way.
  public enum Reason: Hashable, Sendable {
    /// The class has no unit, or its units may drive no trip.
    case noUnits
    /// The trip begins this much before the shift.
    case beforeShift(TimeSpan)
    /// The trip ends this much after the shift.
    case afterShift(TimeSpan)
    /// The load exceeds the capacity in a dimension, from 0, by so much.
    case capacity(dimension: Int, by: Int)
    /// The class lacks a skill.
    case skill(Skill)
  }

  /// An index into the problem's vehicles.
  public let vehicle: Int
  /// Everything that stands in the way; at least one.
  public let reasons: [Reason]
}

extension TripProblem {
  /// What keeps each class at a trip's depot from driving it; empty if some class can.
  ///
  /// A trip that is left out though this is empty is one for which a unit was worth more elsewhere.
  ///
  /// - Parameter trip: An index into the problem's trips.
  /// - Precondition: The problem has the trip.
  public func obstacles(to trip: Int) -> [TripObstacle] {
    let trip = trips[trip]
    var obstacles: [TripObstacle] = []
    for (index, vehicle) in vehicles.enumerated() where vehicle.depot == trip.depot {
      var reasons: [TripObstacle.Reason] = []
      if vehicle.count == 0 || vehicle.maximumTrips == 0 { reasons.append(.noUnits) }
      if trip.start < vehicle.shift.opens { reasons.append(.beforeShift(vehicle.shift.opens - trip.start)) }
      if trip.end > vehicle.shift.closes { reasons.append(.afterShift(trip.end - vehicle.shift.closes)) }
      for (dimension, (load, room)) in zip(trip.load.amounts, vehicle.capacity.amounts).enumerated() where load > room {
        reasons.append(.capacity(dimension: dimension, by: load - room))
      }
      reasons += trip.skills.subtracting(vehicle.skills).sorted().map { .skill($0) }
      if reasons.isEmpty { return [] }
      obstacles.append(TripObstacle(vehicle: index, reasons: reasons))
    }
    return obstacles
  }
}
