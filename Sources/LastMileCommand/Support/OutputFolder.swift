import Foundation
import Logistics

/// A folder that results are written to. Each file appears whole or not at all.
struct OutputFolder {
  private let path: String

  /// A folder, made if it is not there.
  ///
  /// - Throws: `InvalidInput` if it cannot be.
  init(_ path: String) throws(InvalidInput) {
    self.path = path
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw InvalidInput(
        path, [Fault(at: "folder", found: "no folder, and none can be made", expected: "a folder to write to")])
    }
  }

  /// - Throws: `InvalidInput` if the file cannot be written.
  func write(_ text: String, to name: String) throws(InvalidInput) {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path).appending(path: name), options: .atomic)
    } catch {
      throw InvalidInput(
        "\(path)/\(name)", [Fault(at: "file", found: "nothing that can be written", expected: "a file to write")])
    }
  }
}
