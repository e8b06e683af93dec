import Foundation
import Scenarios
import Testing

/// The files as bytes: what is committed can be made again, by anybody.
@Suite struct FileTests {
  static let names = ["scenario.json", "products.csv", "stock.csv", "orders.csv", "order_lines.csv", "returns.csv"]

  @Test func `the same seed makes the same bytes and another seed another day`() {
    let first = SantiagoDay(orders: 300, seed: 7).files()
    let second = SantiagoDay(orders: 300, seed: 7).files()
    let other = SantiagoDay(orders: 300, seed: 8).files()
    #expect(first.map(\.name) == Self.names)
    #expect(first.map(\.text) == second.map(\.text))
    for (one, another) in zip(first, other) where one.name != "scenario.json" {
      #expect(one.text != another.text, "\(one.name)")
    }
  }

  @Test func `the committed files are what the code makes`() throws {
    let folder = URL(filePath: #filePath).appending(path: "../../../datasets/santiago").standardized
    let files = SantiagoDay(orders: 1500, seed: 1).files()
    for file in files {
      let committed = try String(contentsOf: folder.appending(path: file.name), encoding: .utf8)
      // Not compared within the expectation: it would print both files.
      let isSame = committed == file.text
      #expect(isSame, "\(file.name): make it again as datasets/README.md says")
    }
    let size = files.reduce(0) { $0 + $1.text.utf8.count }
    #expect(size < 1_000_000)
  }

  @Test(arguments: FileTests.names)
  func `a file ends each line with a line feed and has no blank at its end`(name: String) throws {
    let text = try #require(SantiagoDay(orders: 200, seed: 3).files().first { $0.name == name }).text
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    #expect(!text.utf8.contains(13) && !text.contains(" \n"))
  }

  @Test(arguments: [1, 2, 99, 3100])
  func `a day can be very small and large`(orders: Int) throws {
    let day = SantiagoDay(orders: orders, seed: 5)
    #expect(try Table(day, "orders.csv").rows.count == orders)
    #expect(try Table(day, "returns.csv").rows.count == max(2, (10 * orders + 750) / 1500))
  }
}
