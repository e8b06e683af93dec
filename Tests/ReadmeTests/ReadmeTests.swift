import Dispatching
import Foundation
import Testing

@Suite struct ReadmeTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  @Test(arguments: [("PlanExample.swift", 0), ("RoutingExample.swift", 1)])
  func `the README shows the code that is compiled here`(file: String, index: Int) throws {
    let blocks = try text("README.md").components(separatedBy: "```swift\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    #expect(blocks.count == 2)
    #expect(try blocks[index] == text("Tests/ReadmeTests/\(file)"))
  }

  @Test func `the page about assigning shows the code that is compiled here`() throws {
    let block = try text("docs/assigning.md").components(separatedBy: "```swift\n")[1].components(separatedBy: "```")[0]
    #expect(try block == text("Tests/ReadmeTests/AssigningExample.swift"))
    try dispatch([[1, 9], [2, 12]])
    try dispatch([[1, nil], [2, nil]])
    let costs = try CostMatrix([[1, 9], [2, 12]])
    guard case .optimal(let best) = costs.assign() else { throw CancellationError() }
    #expect(best.vehicles == [1, 0] && best.cost == 11)
    let more = best.saving(of: .oneMore(vehicle: 0), in: costs)
    #expect(more.saving == 8 && more.moves == [.init(task: 0, vehicle: 0)])
  }

  @Test func `the example of the planner runs on the project's own day`() async throws {
    try await deliver(root.appending(path: "datasets/santiago"))
  }

  @Test func `the example of the routing finds the tours of a line of four places`() throws {
    let metres = (0..<5).map { i in (0..<5).map { j in abs(i - j) } }
    let routes = try shortest(metres)
    #expect(Set(routes.flatMap { $0 }) == [0, 1, 2, 3])
    #expect(routes.count == 1, "one tour is as short as any, and no more vehicles are needed")
  }

  @Test(arguments: [
    "README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/public-api.md", "docs/assigning.md", "datasets/README.md",
  ])
  func `links lead to files that are there`(file: String) throws {
    let folder = root.appending(path: file).deletingLastPathComponent()
    for part in try text(file).components(separatedBy: "](").dropFirst() {
      let target = String(part.prefix { $0 != ")" && $0 != "#" })
      guard !target.isEmpty, !target.hasPrefix("http") else { continue }
      #expect(FileManager.default.fileExists(atPath: folder.appending(path: target).path), "\(file) links to \(target)")
    }
  }
}
