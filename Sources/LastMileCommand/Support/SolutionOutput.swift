import Foundation
import Logistics

/// The file that a solution is written to; whether that can be is asked before the search, not after it.
struct SolutionOutput {
  private let path: String

  /// - Throws: `InvalidInput` if nothing can be written there.
  init(_ path: String) throws(InvalidInput) {
    self.path = path
    let file = URL(fileURLWithPath: path)
    let files = FileManager.default
    var isFolder: ObjCBool = false
    let exists = files.fileExists(atPath: file.path, isDirectory: &isFolder)
    let target = exists ? file.path : file.deletingLastPathComponent().path
    if path.isEmpty || isFolder.boolValue || !files.isWritableFile(atPath: target) { throw refusal }
  }

  /// - Throws: `InvalidInput` if it cannot be written after all.
  func write(_ text: String) throws(InvalidInput) {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      throw refusal
    }
  }

  private var refusal: InvalidInput {
    InvalidInput(
      path, [Fault(at: "file", found: "nothing that can be written", expected: "a file in a folder that is there")],
      advice: "the folder does not exist, or you may not write to it.")
  }
}
