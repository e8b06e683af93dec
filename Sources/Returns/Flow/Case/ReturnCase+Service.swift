import Inventory
import Logistics

extension ReturnCase {
  /// What was done to the units of an order line: those that were repaired or replaced, one record each where the product has
  /// serial numbers, which links the faulty unit with the one that took its place. Linear in the lots.
  public func services(of origin: ReturnOrigin) -> [ServiceRecord] {
    var records: [ServiceRecord] = []
    for lot in lots where lot.origin == origin {
      let repairs = lot.repairs.map { ServiceEvent.repaired(from: $0.opens, to: $0.closes) }
      if lot.serials.isEmpty, lot.newSerials.isEmpty {
        let events = repairs + (lot.replacedAt.map { [.replaced(at: $0, serial: nil)] } ?? [])
        if !events.isEmpty { records.append(ServiceRecord(quantity: lot.quantity, serial: nil, events: events)) }
      } else {
        for unit in 0..<lot.quantity {
          let new = lot.newSerials.isEmpty ? nil : lot.newSerials[unit]
          let events = repairs + (lot.replacedAt.map { [.replaced(at: $0, serial: new)] } ?? [])
          guard !events.isEmpty else { continue }
          records.append(
            ServiceRecord(quantity: 1, serial: lot.serials.isEmpty ? nil : lot.serials[unit], events: events))
        }
      }
    }
    return records
  }
}
