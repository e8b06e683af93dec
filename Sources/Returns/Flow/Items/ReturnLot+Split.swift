import Inventory
import Logistics

extension ReturnLot {
  /// Takes units out of the lot, to be a lot of their own: their serial numbers go with them, and of the money their share, so
  /// that both parts together have what the lot had, to the minor unit.
  ///
  /// - Precondition: fewer units than the lot has, at least one; `wanted` is empty or that many of the lot's serial numbers.
  mutating func split(_ units: Int, serials wanted: [ID<SerialNumber>], number: Int, at position: Int) -> ReturnLot {
    precondition((1..<quantity).contains(units), "\(units) of \(quantity) units")
    var part = self
    part.number = number
    part.splitFrom = self.number
    part.bornAt = position
    part.quantity = units
    part.paidOut = share(paidOut, units, of: quantity)
    part.collected = share(collected, units, of: quantity)
    paidOut -= part.paidOut
    collected -= part.collected
    if serials.isEmpty {
      part.newSerials = Array(newSerials.prefix(units))
      newSerials = Array(newSerials.dropFirst(units))
    } else {
      let isWanted = Set(wanted)
      let positions = serials.indices.filter { isWanted.contains(serials[$0]) }
      let others = serials.indices.filter { !isWanted.contains(serials[$0]) }
      if !newSerials.isEmpty {
        part.newSerials = positions.map { newSerials[$0] }
        newSerials = others.map { newSerials[$0] }
      }
      part.serials = positions.map { serials[$0] }
      serials = others.map { serials[$0] }
    }
    quantity -= units
    return part
  }
}
