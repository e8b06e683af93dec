public import Inventory
public import Logistics
public import Returns
import Synchronization

extension Planner {
  /// What the customer may do with a product of an accepted order, and until when: withdrawal, legal guarantee, commercial warranty.
  ///
  /// Clocks run from what ``noteDelivery(of:from:on:)`` and ``notePickup(of:at:on:)`` told, and repairs and replacements of earlier returns count.
  /// It is the same on every channel.
  ///
  /// - Parameter serial: the unit, of a product whose units have serial numbers: what was done to others does not count for it. Without
  ///   one, what was done to any unit counts for all.
  /// - Returns: `nil` if there is no such order, it has no such product, or no law of the network's country is known.
  public func rights(
    of order: ID<Order>, _ sku: SKU, serial: ID<SerialNumber>? = nil, at now: Instant
  ) -> PurchaseRights? {
    guard let purchase = purchase(order, sku, serial: serial) else { return nil }
    return returnTerms.laws[network.country]?.rights(to: purchase, at: now, policy: returnTerms.policy)
  }

  /// A product of an order as the law looks at it.
  ///
  /// - Parameters:
  ///   - traits: what was done with the units.
  ///   - serial: the unit, of a product whose units have serial numbers.
  func purchase(
    _ id: ID<Order>, _ sku: SKU, traits: Set<ItemTrait> = [], serial: ID<SerialNumber>? = nil
  ) -> Purchase? {
    state.withLock { state -> Purchase? in
      guard let place = state.index[id] else { return nil }
      let accepted = state.accepted[place]
      guard accepted.parcels.contains(where: { $0.contents.lines.contains { $0.sku == sku } }) else { return nil }
      let days = state.delivered[id] ?? [:]
      func last(_ parcels: [OfferedParcel]) -> Instant? {
        let known = parcels.compactMap { days[$0.contents.node] }
        return known.count == parcels.count ? known.max().map(noon) : nil
      }
      let terms = returnTerms.products[sku] ?? ProductTerms()
      let own = accepted.parcels.filter { $0.contents.lines.contains { $0.sku == sku } }
      var purchase = Purchase(
        country: network.country, setting: SalesSetting(accepted.order.channel), channel: accepted.order.channel,
        contract: accepted.order.placedAt, delivered: last(own), orderDelivered: last(accepted.parcels),
        category: terms.category, condition: terms.condition, traits: terms.traits.union(traits),
        warrantyMonths: terms.warrantyMonths)
      purchase.awaitsMore = last(accepted.parcels) == nil
      let records = state.returns.cases(of: id).flatMap { $0.services(of: ReturnOrigin(id, sku)) }
      for service in records.filter({ serial == nil || $0.serial == nil || $0.serial == serial }).flatMap(\.events) {
        switch service {
        case .repaired(let from, let to):
          purchase.repairs.append(.init(from: network.zone.date(at: from), to: network.zone.date(at: to)))
        case .replaced(let moment, _): purchase.replacements.append(network.zone.date(at: moment))
        }
      }
      return purchase
    }
  }

  /// The middle of a day: of a delivery only the day is known.
  private func noon(_ date: LocalDate) -> Instant { network.zone.instant(date, LocalTime(hour: 12)!) }
}

extension ReturnOrigin {
  /// All units of a product in an order: lines of it that are alike are one.
  init(_ order: ID<Order>, _ sku: SKU) {
    self.init(order: ID(order.text), line: ID(sku.text))
  }
}
