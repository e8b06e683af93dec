import Foundation
import Interchange
import Testing

/// `routes.geojson` against the rules of RFC 7946 and against the report it is drawn from.
struct DayGeoJSONTests {
  private struct Collection: Decodable {
    let type: String
    let features: [Feature]
  }

  private struct Feature: Decodable {
    let type: String
    let geometry: Geometry
    let properties: Properties
  }

  private struct Geometry: Decodable {
    let type: String
    /// One position for a point, several for a line.
    let positions: [[Double]]

    private enum CodingKeys: CodingKey {
      case type, coordinates
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      type = try container.decode(String.self, forKey: .type)
      if type == "Point" {
        positions = [try container.decode([Double].self, forKey: .coordinates)]
      } else {
        positions = try container.decode([[Double]].self, forKey: .coordinates)
      }
    }
  }

  private struct Properties: Decodable {
    let kind: String
    let id: String?
    let vehicle: String?
    let sequence: Int?
    let distanceMetres: Int?
    let cost: Int?
    let departure: String?
    let arrival: String?
    let windowOpens: String?
    let leftOut: Bool?
  }

  private func parsed(_ report: DayReport) throws -> Collection {
    try JSONDecoder().decode(Collection.self, from: Data(report.geoJSON().utf8))
  }

  private func near(_ position: [Double], _ latitude: Double, _ longitude: Double) -> Bool {
    position.count == 2 && abs(position[0] - longitude) < 1e-6 && abs(position[1] - latitude) < 1e-6
  }

  // Longitude first: the mistake everybody makes once, and which puts Santiago into Antarctica.
  @Test func `every node, route, stop and left-out stop is a feature at its place`() async throws {
    let report = try await DaySample.report()
    let map = try parsed(report)
    #expect(map.type == "FeatureCollection")
    #expect(map.features.allSatisfy { $0.type == "Feature" })
    #expect(report.routes.count >= 2 && !report.leftOut.isEmpty, "a sample with nothing to draw")
    let stops = report.routes.flatMap(\.stops)
    #expect(map.features.count == report.nodes.count + report.routes.count + stops.count + report.leftOut.count)
    for node in report.nodes {
      let feature = try #require(map.features.first { $0.properties.kind == "node" && $0.properties.id == node.id })
      #expect(near(feature.geometry.positions[0], node.latitude, node.longitude))
    }
    for left in report.leftOut {
      let feature = try #require(map.features.first { $0.properties.leftOut == true && $0.properties.id == left.id })
      #expect(feature.properties.vehicle == nil && near(feature.geometry.positions[0], left.latitude, left.longitude))
    }
  }

  // A line that skips a stop or ends at the last one would pass a look at the map.
  @Test func `a route is a closed line from its node over its stops in order`() async throws {
    let report = try await DaySample.report()
    let map = try parsed(report)
    for route in report.routes {
      let home = try #require(report.nodes.first { $0.id == route.node })
      let line = try #require(map.features.first { $0.properties.kind == "route" && $0.properties.vehicle == route.vehicle })
      let positions = line.geometry.positions
      #expect(line.geometry.type == "LineString" && positions.count == route.stops.count + 2)
      #expect(near(positions[0], home.latitude, home.longitude))
      #expect(positions.first == positions.last)
      #expect(line.properties.distanceMetres == route.distanceMetres && line.properties.cost == route.cost)
      #expect(line.properties.departure == route.departure && line.properties.arrival == route.arrival)
      for (index, stop) in route.stops.enumerated() {
        #expect(near(positions[index + 1], stop.latitude, stop.longitude))
        let point = try #require(
          map.features.first { $0.properties.vehicle == route.vehicle && $0.properties.sequence == index + 1 })
        #expect(point.geometry.type == "Point" && point.geometry.positions[0] == positions[index + 1])
        #expect(point.properties.id == stop.id && point.properties.kind == stop.kind)
        #expect(point.properties.arrival == stop.arrival && point.properties.windowOpens == stop.windowOpens)
      }
    }
  }

  // Section 4 of the RFC did away with other reference systems, and 11.2 advises against useless digits.
  @Test func `there is no reference system and no position has more than seven decimals`() async throws {
    let text = try await DaySample.report().geoJSON()
    #expect(!text.contains("\"crs\""))
    let numbers = text.matches(of: /-?[0-9]+\.([0-9]+)/)
    #expect(!numbers.isEmpty && numbers.allSatisfy { $0.output.1.count <= 7 })
  }

  @Test func `the same day twice makes the same bytes`() async throws {
    let first = try await DaySample.report().geoJSON()
    let second = try await DaySample.plan().geoJSON()
    #expect(first == second)
  }
}
