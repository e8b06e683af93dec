import Foundation
import Logistics

/// Reads a whole file as UTF-8, or says what is wrong with it.
enum SourceText {
  /// The bytes of a file, without a byte order mark.
  ///
  /// - Throws: `InvalidInput` that names the file if it cannot be read, is empty or is not UTF-8.
  static func read(_ file: URL) throws(InvalidInput) -> [UInt8] {
    let data: Data
    do {
      data = try Data(contentsOf: file)
    } catch {
      throw InvalidInput(
        file.relativePath, [Fault(at: "file", found: "nothing that can be read", expected: "a file")],
        advice: FileManager.default.fileExists(atPath: file.path)
          ? "it is a folder, or you may not read it." : "the name is misspelt; it is looked for from the current folder.")
    }
    return try check([UInt8](data), file.relativePath)
  }

  /// The same for bytes that are at hand.
  static func check(_ bytes: [UInt8], _ source: String) throws(InvalidInput) -> [UInt8] {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard bytes.contains(where: { !TextScanner.isSpace($0) }) else {
      throw InvalidInput(source, [Fault(at: "line 1", found: "an empty file", expected: "text")])
    }
    guard String(validating: bytes, as: UTF8.self) == nil else { return bytes }
    var scanner = TextScanner(bytes)
    var place = "file"
    while let line = scanner.nextLine() {
      if String(validating: bytes[line.bytes], as: UTF8.self) == nil {
        place = line.place
        break
      }
    }
    throw InvalidInput(
      source, [Fault(at: place, found: "bytes that are not UTF-8", expected: "UTF-8 text")],
      advice: "it is compressed, or written in another encoding: convert it with iconv.")
  }
}
