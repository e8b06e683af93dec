import Inventory
import Logistics

extension ReturnRefusal: CustomStringConvertible {
  /// An English sentence without its full stop: what was asked, what stands in the way, what is possible.
  public var description: String {
    switch self {
    case .invalid(let faults): faults.map { "\($0)" }.joined(separator: "; ")
    case .differentEvent: "another event has this name"
    case .unknownLot(let lot): "there is no lot \(lot)"
    case .exceedsLot(let lot, let asked, let has): "lot \(lot) has \(has) units, not \(asked)"
    case .notInLot(let lot, let serials): "\(list(serials)) not in lot \(lot)"
    case .serialsNeeded(let lot): "some units of lot \(lot) have to be named by their serial numbers"
    case .beforeLastStep(let lot, let instant): "the last step on lot \(lot) was later, \(instant)"
    case .impossibleForGoods(let lot, let step, let state, let possible):
      "lot \(lot): \(step) is not possible in \(state); possible: \(names(possible))"
    case .impossibleForRemedy(let lot, let step, let remedy, let state, let possible):
      "lot \(lot): \(step) of \(remedy.map { "a \($0.kind)" } ?? "no remedy") is not possible in \(state); "
        + "possible: \(names(possible))"
    case .waitsForGoods(let lot, let step, let state, let needed):
      "lot \(lot): \(step) waits for the goods, which are \(state); needed: \(names(needed))"
    case .notYet(let lot, let instant): "lot \(lot): not before \(instant) has passed"
    case .noDeadline(let lot): "lot \(lot): an advance replacement needs a day by which the old units have to come"
    case .notOfOrder(let origin, let sku): "\(sku) is not on \(origin)"
    case .exceedsDelivered(let origin, let asked, let free): "\(origin) has \(free) units free to return, not \(asked)"
    case .notShipped(let origin, let serials): "\(list(serials)) not delivered with \(origin)"
    case .inOtherReturn(let origin, let serials): "\(list(serials)) of \(origin) in another return"
    case .serialTwice(let serials): "\(list(serials)) in this return already"
    case .serialsDoNotFit(let lot, let told, let units): "lot \(lot): \(told) serial numbers for \(units) units"
    case .serialsUnknown(let lot): "lot \(lot): the serial numbers have to be told first"
    case .notToIdentify(let lot): "lot \(lot): the serial numbers are known, or there are none"
    case .unknownOrigin(let lot): "lot \(lot): it is not known which order the goods are of"
    case .historyNeeded: "what was delivered and what other returns have was not told"
    case .needsReview(let lot, let grounds): "lot \(lot): a person has to decide (\(grounds.count) grounds)"
    case .legalRight(let lot, let basis): "lot \(lot): a limit is no ground against a legal right (\(basis))"
    case .otherCurrency(let lot, let currency): "lot \(lot): its money is in \(currency.code)"
    case .amountNeeded(let lot): "lot \(lot): how much of the payment came back was not told"
    case .exceedsMoney(let lot, let asked, let has): "lot \(lot): \(asked) minor units, where there are \(has)"
    }
  }

  private func list(_ serials: [ID<SerialNumber>]) -> String {
    serials.map(\.text).joined(separator: ", ") + (serials.count == 1 ? " is" : " are")
  }

  private func names<Name: RawRepresentable<String>>(_ list: [Name]) -> String {
    list.isEmpty ? "nothing" : list.map(\.rawValue).joined(separator: ", ")
  }
}
