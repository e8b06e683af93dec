/// A row of the table of orders, ready to be shown: the page holds the first ones as HTML, all of them as data.
struct OrderRow {
  /// What belongs together in the part to fold out.
  struct Detail {
    let heading: String
    let lines: [String]
  }

  let id: String
  let customer: String
  let channel: String
  let placed: String
  /// As in ``OrderReport/status``.
  let status: String
  let from: String
  let promise: String
  let cost: String
  let details: [Detail]

  /// What people read for each status, in the order of the filter.
  static let statuses = [
    ("planned", "on a vehicle today"), ("leftOut", "left out today"), ("otherDay", "vehicle, another day"),
    ("carrier", "with a carrier"), ("pickup", "picked up at a store"), ("refused", "refused"),
  ]

  /// The words for a status.
  static func words(_ status: String) -> String { statuses.first { $0.0 == status }?.1 ?? status }
}

extension DayPage {
  /// The row of an order.
  func row(_ order: OrderReport) -> OrderRow {
    var from: [String] = []
    for parcel in order.parcels where !from.contains(name(parcel.node)) { from.append(name(parcel.node)) }
    let windows = Set(order.parcels.compactMap { parcel in parcel.windowOpens.map { [$0, parcel.windowCloses ?? $0] } })
    let hours = windows.count == 1 ? windows.first.map { ", " + format.span($0[0], $0[1]) } ?? "" : ""
    var details: [OrderRow.Detail] = []
    if let reason = order.reason { details.append(OrderRow.Detail(heading: "Refused", lines: [reason])) }
    details += order.parcels.map { parcel in
      let goods = parcel.lines.map(line).joined(separator: ", ")
      return OrderRow.Detail(
        heading: "From \(name(parcel.node)) by \(parcel.service): \(goods); \(format.thousandths(parcel.weightGrams)) kg",
        lines: parcel.reasons)
    }
    if order.reason == nil, !order.unfilled.isEmpty {
      details.append(OrderRow.Detail(heading: "Nobody can ship", lines: order.unfilled.map(line)))
    }
    if !order.otherNodes.isEmpty {
      let others = order.otherNodes.map { "\(name($0.key)): \($0.value)" }.sorted()
      details.append(OrderRow.Detail(heading: "Why not from elsewhere", lines: others))
    }
    return OrderRow(
      id: order.id, customer: order.customer, channel: order.channel,
      placed: "\(format.day(order.placed)) \(format.clock(order.placed))", status: order.status,
      from: from.isEmpty ? "–" : from.joined(separator: " + "),
      promise: order.promisedDate.map { format.day($0) + hours } ?? "–", cost: order.cost.map(format.money) ?? "–",
      details: details)
  }

  private func line(_ line: LineReport) -> String {
    "\(format.number(line.quantity)) × \(line.name.isEmpty ? line.sku : "\(line.name) (\(line.sku))")"
  }
}
