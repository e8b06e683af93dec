import Interchange
import Logistics
import Routing

/// What `lastmile fit` prints.
struct FitReport: Encodable {
  let instance: String
  let cost: FileAmount
  let vehicles: Int
  let fits: Bool
  let clients: [Client]

  /// What there is to say of one client.
  struct Client {
    let client: Int
    /// Of a shipment the client where the goods are handed over.
    let delivery: Int?
    let fits: Bool
    /// Whether others have to be moved for it.
    let moves: Bool
    /// The number of the route in the plan; `nil` if it takes a vehicle that is not out yet, or others are moved.
    let route: Int?
    /// The stop that it would be, from 1, reloads counted; of a shipment then that of the delivery.
    let stops: [Int]
    let extraCost: FileAmount?
    /// When the service would begin, in the file's time.
    let begin: FileAmount?
    /// Why it does not fit as the plan stands.
    let reason: String?

    init(_ instance: RoutingInstance, _ job: Int, _ offer: FitOffer, moved: Int?, routeNumbers: [Int]) {
      let shipment = instance.problem.relations.shipments.first { $0.pickup == job || $0.delivery == job }
      client = instance.clientNumbers[shipment?.pickup ?? job]
      delivery = shipment.map { instance.clientNumbers[$0.delivery] }
      moves = moved != nil
      switch offer.answer {
      case .open(let place):
        fits = true
        route = place.route.map { routeNumbers[$0] }
        stops = place.visits.map { $0.position + $0.trip + 1 }
        extraCost = instance.cost(place.extraCost)
        begin = instance.amount(place.begin.secondsSince1970)
        reason = nil
      case .closed(let obstacle):
        fits = moved != nil
        route = nil
        stops = []
        extraCost = moved.map { instance.cost($0) }
        begin = nil
        reason = "\(obstacle)"
      }
    }

    /// The same in a row of a table.
    var row: [String] {
      let name = "\(client)" + (delivery.map { " to \($0)" } ?? "")
      guard fits else { return [name, "no", "", "", reason ?? ""] }
      let place = moves ? "moving others" : route.map { "route \($0)" } ?? "another vehicle"
      let stop = stops.map(String.init).joined(separator: ", ")
      return [name, "yes", extraCost.map { "\($0)" } ?? "", stop, place]
    }
  }

  /// The same for people.
  var table: String {
    let head = "\(instance): cost \(cost), vehicles \(vehicles)"
    guard !clients.isEmpty else { return head + ", no client is left out" }
    let rows = clients.map(\.row)
    let fitting = clients.count { $0.fits }
    let title = head + ", \(fitting) of \(clients.count) clients left out still \(fitting == 1 ? "fits" : "fit"), each by itself"
    return ([title] + TextTable(["client", "fits", "extra cost", "stop", "where or why not"], rows, words: 4).lines)
      .joined(separator: "\n")
  }
}

extension FitReport.Client: Encodable {
  private enum CodingKeys: String, CodingKey {
    case client, delivery, fits, moves, route, stops, extraCost, begin, reason
  }

  /// Encodes every key, absent ones as `null`.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(client, forKey: .client)
    try container.encode(delivery, forKey: .delivery)
    try container.encode(fits, forKey: .fits)
    try container.encode(moves, forKey: .moves)
    try container.encode(route, forKey: .route)
    try container.encode(stops, forKey: .stops)
    try container.encode(extraCost, forKey: .extraCost)
    try container.encode(begin, forKey: .begin)
    try container.encode(reason, forKey: .reason)
  }
}
