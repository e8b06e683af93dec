import Foundation
import Logistics
import Returns
import Testing

@Suite struct FlowPageTests {
  @Test func `the page shows the code that is compiled here, and it does what the page says`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let root = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "docs/returns-flow.md"), encoding: .utf8)
    let blocks = page.components(separatedBy: "```swift\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    #expect(try blocks == [String(contentsOf: folder.appending(path: "FlowExample.swift"), encoding: .utf8)])

    let order = try PaidOrder(
      "o-1", in: .clp, lines: [PaidLine("1", quantity: 3, gross: clp(29_990))], discount: clp(2_991),
      freight: PaidFreight(standard: clp(2_990)), tenders: [Tender("card", .card, clp(29_989))])
    let (rma, ledger) = try takeBack(order, ReturnHistory(Desk.deliveries), from: Desk.start)
    // 26,999 over three units: 8,999 and, for two together, 17,999.
    #expect(rma.lots.map(\.paidOut) == [8_999, 7_000] && rma.timeline.count == 10)
    #expect(ledger.withheld == clp(2_000) && ledger.open == clp(29_989 - 17_999))
    #expect(ledger.openUnits(ofLine: "1") == 1)
  }
}
