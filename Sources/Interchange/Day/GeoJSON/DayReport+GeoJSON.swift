import Foundation

extension DayReport {
  /// The day's map as one GeoJSON `FeatureCollection` (RFC 7946) with a line feed at the end.
  ///
  /// Every node is a `Point` of kind `node`; every route a `LineString` of kind `route` from its node over its stops and
  /// back; every visit a `Point` of kind `delivery`, `pickup`, `swap` or `deliveryAndPickup` with its vehicle, its place in the
  /// route, counted from 1, and the `returns` that are fetched there; every stop that nobody serves the same without a vehicle,
  /// `leftOut` true. Lines are drawn straight: what is driven is in `distanceMetres`. Positions are longitude and latitude in
  /// degrees, rounded to seven decimals, about a centimetre. Members are in a fixed order, so that equal reports are equal bytes.
  ///
  /// O(nodes + stops).
  ///
  /// - Throws: `EncodingError` if a coordinate is not finite, which no coordinate of a network is.
  public func geoJSON() throws -> String {
    let places = Dictionary(nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var features = nodes.map(GeoFeature.init)
    for route in routes {
      guard let node = places[route.node] else { continue }
      features.append(GeoFeature(route, from: node))
      for (index, stop) in route.stops.enumerated() {
        features.append(GeoFeature(stop, of: route, sequence: index + 1))
      }
    }
    features += leftOut.map(GeoFeature.init)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(GeoCollection(features: features)), as: UTF8.self) + "\n"
  }
}

private struct GeoCollection: Encodable {
  let type = "FeatureCollection"
  let features: [GeoFeature]
}

/// A thing on the map with what is known about it; what does not apply is left out.
private struct GeoFeature: Encodable {
  struct Properties: Encodable {
    let kind: String
    var id: String?
    var name: String?
    var vehicle: String?
    var node: String?
    var sequence: Int?
    var departure: String?
    var arrival: String?
    var begin: String?
    var windowOpens: String?
    var windowCloses: String?
    var parcels: Int?
    var returns: [String]?
    var stops: Int?
    var distanceMetres: Int?
    var drivingSeconds: Int?
    var waitingSeconds: Int?
    var cost: Int?
    var leftOut: Bool?
    var reason: String?
    var remedies: [String]?
  }

  let type = "Feature"
  let geometry: GeoGeometry
  let properties: Properties

  init(_ node: NodeReport) {
    geometry = .point(GeoPosition(node.latitude, node.longitude))
    properties = Properties(kind: "node", id: node.id, name: node.name, parcels: node.parcels)
  }

  init(_ route: RouteReport, from node: NodeReport) {
    let home = GeoPosition(node.latitude, node.longitude)
    geometry = .line([home] + route.stops.map { GeoPosition($0.latitude, $0.longitude) } + [home])
    properties = Properties(
      kind: "route", vehicle: route.vehicle, node: route.node, departure: route.departure, arrival: route.arrival,
      stops: route.stops.count, distanceMetres: route.distanceMetres, drivingSeconds: route.drivingSeconds,
      waitingSeconds: route.waitingSeconds, cost: route.cost)
  }

  init(_ stop: StopReport, of route: RouteReport, sequence: Int) {
    geometry = .point(GeoPosition(stop.latitude, stop.longitude))
    properties = Properties(
      kind: stop.kind, id: stop.id, vehicle: route.vehicle, node: route.node, sequence: sequence, departure: stop.departure,
      arrival: stop.arrival, begin: stop.begin, windowOpens: stop.windowOpens, windowCloses: stop.windowCloses,
      parcels: stop.parcels, returns: stop.returns.isEmpty ? nil : stop.returns, leftOut: false)
  }

  init(_ left: LeftOutReport) {
    geometry = .point(GeoPosition(left.latitude, left.longitude))
    properties = Properties(
      kind: left.kind, id: left.id, node: left.node, windowOpens: left.windowOpens, windowCloses: left.windowCloses,
      returns: left.returns.isEmpty ? nil : left.returns, leftOut: true, reason: left.reason, remedies: left.remedies)
  }
}

private enum GeoGeometry: Encodable {
  case point(GeoPosition)
  case line([GeoPosition])

  private enum CodingKeys: String, CodingKey {
    case type, coordinates
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .point(let position):
      try container.encode("Point", forKey: .type)
      try container.encode(position, forKey: .coordinates)
    case .line(let positions):
      try container.encode("LineString", forKey: .type)
      try container.encode(positions, forKey: .coordinates)
    }
  }
}

/// Longitude before latitude, as RFC 7946 wants them (section 3.1.1).
private struct GeoPosition: Encodable {
  let longitude: Double
  let latitude: Double

  init(_ latitude: Double, _ longitude: Double) {
    self.longitude = (longitude * 1e7).rounded() / 1e7
    self.latitude = (latitude * 1e7).rounded() / 1e7
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    try container.encode(longitude)
    try container.encode(latitude)
  }
}
