public import Foundation
public import Logistics

extension TravelMatrix {
  private struct Tables: Decodable {
    var metres: [[Int]]
    var seconds: [[Int]]?
  }

  /// The matrix of a JSON file: `{"metres": [[0, 120], [130, 0]], "seconds": [[0, 30], [31, 0]]}`.
  ///
  /// Without `seconds` time is measured as distance.
  ///
  /// - Throws: `InvalidInput` that names the file and each place in it: unreadable, no JSON, not square, an entry that is
  ///   no whole number, negative or beyond ``longest``.
  public init(contentsOf file: URL) throws(InvalidInput) {
    let data: Data
    do {
      data = try Data(contentsOf: file)
    } catch {
      throw InvalidInput(
        file.relativePath, [Fault(at: "file", found: "nothing that can be read", expected: "a travel matrix in JSON")])
    }
    let tables: Tables
    do {
      tables = try JSONDecoder().decode(Tables.self, from: data)
    } catch let error as DecodingError {
      throw InvalidInput(file.relativePath, decoding: error)
    } catch {
      throw InvalidInput(file.relativePath, [Fault(at: "$", found: "\(error)", expected: "a travel matrix in JSON")])
    }
    do {
      try self.init(metres: tables.metres, seconds: tables.seconds)
    } catch {
      throw InvalidInput(file.relativePath, error.faults, advice: error.advice)
    }
  }
}
