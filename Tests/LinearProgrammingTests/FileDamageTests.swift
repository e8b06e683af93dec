import Foundation
import LinearProgramming
import Testing

@Suite struct FileDamageTests {
  /// How many files of each format to damage; `LASTMILE_FUZZ` asks for more.
  private static let rounds = ProcessInfo.processInfo.environment["LASTMILE_FUZZ"].flatMap(Int.init).map { $0 * 20 } ?? 1000

  @Test(arguments: FileFormat.allCases)
  func `a damaged file is read or refused with its faults, and what is read can be written again`(_ format: FileFormat) throws {
    var random = SplitMix64(seed: 2026)
    var readable = 0
    for _ in 0..<Self.rounds {
      var bytes = Array(try format.write(FilePrograms.anything(&random)).utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) { damage(&bytes, &random) }
      switch result(of: bytes, format) {
      case .success(let program):
        readable += 1
        let copy = try format.read(format.write(program).utf8)
        #expect(program.faults.isEmpty && copy.sense == program.sense)
        #expect(copy.columnCount == program.columnCount && copy.rowCount == program.rowCount)
      case .failure(let error):
        #expect(!error.faults.isEmpty)
        #expect(error.faults.allSatisfy { !$0.place.isEmpty && !$0.found.isEmpty && !$0.expected.isEmpty })
      }
    }
    #expect(readable > Self.rounds / 20 && readable < Self.rounds)
  }

  @Test(arguments: FileFormat.allCases) func `bytes of any kind are read or refused`(_ format: FileFormat) {
    var random = SplitMix64(seed: 2027)
    let words = [
      "ROWS", "min", "\nst\n", " N o", "RHS", "BOUNDS", "\n", " ", "x", "3", "-", ">=", ":", "[", "end", "'MARKER'", "1e",
      "\u{0}", "é",
    ]
    for _ in 0..<Self.rounds {
      let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in words.randomElement(using: &random)! }.joined()
      _ = try? format.read(text.utf8)
      _ = try? format.read((0..<80).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }

  @Test func `a file of ten thousand signs, brackets or names is refused`() {
    for piece in ["- ", "[ ", "x ", "1 ", ": ", "<= ", "c: ", "3 <= ", "\nc: x >= \n", "\nfree\n"] {
      let text = "min\n x\nst\n" + String(repeating: piece, count: 10_000)
      #expect(throws: InvalidProgram.self) { try LinearProgram(lpFormat: text) }
      #expect(throws: InvalidProgram.self) { try LinearProgram(freeMPS: "ROWS\n N o\nCOLUMNS\n " + text) }
    }
  }

  private func result(of bytes: [UInt8], _ format: FileFormat) -> Result<LinearProgram, InvalidProgram> {
    Result { () throws(InvalidProgram) in try format.read(bytes) }
  }

  private func damage(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: bytes.indices, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(bytes.randomElement(using: &random)!, at: place)
    case 3: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 4: bytes.removeSubrange(place..<min(place + Int.random(in: 1...30, using: &random), bytes.count))
    default: bytes.insert(contentsOf: bytes[place..<min(place + Int.random(in: 1...30, using: &random), bytes.count)], at: place)
    }
  }
}
