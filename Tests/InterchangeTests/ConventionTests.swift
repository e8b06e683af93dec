import Foundation
import Testing

@testable import Interchange

@Suite struct ConventionTests {
  @Test func `each convention counts as its family does`() {
    let root2 = 2.0.squareRoot()
    #expect(Convention.rounded.counted(root2) == 1)
    #expect(Convention.rounded.counted(2.5) == 3, "halves go up")
    #expect(Convention.dimacs.counted(root2) == 14)
    #expect(Convention.dimacs.counted(1.99) == 19, "cut off, not rounded")
    #expect(Convention.exact.counted(root2) == 1414)
    #expect(Convention.exact.counted(1.9996) == 2000)
    #expect(Convention.double.counted(1.9996) == 2000)
  }

  @Test(arguments: [
    (27591, Convention.rounded, "27591"), (16377, .dimacs, "1637.7"), (16370, .dimacs, "1637.0"), (5, .dimacs, "0.5"),
    (-5, .dimacs, "-0.5"), (1_002_005, .exact, "1002.005"), (7, .double, "0.007"), (.max, .exact, "9223372036854775.807"),
    (.min, .exact, "-9223372036854775.808"),
  ])
  func `an amount is written with the decimals of its convention`(_ count: Int, _ convention: Convention, _ text: String) {
    #expect(FileAmount(count, convention).description == text)
  }

  @Test func `an encoded amount is exact to the last digit`() throws {
    let amounts = [
      FileAmount(41_337_8, .dimacs), FileAmount(16_370, .dimacs), FileAmount(7, .exact), FileAmount(27591, .rounded),
    ]
    let text = String(decoding: try JSONEncoder().encode(amounts), as: UTF8.self)
    #expect(text == "[41337.8,1637,0.007,27591]")
  }

  @Test func `numbers are read as the standard library reads them`() throws {
    var random = SeededNumbers(state: 7)
    for _ in 0..<20_000 {
      let whole = (0..<Int.random(in: 0...12, using: &random)).map { _ in "\(Int.random(in: 0...9, using: &random))" }.joined()
      let part = (0..<Int.random(in: 0...12, using: &random)).map { _ in "\(Int.random(in: 0...9, using: &random))" }.joined()
      let power = Int.random(in: 0...3, using: &random) == 0 ? "e\(Int.random(in: -40...40, using: &random))" : ""
      let text = ["", "-", "+"].randomElement(using: &random)! + whole + (part.isEmpty ? "" : ".\(part)") + power
      let scanner = TextScanner(Array(text.utf8))
      let read = scanner.number(TextRange(bytes: 0..<scanner.bytes.count, line: 1))
      try #require(read == (whole.isEmpty && part.isEmpty ? nil : Double(text)), "\(text)")
    }
  }

  @Test(arguments: [
    "nan", "inf", "-inf", "Infinity", "1e999", "0x10", "1,5", "1.2.3", "e5", "1e", "--1", "", ".", "-", "1_000", "½",
  ])
  func `what is no finite number is refused`(_ text: String) {
    let scanner = TextScanner(Array(text.utf8))
    #expect(scanner.number(TextRange(bytes: 0..<scanner.bytes.count, line: 1)) == nil)
  }
}
