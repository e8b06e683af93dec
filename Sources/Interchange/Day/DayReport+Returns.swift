import LastMile
import Logistics
import Returns

/// What becomes of a return on the day, as the report says it.
enum ReturnStatus: String {
  case planned, leftOut, waiting, refused
}

extension ReportWriter {
  func status(_ judged: JudgedReturn) -> ReturnStatus {
    if visitedReturns.contains(judged.request.id) { return .planned }
    if omittedReturns.contains(judged.request.id) { return .leftOut }
    if case .waits = judged.pickup { return .waiting }
    return .refused
  }

  func returned(_ judged: JudgedReturn) -> ReturnReport {
    let request = judged.request
    var visit: String?
    var with: ID<Order>?
    var until: LocalDate?
    var note: String?
    switch judged.pickup {
    case .notAllowed: break
    case .unknownProduct: note = "the network does not know the product"
    case .waits(let day): until = day
    case .swap(let order): (visit, with) = ("swap", order)
    case .withDelivery(let order): (visit, with) = ("withDelivery", order)
    case .alone(let reason): (visit, note) = ("alone", reason.map(sentence))
    }
    return ReturnReport(
      id: request.id.text, order: request.order.text, reason: request.reason.rawValue,
      delivered: request.deliveredOn.description, status: status(judged).rawValue, replacement: request.replacement?.text,
      visit: visit, with: with?.text, waitsUntil: until?.description, note: note, right: judged.decision.description,
      verified: judged.decision.entitlement?.isVerified)
  }

  private func sentence(_ reason: ReturnPickup.NoSwap) -> String {
    switch reason {
    case .notAccepted: "no swap: the order that replaces it was not accepted"
    case .notByOwnVehicle: "no swap: none of the house's vehicles brings the order that replaces it"
    case .otherDoor: "no swap: the order that replaces it goes to another door"
    case .cameBefore(let day): "no swap: what replaces it was due on \(day)"
    case .noVehicle: "no swap: no vehicle can carry both the new goods and the old ones"
    case .ownRound: "no swap: pickups are a round of their own"
    }
  }
}
