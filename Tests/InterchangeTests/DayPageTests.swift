import Foundation
import Testing

@testable import Interchange

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// `plan.html`: that everything of the day is in it, and nothing of the data can break it.
struct DayPageTests {
  private struct Embedded: Decodable {
    struct Vehicle: Decodable {
      let id: String
      let stops: [Stop]
    }

    struct Stop: Decodable {
      let id: String
      let x: Double
      let y: Double
    }

    let vehicles: [Vehicle]
    let leftOut: [Stop]
    let orders: [Order]
    let texts: [String]

    private enum CodingKeys: CodingKey {
      case vehicles, leftOut, orders, pieces, texts
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      vehicles = try container.decode([Vehicle].self, forKey: .vehicles)
      leftOut = try container.decode([Stop].self, forKey: .leftOut)
      orders = try container.decode([Order].self, forKey: .orders)
      let pieces = try container.decode([String].self, forKey: .pieces)
      texts = try container.decode([[Int]].self, forKey: .texts).map { $0.map { pieces[$0] }.joined() }
    }
  }

  /// An order of the embedded data: its id, then seven indices into the texts, then the details.
  private struct Order: Decodable {
    let id: String
    let fields: [Int]
    let details: [[Int]]

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      id = try container.decode(String.self)
      var fields: [Int] = []
      for _ in 0..<7 { fields.append(try container.decode(Int.self)) }
      self.fields = fields
      details = try container.decode([[Int]].self)
    }
  }

  private func embedded(_ page: String) throws -> Embedded {
    let opening = try #require(page.range(of: "<script type=\"application/json\" id=\"day\">"))
    let closing = try #require(page[opening.upperBound...].range(of: "</script>"))
    return try JSONDecoder().decode(Embedded.self, from: Data(page[opening.upperBound..<closing.lowerBound].utf8))
  }

  @Test func `the data in the page holds every vehicle, stop, left-out stop and order`() async throws {
    let report = try await DaySample.report()
    let data = try embedded(report.page())
    #expect(Set(data.vehicles.map(\.id)) == Set(report.routes.map(\.vehicle)))
    for route in report.routes {
      let vehicle = try #require(data.vehicles.first { $0.id == route.vehicle })
      #expect(vehicle.stops.map(\.id) == route.stops.map(\.id))
    }
    #expect(!report.leftOut.isEmpty && data.leftOut.map(\.id) == report.leftOut.map(\.id))
    #expect(data.orders.map(\.id) == report.orders.map(\.id))
    for (order, row) in zip(report.orders, data.orders) {
      #expect(data.texts[row.fields[3]] == order.status)
      // Each parcel's chain of reasons is there whole, after its heading.
      let parcels = row.details.filter { data.texts[$0[0]].hasPrefix("From ") }
      #expect(parcels.map { $0.dropFirst().map { data.texts[$0] } } == order.parcels.map(\.reasons))
    }
  }

  @Test func `without a script the page still tells every vehicle, stop, reason and refusal`() async throws {
    let report = try await DaySample.report()
    let page = try report.page()
    let visible = page[..<(try #require(page.range(of: "<script type=\"application/json\"")).lowerBound)]
    func contains(_ text: String) -> Bool { visible.contains(("\(text)" as Markup).text) }
    for route in report.routes {
      #expect(contains(route.vehicle))
      for stop in route.stops { #expect(contains(stop.id)) }
    }
    for left in report.leftOut {
      #expect(contains(left.id) && contains(left.reason))
      for remedy in left.remedies { #expect(contains(remedy)) }
      for obstacle in left.vehicles { #expect(contains(obstacle.text)) }
    }
    let refused = report.orders.compactMap(\.reason)
    #expect(!refused.isEmpty)
    for text in refused + report.nodes.map(\.name) { #expect(contains(text), "\(text)") }
    #expect(contains("no bound proved") == (report.summary.bound == nil))
  }

  // Names come from shops and customers: whatever they are, they stay text.
  @Test func `no name can become a tag, end an attribute or end the script`() async throws {
    let report = try await DaySample.report()
    let page = try report.page()
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("<i>1</i>") && !page.contains("<b>\"XL\""))
    #expect(page.components(separatedBy: "</script>").count == 3, "two scripts, each ended once")
    #expect(page.components(separatedBy: "<script").count == 3)
    #expect(page.contains("Store &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;sons&#39;"))
    let data = try embedded(page)
    #expect(data.vehicles.contains { $0.id == DaySample.nastyVehicle })
    #expect(data.texts.contains { $0.contains(DaySample.nastyProduct) })
  }

  @Test func `the page asks nobody for anything`() async throws {
    let page = try await DaySample.report().page()
    for reach in ["http:", "https:", "src=", "url(//", "@import", "<link", "fetch(", "XMLHttpRequest"] {
      #expect(!page.contains(reach), "\(reach)")
    }
  }

  // An HTML parser forgives everything, a browser shows something: so a strict one reads the page as XML.
  @Test func `all tags are balanced and all attributes quoted`() async throws {
    let page = try await DaySample.report().page()
    var body = page
    for pattern in ["<style>.*?</style>", "<script.*?</script>", "<noscript>|</noscript>"] {
      body = try body.replacing(Regex(pattern).dotMatchesNewlines(), with: "")
    }
    body = body.replacing("<!DOCTYPE html>", with: "").replacing(/<(meta|input)([^>]*)>/) { "<\($0.output.1)\($0.output.2)/>" }
    // XML wants a value for every attribute.
    body = body.replacing(#/ (hidden|selected)(?=[ >])/#) { " \($0.output.1)=\"\"" }
    let parser = XMLParser(data: Data(body.utf8))
    #expect(parser.parse(), "line \(parser.lineNumber): \(parser.parserError.map(String.init(describing:)) ?? "")")
  }

  @Test func `the same day twice makes the same bytes`() async throws {
    let first = try await DaySample.report().page()
    let second = try await DaySample.plan().page()
    #expect(first == second)
  }

  @Test func `a day on which everything has a vehicle says so`() async throws {
    let report = try await DaySample.plan(orders: 5, rushed: 0)
    try #require(report.leftOut.isEmpty)
    let page = try report.page()
    #expect(page.contains("every stop of the day has a vehicle"))
    #expect(!page.contains("class=\"reasons\""))
  }

  @Test func `a day without any stop is a page too`() async throws {
    let report = try await DaySample.plan(orders: 0, rushed: 0)
    let page = try report.page()
    #expect(try embedded(page).orders.count == 1)
    #expect(try report.geoJSON().contains("FeatureCollection"))
  }
}
