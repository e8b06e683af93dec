import Foundation
import Inventory
import Logistics
import Returns

extension FlowWalk {
  /// That a case is what the model is: every unit in one place, every serial number in one lot, every amount accounted for.
  mutating func compare(_ at: Int) {
    let (rma, model) = (cases[at], models[at])
    guard rma.lots.count == model.lots.count else { return fail("\(rma.lots.count) lots, not \(model.lots.count)") }
    var quantities = model.lots.map { _ in 0 }
    for unit in model.units { quantities[unit.lot] += 1 }
    var sum = 0
    var net = 0
    for (index, lot) in model.lots.enumerated() {
      let found = rma.lots[index]
      if found.number != index || found.quantity != quantities[index] || found.goods.rawValue != lot.goods
        || found.remedyState.rawValue != lot.remedy || found.paidOut != lot.paid || found.collected != lot.got
        || found.remedy.map({ "\($0.kind)" }) != lot.kind
      {
        return fail("\(found), not \(lot) with \(quantities[index]) units")
      }
      sum += found.quantity
      net += found.paidOut - found.collected
      if lot.isTracked {
        let units = model.units.filter { $0.lot == index }
        if found.serials.isEmpty ? units.contains(where: { $0.serial != nil }) : found.serials != units.map(\.serial) {
          return fail("serials of \(found), not \(units)")
        }
      }
    }
    if sum != model.units.count { fail("\(sum) units, not \(model.units.count)") }
    if net != model.outflow - model.inflow { fail("\(net) went out, not \(model.outflow) less \(model.inflow)") }
    for (order, ledger) in ledgers {
      if ledger.total.amount != refunded[order, default: 0] {
        return fail("\(ledger.total) of \(order) refunded, not what was paid")
      }
      if ledger.entitled + ledger.open != ledger.order.total { fail("\(ledger.open) open of \(ledger.order.total)") }
      if !(0...ledger.order.total.amount).contains(ledger.total.amount) { fail("\(ledger.total) of \(ledger.order.total)") }
    }
  }

  /// That the timelines alone give the same returns, and so do their files.
  mutating func compareReplays(withFiles: Bool) throws {
    for rma in cases {
      let again = try ReturnCase(rma.id, of: rma.customer, replaying: rma.timeline)
      if again != rma { fail("\(rma) is another when it is replayed") }
      guard withFiles else { continue }
      let read = try JSONDecoder().decode(ReturnCase.self, from: JSONEncoder().encode(rma))
      if read != rma { fail("\(rma) is another when it is read") }
    }
    guard withFiles else { return }
    for ledger in ledgers.values {
      let read = try JSONDecoder().decode(RefundLedger.self, from: JSONEncoder().encode(ledger))
      if read != ledger { fail("\(ledger) is another when it is read") }
    }
  }
}
