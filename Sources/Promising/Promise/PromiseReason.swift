public import Logistics

/// One step on the way of an order, of those that explain when it arrives. Later versions may know further steps.
public enum PromiseReason: Hashable, Sendable {
  /// The order came after the last moment at which it would still have been prepared that day.
  case afterCutOff(placed: WallTime, cutOff: LocalTime, node: String)
  /// The order came while nobody prepares parcels.
  case outsideHours(placed: WallTime, opens: WallTime, node: String)
  /// So many parcels are prepared before those of the order, whose turn comes at a moment.
  case waits(behind: Int, begins: WallTime, node: String)
  /// The node is closed on consecutive days, both included.
  case nodeClosed(from: LocalDate, through: LocalDate, because: Closure, node: String)
  /// The parcels are prepared.
  case prepared(from: WallTime, until: WallTime, node: String)
  /// The parcels are ready too late to leave the same day.
  case missedDeparture(ready: WallTime, lastDeparture: LocalTime, service: ID<DeliveryService>)
  /// The service does not drive on consecutive days, both included.
  case serviceRests(from: LocalDate, through: LocalDate, because: Closure, service: ID<DeliveryService>)
  /// The node works and the service drives on consecutive days, both included, but nothing is collected there.
  case noCollection(from: LocalDate, through: LocalDate, node: String, service: ID<DeliveryService>)
  /// The parcels leave the node.
  case departs(WallTime, service: ID<DeliveryService>)
  /// The parcels are under way for so many working days of the service.
  case transit(days: Int, zone: ID<TransitZone>, arrives: LocalDate)
  /// The service drives on that day but does not deliver on that weekday.
  case noDeliveryOn(LocalDate, service: ID<DeliveryService>)
  /// The hours of delivery of that day end before the parcels could be there.
  case windowOver(LocalDate, service: ID<DeliveryService>)
  /// The customer can fetch the parcels.
  case collectable(from: WallTime, node: String)
  /// The parcels are delivered.
  case delivered(on: LocalDate)
}

extension PromiseReason: CustomStringConvertible {
  /// An English sentence without its full stop.
  public var description: String {
    switch self {
    case .afterCutOff(let placed, let cutOff, let node):
      "ordered \(placed), after the \(cutOff) cut-off of \(node)"
    case .outsideHours(let placed, let opens, let node):
      "ordered \(placed), while \(node) prepares nothing until \(opens)"
    case .waits(let parcels, let begins, let node):
      "\(parcels) parcel\(parcels == 1 ? " is" : "s are") before it at \(node), prepared from \(begins)"
    case .nodeClosed(let first, let last, let closure, let node):
      "\(node) is closed \(days(first, last))\(because(closure))"
    case .prepared(let from, let until, let node):
      "prepared at \(node) \(from.date == until.date ? "\(from)-\(until.time)" : "from \(from) until \(until)")"
    case .missedDeparture(let ready, let last, let service):
      "ready \(ready), too late for the last departure of \(service) at \(last)"
    case .serviceRests(let first, let last, let closure, let service):
      "\(service) does not drive \(days(first, last))\(because(closure))"
    case .noCollection(let first, let last, let node, let service):
      "\(service) collects nothing at \(node) \(days(first, last))"
    case .departs(let moment, let service):
      "leaves with \(service) from \(moment)"
    case .transit(let days, let zone, let arrives):
      "\(days) working day\(days == 1 ? "" : "s") under way to \(zone), there \(arrives.spoken)"
    case .noDeliveryOn(let date, let service):
      "\(service) delivers nothing on \(date.spoken)"
    case .windowOver(let date, let service):
      "the delivery hours of \(service) on \(date.spoken) end before it could be there"
    case .collectable(let moment, let node):
      "to be fetched at \(node) from \(moment)"
    case .delivered(let date):
      "delivered \(date.spoken)"
    }
  }

  private func days(_ first: LocalDate, _ last: LocalDate) -> String {
    first == last ? "on \(first.spoken)" : "from \(first.spoken) to \(last.spoken)"
  }

  private func because(_ closure: Closure) -> String {
    switch closure {
    case .weekday, .closedDay: ""
    case .holiday(let name): ", \(name)"
    }
  }
}
