public import Promising

extension CustomerMessage {
  /// What a customer is told of a step on the way of an order. Services and areas, which customers do not know by name, are not named;
  /// a holiday is named in English and in the language of the network's country.
  public init(_ reason: PromiseReason, in network: Network) {
    self =
      switch reason {
      case .afterCutOff(let placed, let cutOff, let node): .afterCutOff(placed: placed, cutOff: cutOff, site: node)
      case .outsideHours(let placed, let opens, let node): .outsideHours(placed: placed, opens: opens, site: node)
      case .waits(let parcels, let begins, let node): .waits(behind: parcels, begins: begins, site: node)
      case .nodeClosed(let first, let last, let closure, let node):
        .siteClosed(from: first, through: last, because: network.cause(of: closure, on: first), site: node)
      case .prepared(let from, let until, let node): .prepared(from: from, until: until, site: node)
      case .missedDeparture(let ready, let last, _): .missedDeparture(ready: ready, lastDeparture: last)
      case .serviceRests(let first, let last, let closure, _):
        .transportRests(from: first, through: last, because: network.cause(of: closure, on: first))
      case .noCollection(let first, let last, let node, _): .noCollection(from: first, through: last, site: node)
      case .departs(let moment, _): .departs(moment)
      case .transit(let days, _, let arrives): .underWay(workingDays: days, arrives: arrives)
      case .noDeliveryOn(let day, _): .noDelivery(on: day)
      case .windowOver(let day, _): .deliveryHoursOver(on: day)
      case .collectable(let moment, let node): .collectable(from: moment, site: node)
      case .delivered(let day): .deliveredOn(day)
      }
  }
}
