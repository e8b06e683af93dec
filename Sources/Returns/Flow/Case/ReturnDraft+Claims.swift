import Inventory
import Logistics

extension ReturnDraft {
  /// That every serial number is in one place of the case.
  mutating func checkSerials() {
    guard !identified.isEmpty, refusals.isEmpty else { return }
    struct Unit: Hashable {
      let sku: SKU
      let serial: ID<SerialNumber>
    }
    var seen: Set<Unit> = []
    var twice: [ID<SerialNumber>] = []
    for lot in lots {
      let newSKU: SKU = if case .exchange(let sku) = lot.remedy { sku } else { lot.sku }
      for serial in lot.serials where !seen.insert(Unit(sku: lot.sku, serial: serial)).inserted { twice.append(serial) }
      for serial in lot.newSerials where !seen.insert(Unit(sku: newSKU, serial: serial)).inserted { twice.append(serial) }
    }
    if !twice.isEmpty { refusals.append(.serialTwice(twice)) }
  }

  /// That no more units are asked for than were delivered and no other return has, and only such as were delivered.
  mutating func checkClaims() {
    guard !claims.isEmpty, !isReplay, refusals.isEmpty else { return }
    guard let history else {
      refusals.append(.historyNeeded)
      return
    }
    for origin in claims.sorted() {
      let own = lots.filter { $0.origin == origin && $0.isClaim }
      guard let delivery = history.deliveries[origin], own.allSatisfy({ $0.sku == delivery.sku }) else {
        let sku = own.first { $0.sku != history.deliveries[origin]?.sku }?.sku ?? ""
        refusals.append(.notOfOrder(origin, sku))
        continue
      }
      // The sum cannot overflow: a lot has at most a million units, and no machine holds 10^12 lots.
      let asked = own.reduce(0) { $0 + $1.quantity }
      let free = max(0, delivery.quantity - history.taken[origin, default: 0])
      if asked > free { refusals.append(.exceedsDelivered(origin, asked: asked, free: free)) }
      let serials = own.flatMap(\.serials)
      let strangers = serials.filter { !delivery.serials.contains($0) }
      if !strangers.isEmpty { refusals.append(.notShipped(origin, serials: strangers)) }
      let elsewhere = history.takenSerials[origin].map { taken in serials.filter(taken.contains) } ?? []
      if !elsewhere.isEmpty { refusals.append(.inOtherReturn(origin, serials: elsewhere)) }
    }
  }
}
