import LastMile
import Logistics
import Promising

extension JSONReader {
  /// A row of `nodes` whose kind is `locker`.
  func locker(_ holidays: Holidays?) -> Locker? {
    let id: ID<Node>? = self["id"].id()
    let name = self["name"].string()
    _ = self["kind"].string()
    let latitude = self["latitude"].number()
    let longitude = self["longitude"].number()
    let hours = self["hours"].byWeekday { day in day.elements.compactMap { $0.hours() } }
    let closed = self["closedOnHolidays"].bool()
    let compartments = self["compartments"].elements.map { $0.compartment() }
    let days = self["pickupDays"].integer(1...30)
    let services = self["services"].isAbsent ? nil : self["services"].elements.compactMap { $0.id() as ID<DeliveryService>? }
    refuseOthers()
    guard let id, let name, let latitude, let longitude, let closed, let days else { return nil }
    guard let coordinate = Coordinate(latitude: latitude, longitude: longitude) else {
      log.add(at: path, found: "latitude \(latitude), longitude \(longitude)", expected: "a point on the earth")
      return nil
    }
    do {
      return Locker(
        node: Node(id: id, name: name, kind: .locker, coordinate: coordinate),
        hours: try WorkingCalendar(hours: hours, holidays: closed ? holidays : nil), compartments: compartments.compactMap { $0 },
        pickupDays: days, services: services.map { Set($0) })
    } catch {
      adopt(error)
      return nil
    }
  }

  private func compartment() -> Locker.Compartment? {
    let count = self["count"].integer(1...10_000)
    let volume = self["volume"].integer(1...Volume.limit)
    let weight = self["weight"].isAbsent ? nil : self["weight"].integer(1...Weight.limit)
    refuseOthers()
    guard let count, let volume else { return nil }
    return Locker.Compartment(count: count, volume: Volume(volume), weight: weight.map { Weight($0) })
  }
}

extension Fault {
  /// A fault of a network whose nodes and lockers stand in one list of a document.
  ///
  /// - Parameters:
  ///   - sites: where in the list the nodes are that are no lockers.
  ///   - lockers: where in the list the lockers are.
  func amongNodes(_ sites: [Int], _ lockers: [Int]) -> Fault {
    for (list, places) in [("$.nodes[", sites), ("$.lockers[", lockers)] where place.hasPrefix(list) {
      let rest = place.dropFirst(list.count)
      guard let end = rest.firstIndex(of: "]"), let number = Int(rest[..<end]), places.indices.contains(number) else { continue }
      return Fault(at: "$.nodes[\(places[number])\(rest[end...])", found: found, expected: expected)
    }
    return self
  }
}
