public import Foundation
public import Logistics

extension RoutingInstance {
  /// Reads a file, of whatever supported format it turns out to be.
  ///
  /// - Parameter convention: `nil` for the one that the best-known values of its family are published in.
  /// - Throws: `InvalidInput` that names the file and the line or the JSON path of everything that is wrong: unreadable, not UTF-8, of a
  ///   format or a problem that is not supported, rows missing or repeated, words for numbers, numbers out of their range. A client
  ///   that no vehicle can carry is not wrong but makes the problem infeasible.
  public init(contentsOf file: URL, convention: Convention? = nil) throws(InvalidInput) {
    let bytes = try SourceText.read(file)
    let name = file.deletingPathExtension().lastPathComponent
    try self.init(checked: bytes, name: name, source: file.relativePath, convention: convention)
  }

  /// Reads bytes that are at hand.
  ///
  /// - Parameters:
  ///   - name: What the instance is to be called; faults name it as their source.
  ///   - convention: `nil` for the one of its family.
  /// - Throws: `InvalidInput` as for a file.
  public init(_ bytes: [UInt8], name: String, convention: Convention? = nil) throws(InvalidInput) {
    try self.init(checked: SourceText.check(bytes, name), name: name, source: name, convention: convention)
  }

  private init(checked bytes: [UInt8], name: String, source: String, convention: Convention?) throws(InvalidInput) {
    do {
      let format = try FileRecognition.format(of: bytes, source)
      switch format {
      case .vrplib:
        var reader = VRPLIBReader(bytes, source, convention: convention)
        try self.init(name, format, reader.convention, reader.read())
      case .solomon:
        var reader = SolomonReader(bytes, source, convention: convention)
        try self.init(name, format, reader.convention, reader.read())
      case .liLim:
        var reader = LiLimReader(bytes, source, convention: convention)
        try self.init(name, format, reader.convention, reader.read())
      case .cordeau:
        var reader = CordeauReader(bytes, source, convention: convention)
        try self.init(name, format, reader.convention, reader.read())
      case .vroom:
        try self.init(name, vroom: bytes, source, convention: convention)
      }
    } catch {
      throw InvalidInput(source, Self.inOrder(error.faults), advice: error.advice)
    }
  }

  /// Faults by line: readers look at sections in an order of their own. Faults of a document without lines keep theirs.
  private static func inOrder(_ faults: [Fault]) -> [Fault] {
    func line(_ fault: Fault) -> Int { Int(fault.place.drop { !$0.isNumber }) ?? 0 }
    guard faults.allSatisfy({ $0.place.hasPrefix("line ") }) else { return faults }
    return faults.enumerated().sorted { (line($0.element), $0.offset) < (line($1.element), $1.offset) }.map(\.element)
  }
}
