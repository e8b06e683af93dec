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
    let texts: [String]
    let orders: [Order]
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
    let second = try await DaySample.report().page()
    #expect(first == second)
  }

  @Test func `a day on which everything has a vehicle says so`() async throws {
    let report = try await DaySample.report(orders: 5, farOrders: 0)
    try #require(report.leftOut.isEmpty)
    let page = try report.page()
    #expect(page.contains("every stop of the day has a vehicle"))
    #expect(!page.contains("class=\"reasons\""))
  }

  @Test func `a day without any stop is a page too`() async throws {
    let report = try await DaySample.report(orders: 0, farOrders: 0)
    let page = try report.page()
    #expect(try embedded(page).orders.count == 1)
    #expect(try report.geoJSON().contains("FeatureCollection"))
  }
}

/// The small parts of the page.
struct DayPagePartTests {
  @Test func `markup escapes what is put into it and nothing else`() {
    let name = "<a href='x'>&\"\u{0}"
    let item: Markup = "<li>\(name)</li>"
    #expect(item.text == "<li>&lt;a href=&#39;x&#39;&gt;&amp;&quot;</li>")
    let list: Markup = "<ul>\([item, item])</ul>"
    #expect(list.text == "<ul>\(item.text)\(item.text)</ul>")
  }

  @Test(arguments: [
    (0, "$0"), (999, "$999"), (1000, "$1.000"), (-1_234_567, "−$1.234.567"), (.max, "$9.223.372.036.854.775.807"),
    (.min, "−$9.223.372.036.854.775.808"),
  ])
  func `pesos have a point between thousands`(_ amount: Int, _ text: String) {
    #expect(ReportFormat(currency: .clp).money(amount) == text)
  }

  @Test func `other currencies have their code and their decimals`() {
    #expect(ReportFormat(currency: .eur).money(-123_456_05) == "−EUR\u{a0}123.456,05")
  }

  @Test func `times, shares and lengths read well`() {
    let format = ReportFormat(currency: .clp)
    #expect(format.hours(18_389) == "5\u{a0}h\u{a0}06")
    #expect(format.percent(0.0424) == "4,2\u{a0}%")
    #expect(format.kilometres(1_029_500) == "1.030\u{a0}km")
    #expect(format.day("2026-12-09T08:00:00-03:00") == "Wed 9 Dec")
    #expect(format.fullDay("2026-12-09") == "Wednesday 9 December 2026")
    #expect(format.wallSeconds("2026-12-10T00:30:00-03:00", since: "2026-12-09") == 88_200)
    #expect(format.thousandths(12_345) == "12,3" && format.thousandths(12_000) == "12")
  }

  // A map that stretches east by west makes every distance on it a lie.
  @Test func `a kilometre is as long to the east as to the north`() {
    let home = DaySample.point(0, 0)
    let frame = MapFrame([(home.latitude, home.longitude), (home.latitude + 0.2, home.longitude + 0.1)])
    func place(_ east: Double, _ north: Double) -> (x: Double, y: Double) {
      let point = DaySample.point(east, north)
      return frame.place(point.latitude, point.longitude)
    }
    let origin = place(0, 0)
    let east = place(10, 0).x - origin.x
    let north = origin.y - place(0, 10).y
    #expect(abs(east / north - 1) < 0.01)
    #expect(abs(north * frame.metresPerUnit - 10_000) < 1)
  }

  // Over many crowds of marks: what is shown never overlaps, and a lone mark always has its name.
  @Test func `names on the map never overlap each other or a mark`() {
    var state: UInt64 = 7
    func random(_ bound: Double) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / Double(UInt32.max >> 1) * bound
    }
    for crowd in 1...60 {
      let marks = (0..<crowd).map { MapLabels.Mark(x: random(400), y: random(300), name: "Store number \($0)") }
      let spots = MapLabels.place(marks)
      #expect(spots[0] != nil || crowd > 1)
      let boxes = zip(marks, spots).enumerated().compactMap { index, pair in
        pair.1.map { (index, MapLabels.box(pair.0, $0)) }
      }
      for (index, box) in boxes {
        for (other, otherBox) in boxes where other > index { #expect(!box.overlaps(otherBox)) }
        for (other, mark) in marks.enumerated() where other != index {
          #expect(!(mark.x > box.x && mark.x < box.x + box.width && mark.y > box.y && mark.y < box.y + box.height))
        }
      }
    }
  }
}
