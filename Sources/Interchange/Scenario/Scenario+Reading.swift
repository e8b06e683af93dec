public import Foundation
public import LastMile
import Logistics

extension Scenario {
  /// The scenario of a folder, as docs/formats.md describes it.
  ///
  /// - Throws: `InvalidInput` that names the file and every fault in it. Files are read one after the other; the first one
  ///   with faults ends the reading.
  public init(contentsOf folder: URL) throws(InvalidInput) {
    let document = "scenario.json"
    let reader = try JSONReader.document(Self.bytes(folder, document), named: document)
    let products = try Self.products(folder)
    let network = try reader.network(products: products, named: document)
    guard let date = reader["date"].parsed("a date like 2026-12-09", LocalDate.init) else {
      throw InvalidInput(document, reader.log.faults.faults)
    }
    let stock = try Self.stock(folder)
    let orders = try Self.orders(folder)
    let returns = try Self.returns(folder)
    try self.init(network: network, date: date, stock: stock, orders: orders, returns: returns)
  }

  /// The bytes of a file of the folder.
  static func bytes(_ folder: URL, _ name: String) throws(InvalidInput) -> Data {
    do {
      return try Data(contentsOf: folder.appending(path: name))
    } catch {
      throw InvalidInput(
        folder.appending(path: name).relativePath,
        [Fault(at: "file", found: "nothing that can be read", expected: "a file of a scenario")],
        advice: "the folder is another one: a scenario has scenario.json, products.csv, stock.csv, orders.csv, "
          + "order_lines.csv and returns.csv.")
    }
  }

  static func table(_ folder: URL, _ name: String, _ columns: [String]) throws(InvalidInput) -> CSVTable {
    try CSVTable(bytes(folder, name), named: name, columns: columns)
  }
}
