import Foundation
import Returns
import Testing

@Suite struct TransitionTableTests {
  @Test func `every state of the goods can be reached, left, and left for every other way it is reached by`() {
    var reached: Set<GoodsState> = [.requested, .unannounced]
    var open = Array(reached)
    while let state = open.popLast() {
      for row in GoodsTransition.table where row.from == state && reached.insert(row.to).inserted { open.append(row.to) }
    }
    #expect(reached == Set(GoodsState.allCases))
    #expect(GoodsState.allCases.allSatisfy { !$0.steps.isEmpty })
    #expect(Set(GoodsTransition.table.map(\.step)) == Set(GoodsStep.allCases))
    let keys = GoodsTransition.table.map { "\($0.from) \($0.step)" }
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: ReturnRemedy.Kind.allCases)
  func `every state that a remedy reaches can be left, and every remedy comes to its end`(kind: ReturnRemedy.Kind) {
    var reached: Set<RemedyState> = [.undecided]
    var open = Array(reached)
    while let state = open.popLast() {
      for step in state.steps(of: kind) {
        let next = state.after(step, of: kind)!
        if reached.insert(next).inserted { open.append(next) }
      }
    }
    #expect(reached.contains(.fulfilled) && reached.contains(.declined))
    #expect(reached.allSatisfy { !$0.steps(of: kind).isEmpty })
  }

  @Test func `of all remedies together every state and step is used, once a row`() {
    #expect(Set(RemedyTransition.table.map(\.to)) == Set(RemedyState.allCases))
    #expect(Set(RemedyTransition.table.map(\.step)) == Set(RemedyStep.allCases))
    let keys = RemedyTransition.table.map { "\($0.from) \($0.step)" }
    #expect(Set(keys).count == keys.count)
  }

  @Test func `from the states of the goods that rest, all others can be reached again`() {
    for start in GoodsState.allCases where start != .processed {
      var reached: Set<GoodsState> = [start]
      var open = [start]
      while let state = open.popLast() {
        for row in GoodsTransition.table where row.from == state && reached.insert(row.to).inserted { open.append(row.to) }
      }
      #expect(reached.contains(.processed) && reached.contains(.handedBack), "\(start)")
    }
  }

  @Test func `the page has the tables as they are`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "docs/returns-flow.md"), encoding: .utf8)
    for (name, table) in [("goods", Self.goodsTable), ("remedies", Self.remedyTable), ("gates", Self.gateTable)] {
      #expect(page.contains(table), "the table of \(name) should be:\n\(table)")
    }
  }

  static var goodsTable: String {
    let rows = GoodsState.allCases.map { state in
      let steps = state.steps.map { "`\($0.rawValue)` → \(state.after($0)!.rawValue)" }
      let flags = (state.isClaim ? ["counts"] : []) + (state.isAtRest ? ["rests"] : [])
      return "| \(state.rawValue) | \(steps.joined(separator: ", ")) | \(flags.joined(separator: ", ")) |\n"
    }
    return "| goods | step → next | |\n|---|---|---|\n" + rows.joined()
  }

  static var remedyTable: String {
    let rows = RemedyState.allCases.map { state in
      let steps = state.steps(of: nil).map { step in
        let row = RemedyTransition.table.first { $0.from == state && $0.step == step }!
        let kinds = row.kinds.count == ReturnRemedy.Kind.allCases.count ? [] : row.kinds.map(\.rawValue)
        return "`\(step.rawValue)` → \(row.to.rawValue)" + (kinds.isEmpty ? "" : " (\(kinds.joined(separator: ", ")))")
      }
      return "| \(state.rawValue) | \(steps.joined(separator: "; ")) | \(state.isAtRest ? "rests" : "") |\n"
    }
    return "| remedy | step → next (of which remedies) | |\n|---|---|---|\n" + rows.joined()
  }

  static var gateTable: String {
    var rows: [String] = []
    for step in RemedyStep.allCases {
      if [.pay, .owe, .order].contains(step) {
        guard step == .pay else { continue }
        for trigger in ReleaseTrigger.allCases {
          rows.append(row("`pay`, `owe`, `order` after \(trigger.rawValue)", step.goods(of: .refund, after: trigger)))
        }
        rows.append(row("`pay` of a priceReduction", step.goods(of: .priceReduction, after: .atOnce)))
      } else {
        rows.append(row("`\(step.rawValue)`", step.goods(of: .advanceReplacement, after: .atOnce)))
      }
    }
    return "| step | goods |\n|---|---|\n" + rows.joined()
  }

  private static func row(_ name: String, _ states: [GoodsState]?) -> String {
    "| \(name) | \(states.map { $0.map(\.rawValue).joined(separator: ", ") } ?? "any") |\n"
  }
}
