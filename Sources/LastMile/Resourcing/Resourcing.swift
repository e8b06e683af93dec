import Inventory
public import Logistics
public import Sourcing

/// How an order went on after a node could not ship its part.
public struct Resourcing: Hashable, Sendable {
  /// What became of the day that was promised.
  public enum Promise: Hashable, Sendable {
    /// All that ships is there by the day that was promised.
    case kept(LocalDate)
    /// What ships instead is there later: the day that was promised, and the one that is now.
    case remade(from: LocalDate, to: LocalDate)
    /// The order ships nothing any more.
    case withdrawn
  }

  /// What the node said, and why: the reason for all that follows.
  public let decline: Decline
  /// The parcels that come instead.
  public let parcels: [OfferedParcel]
  /// Units that nobody ships any more; of an order that was withdrawn, everything.
  public let unfilled: [OrderLine]
  /// Freight, handling and what is lost by lateness and by units that do not ship, of what comes instead; `nil` if nothing does.
  public let cost: SourcingCost?
  public let promise: Promise
}

extension AcceptedOrder {
  /// The order with some units shipping in another way, or not at all (`nil`).
  func replacing(_ lost: [Allocation], by other: Offer?, in network: Network, _ decline: Decline) -> AcceptedOrder {
    var after = self
    for allocation in lost { after.remove(allocation, in: network) }
    after.parcels += other?.parcels ?? []
    let unfilled = other?.unfilled ?? lost.map { OrderLine($0.sku, quantity: $0.quantity) }
    for line in unfilled {
      let known = after.unfilled.firstIndex { $0.sku == line.sku }
      let units = known.map { after.unfilled.remove(at: $0).quantity } ?? 0
      after.unfilled.append(OrderLine(line.sku, quantity: units + line.quantity))
    }
    after.lastLegs += other?.lastLeg.map { [$0] } ?? []
    // Of a gathered order that ships nothing any more nothing goes on from the hub either.
    if after.parcels.isEmpty { after.lastLegs = [] }
    let promise: Resourcing.Promise
    if after.parcels.isEmpty {
      promise = .withdrawn
    } else if let date = other?.promisedDate, date > promisedDate {
      promise = .remade(from: promisedDate, to: date)
      after.promisedDate = date
    } else {
      promise = .kept(promisedDate)
    }
    after.resourcings.append(
      Resourcing(decline: decline, parcels: other?.parcels ?? [], unfilled: unfilled, cost: other?.cost, promise: promise))
    return after
  }

  /// Takes units out of the parcels from a node, the last one first.
  private mutating func remove(_ allocation: Allocation, in network: Network) {
    guard let product = network.product(allocation.sku), let site = network.site(allocation.node) else { return }
    var left = allocation.quantity
    for index in parcels.indices.reversed() where parcels[index].contents.node == allocation.node && left > 0 {
      let contents = parcels[index].contents
      guard let line = contents.lines.first(where: { $0.sku == allocation.sku }) else { continue }
      let taken = min(left, line.quantity)
      left -= taken
      let lines = contents.lines.compactMap { each in
        guard each.sku == allocation.sku else { return each }
        return each.quantity > taken ? OrderLine(each.sku, quantity: each.quantity - taken) : nil
      }
      guard !lines.isEmpty else {
        parcels.remove(at: index)
        continue
      }
      let lighter = contents.reduced(
        to: lines, weight: contents.weight - product.weight * taken, volume: contents.volume - product.volume * taken,
        handlingPerUnit: site.handlingPerUnit)
      parcels[index] = parcels[index].with(lighter)
    }
  }
}

extension OfferedParcel {
  /// The same parcel with other contents.
  fileprivate func with(_ contents: SourcedParcel) -> OfferedParcel {
    OfferedParcel(
      contents: contents, service: service, role: role, promise: promise, fullDays: fullDays, firstPromise: firstPromise,
      stay: stay)
  }
}
