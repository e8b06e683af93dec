import Logistics
import Travel

extension PlanState {
  /// Adds a place by its ways.
  mutating func addPlace(_ ways: [PlaceWays]) throws(InvalidInput) -> Int {
    var faults = FaultList()
    faults.check(!places.hasMap, at: "$", found: "ways", expected: "an address: the plan has a map of streets")
    faults.check(
      ways.count == places.profileCount, at: "$", found: "ways by \(ways.count) profiles", expected: "\(places.profileCount)")
    for (profile, there) in ways.enumerated() {
      for (name, list) in [
        ("metresTo", there.metresTo), ("metresFrom", there.metresFrom), ("secondsTo", there.secondsTo),
        ("secondsFrom", there.secondsFrom),
      ] {
        faults.check(
          list.count == places.count, at: "$[\(profile)].\(name)", found: "\(list.count) ways",
          expected: "\(places.count), one for each row")
        for (row, way) in list.enumerated() where !(0...TravelMatrix.longest).contains(way) {
          faults.add(at: "$[\(profile)].\(name)[\(row)]", found: "\(way)", expected: "0 to \(TravelMatrix.longest)")
        }
      }
    }
    try faults.throwIfAny("new place")
    let row = places.add(ways)
    ensure(tables.room)
    places.write(row, tables)
    return row
  }
}
