public import Foundation
public import LastMile
import Logistics

extension Scenario {
  /// The scenario of a folder, as docs/formats.md describes it.
  ///
  /// - Throws: `InvalidInput` that names the file and every fault in it. Files are read one after the other; the first one
  ///   with faults ends the reading.
  public init(contentsOf folder: URL) throws(InvalidInput) {
    let document = Self.name(folder, "scenario.json")
    let reader = try JSONReader.document(Self.bytes(folder, "scenario.json"), named: document)
    let products = try Self.products(folder)
    let network = try reader.network(products: products, named: document)
    guard let date = reader["date"].parsed("a date like 2026-12-09", LocalDate.init) else {
      throw InvalidInput(document, reader.log.faults.faults)
    }
    let stock = try Self.stock(folder)
    let orders = try Self.orders(folder)
    let returns = try Self.returns(folder)
    do {
      try self.init(network: network, date: date, stock: stock, orders: orders, returns: returns)
    } catch {
      throw InvalidInput(folder.relativePath, error.faults, advice: error.advice)
    }
  }

  /// The network and the stock of a folder, without its orders and returns: the same files but for theirs.
  ///
  /// - Throws: `InvalidInput` as ``init(contentsOf:)``.
  public static func shop(contentsOf folder: URL) throws(InvalidInput) -> Scenario {
    let document = Self.name(folder, "scenario.json")
    let reader = try JSONReader.document(Self.bytes(folder, "scenario.json"), named: document)
    let network = try reader.network(products: Self.products(folder), named: document)
    guard let date = reader["date"].parsed("a date like 2026-12-09", LocalDate.init) else {
      throw InvalidInput(document, reader.log.faults.faults)
    }
    let stock = try Self.stock(folder)
    do {
      return try Scenario(network: network, date: date, stock: stock, orders: [], returns: [])
    } catch {
      throw InvalidInput(folder.relativePath, error.faults, advice: error.advice)
    }
  }

  /// A file's name as the user would write it.
  private static func name(_ folder: URL, _ file: String) -> String { folder.appending(path: file).relativePath }

  /// The bytes of a file of the folder.
  static func bytes(_ folder: URL, _ name: String) throws(InvalidInput) -> Data {
    do {
      return try Data(contentsOf: folder.appending(path: name))
    } catch {
      throw InvalidInput(
        self.name(folder, name),
        [Fault(at: "file", found: "nothing that can be read", expected: "a file of a scenario")],
        advice: "the folder is another one: a scenario has scenario.json, products.csv, stock.csv, orders.csv, "
          + "order_lines.csv and returns.csv.")
    }
  }

  static func table(
    _ folder: URL, _ name: String, _ columns: [String], optional: [String] = []
  ) throws(InvalidInput) -> CSVTable {
    try CSVTable(bytes(folder, name), named: self.name(folder, name), columns: columns, optional: optional)
  }
}
