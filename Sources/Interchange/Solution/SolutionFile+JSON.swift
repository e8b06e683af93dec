import Foundation
import Logistics

extension SolutionFile {
  private struct Document: Decodable {
    var routes: [[Int]]
    var cost: Double?
  }

  /// Reads JSON with `"routes": [[31, 46, 35], …]` and perhaps `"cost"`; other keys are not looked at.
  init(json bytes: [UInt8], _ source: String) throws(InvalidInput) {
    let document: Document
    do {
      document = try JSONDecoder().decode(Document.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw InvalidInput(source, decoding: error)
    } catch {
      throw InvalidInput(source, [Fault(at: "$", found: "\(error)", expected: "a solution in JSON")])
    }
    let routes = document.routes.enumerated().map { index, clients in
      Route(number: index + 1, clients: clients, place: "$.routes[\(index)]")
    }
    self.init(routes: routes, claimedCost: document.cost)
  }
}
