import Logistics
import Testing

@testable import Interchange

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
