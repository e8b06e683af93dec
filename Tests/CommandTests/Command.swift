import Foundation

/// Runs the command line that was built beside these tests.
struct Command {
  /// What a run left.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    /// The output as one JSON object.
    var json: [String: Any]? {
      (try? JSONSerialization.jsonObject(with: Data(output.utf8))) as? [String: Any]
    }
  }

  /// Where products are built: beside the test bundle, which is the running program itself on Linux.
  private static let folder: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    return bundle?.bundleURL.deletingLastPathComponent()
      ?? URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
  }()

  /// Runs it and waits for its end.
  ///
  /// - Parameter interruptedAfter: What must stand on standard error before Ctrl-C is sent; `nil` to let it run.
  static func run(_ arguments: [String], interruptedAfter text: String? = nil) throws -> Outcome {
    try TemporaryFolder.with { folder in
      let output = folder.appendingPathComponent("output")
      let errors = folder.appendingPathComponent("errors")
      for file in [output, errors] { try Data().write(to: file) }
      let process = Process()
      process.executableURL = Self.folder.appendingPathComponent("lastmile")
      process.arguments = arguments
      process.standardInput = FileHandle.nullDevice
      // Files, not pipes: a pipe that nobody empties would hold the program up.
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      if let text {
        while process.isRunning, !(try String(contentsOf: errors, encoding: .utf8)).contains(text) { usleep(20_000) }
        process.interrupt()
      }
      process.waitUntilExit()
      return Outcome(
        status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
        errors: try String(contentsOf: errors, encoding: .utf8))
    }
  }
}

/// A folder that is gone afterwards.
enum TemporaryFolder {
  static func with<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// One that holds files of these names and texts.
  static func with<Result>(_ files: [String: String], _ body: (URL) throws -> Result) throws -> Result {
    try with { folder in
      for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
      return try body(folder)
    }
  }
}
