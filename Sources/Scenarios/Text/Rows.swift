import Logistics

extension Article {
  /// `products.csv`.
  static func csv(_ articles: [Article]) -> String {
    CSV.text(
      header: ["sku", "name", "weight_g", "volume_cm3", "price", "skill"],
      rows: articles.map { [$0.sku, $0.name, String($0.weight), String($0.volume), String($0.price), $0.skill] })
  }
}

extension StockLevel {
  /// `stock.csv`.
  static func csv(_ levels: [StockLevel]) -> String {
    CSV.text(
      header: ["node", "sku", "on_hand", "safety"],
      rows: levels.map { [$0.node, $0.sku, String($0.onHand), String($0.safety)] })
  }
}

extension Order {
  /// `orders.csv`.
  static func csv(_ orders: [Order]) -> String {
    CSV.text(
      header: [
        "order", "placed", "channel", "customer", "fulfilment", "pickup_node", "latitude", "longitude", "window", "ship_complete",
      ],
      rows: orders.map { order in
        [
          order.id, Calendar.text(daysBefore: order.placed.daysBefore, second: order.placed.second), order.channel.rawValue,
          order.customer, order.pickupNode == nil ? "delivery" : "pickup", order.pickupNode ?? "",
          JSON.degrees(order.position.latitude), JSON.degrees(order.position.longitude), order.window,
          order.shipComplete ? "1" : "0",
        ]
      })
  }
}

extension OrderLineRow {
  /// `order_lines.csv`.
  static func csv(_ lines: [OrderLineRow]) -> String {
    CSV.text(header: ["order", "sku", "quantity"], rows: lines.map { [$0.order, $0.sku, String($0.quantity)] })
  }
}

extension ReturnRequest {
  /// `returns.csv`. The columns that only swaps need are there if there are swaps.
  static func csv(_ requests: [ReturnRequest]) -> String {
    let hasSwaps = requests.contains { !$0.replacement.isEmpty }
    return CSV.text(
      header: ["return", "order", "delivered", "requested", "latitude", "longitude", "sku", "quantity", "reason"]
        + (hasSwaps ? ["customer", "replacement"] : []),
      rows: requests.map { request in
        [
          request.id, request.order, request.delivered.description, Calendar.text(daysBefore: 1, second: request.requested),
          JSON.degrees(request.position.latitude), JSON.degrees(request.position.longitude), request.sku,
          String(request.quantity), request.reason,
        ] + (hasSwaps ? [request.customer, request.replacement] : [])
      })
  }
}
