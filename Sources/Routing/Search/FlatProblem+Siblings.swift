extension FlatProblem {
  /// For each type those that drive any route by the same way and clock, itself first.
  static func siblings(_ vehicles: [VehicleType]) -> [[Int]] {
    vehicles.map { vehicle in
      let same = vehicles.indices.filter { index in
        let other = vehicles[index]
        return other.start == vehicle.start && other.end == vehicle.end && other.profile == vehicle.profile
          && other.shift == vehicle.shift && other.skills == vehicle.skills && other.costPerSecond == vehicle.costPerSecond
          && other.maximumDistance == vehicle.maximumDistance && other.maximumDuration == vehicle.maximumDuration
          && other.overtime == vehicle.overtime && other.maximumStops == vehicle.maximumStops && other.breaks == vehicle.breaks
          && other.reload == vehicle.reload && other.id != vehicle.id
      }
      return [vehicles.firstIndex { $0.id == vehicle.id } ?? 0] + same
    }
  }
}
