import Dispatching
import Foundation
import Interchange
import Logistics
import Testing

@Suite struct CostMatrixReadingTests {
  private static func read(_ text: String) throws -> CostMatrix {
    try CostMatrix(AssignmentFile(Array(text.utf8), source: "costs.json"))
  }

  private static func faults(_ text: String) -> [String] {
    do {
      _ = try read(text)
      return []
    } catch let error as InvalidInput {
      #expect(!error.advice.isEmpty || error.faults[0].found == "an empty file")
      #expect(error.source == "costs.json")
      return error.faults.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  @Test func `a matrix is read with its forbidden pairs, however it is spaced`() throws {
    for text in [
      #"{"costs":[[4,null,3],[2,0,5]]}"#, " {\n\t\"costs\" :\r\n [ [4 , null , 3 ] ,\n[ 2,0,5 ] ] } \n",
      "\u{FEFF}{\"c\\u006fsts\": [[4e0, null, 0.3E+1], [20e-1, -0, 5.00]]}",
    ] {
      #expect(try Self.read(text) == CostMatrix([[4, nil, 3], [2, 0, 5]]), "\(text)")
    }
    #expect(try Self.read(#"{"costs":[]}"#).taskCount == 0)
    let empty = try Self.read(#"{"costs":[[],[]]}"#)
    #expect(empty.taskCount == 2 && empty.vehicleCount == 0)
  }

  @Test(arguments: [
    ("", "line 1: an empty file, expected text"),
    ("[[1]]", "$: an array, expected an object with the key \"costs\""),
    ("7", "$: \"7\", expected an object with the key \"costs\""),
    ("{}", "$.costs: nothing, expected an array of rows"),
    (#"{"costs":7}"#, "$.costs: \"7\", expected an array of rows"),
    (#"{"costs":[1,[2]]}"#, "$.costs[0]: \"1\", expected an array of costs"),
    (#"{"costs":[[1,2],[3]]}"#, "$.costs[1]: 1 costs, expected 2 as in the first row"),
    (#"{"costs":[[1,2],[3,4,5]]}"#, "$.costs[1]: 3 costs, expected 2 as in the first row"),
    (#"{"costs":[[1,"a"]]}"#, "$.costs[0][1]: \"a\", expected a finite number or null"),
    (#"{"costs":[[1,true]]}"#, "$.costs[0][1]: \"true\", expected a finite number or null"),
    (#"{"costs":[[1,NaN]]}"#, "$.costs[0][1]: \"NaN\", expected a finite number or null"),
    (#"{"costs":[[-Infinity]]}"#, "$.costs[0][0]: \"-Infinity\", expected a finite number or null"),
    (#"{"costs":[[1,1e999]]}"#, "$.costs[0][1]: \"1e999\", expected a finite number"),
    (#"{"costs":[[01]]}"#, "$.costs[0][0]: \"01\", expected a finite number or null"),
    (#"{"costs":[[+1]]}"#, "$.costs[0][0]: \"+1\", expected a finite number or null"),
    (#"{"costs":[[.5]]}"#, "$.costs[0][0]: \".5\", expected a finite number or null"),
    (#"{"costs":[[1.]]}"#, "$.costs[0][0]: \"1.\", expected a finite number or null"),
    (#"{"costs":[[1e]]}"#, "$.costs[0][0]: \"1e\", expected a finite number or null"),
    (#"{"costs":[[0x10]]}"#, "$.costs[0][0]: \"0x10\", expected a finite number or null"),
    (#"{"costs":[[[1],{"a":[2]}]]}"#, "$.costs[0][0]: an array, expected a finite number or null"),
    (#"{"costs":[[1]],"cost":{"deep":[1,{"a":"]"}]}}"#, "$.cost: an unknown key, expected only costs"),
    (#"{"costs":[[1]],"costs":[[2]]}"#, "$.costs: the key a second time, expected it once"),
    (#"{"costs":[[1e308,1]]}"#, "$.costs[0][0]: 1e+308, expected at most 1.1235582092889473e+307, so that costs can be added up"),
    ("{\"costs\":[[1,2],\n[3,4]", "line 2: the end of the file, expected a comma or ]"),
    ("{\"costs\":\n[[1,2],\n[3;4]]}", "$.costs[1][0]: \"3;4\", expected a finite number or null"),
    ("{\"costs\":\n[[1,2],\n[3 4]]}", "line 3: \"4\", expected a comma or ]"),
    (#"{"costs":[[1]]} x"#, "line 1: \"x\", expected the end of the file"),
    (#"{"costs":[[1]]"#, "line 1: the end of the file, expected a comma or }"),
    (#"{"costs" [[1]]}"#, "line 1: \"[\", expected a colon behind a key"),
    (#"{"costs":[[1,]]}"#, "line 1: \"]\", expected a value"),
    (#"{costs:[[1]]}"#, "line 1: \"costs\", expected a text in quotes"),
    ("\"", "line 1: the end of the file, expected the quote that ends a text"),
    ("hello", "line 1: \"hello\", expected a value"),
  ])
  func `what is wrong is named with its place`(text: String, fault: String) {
    #expect(Self.faults(text).contains(fault), "\(Self.faults(text))")
  }

  @Test func `all faults are named at once, as long as anybody reads them`() {
    let text = #"{"costs":[[1,"x",3],[1],[NaN,2,1e400],7],"more":1}"#
    #expect(
      Self.faults(text).map { $0.prefix { $0 != ":" } } == [
        "$.costs[0][1]", "$.costs[1]", "$.costs[2][0]", "$.costs[2][2]", "$.costs[3]", "$.more",
      ])
    let words = [String](repeating: "[\([String](repeating: "w", count: 1000).joined(separator: ","))]", count: 100)
    #expect(Self.faults("{\"costs\":[\(words.joined(separator: ","))]}").count == 100)
  }

  @Test func `no cut and no changed byte leads astray`() {
    let text = Array(#"{"costs":[[4.25,null,-3e2],[2,0,5]],"x":{"y":["\u00e9",true]}}"#.utf8)
    for end in text.indices { #expect(!Self.faults(String(decoding: text[..<end], as: UTF8.self)).isEmpty) }
    for place in text.indices {
      for byte in [UInt8(ascii: "\""), UInt8(ascii: "["), UInt8(ascii: "}"), UInt8(ascii: "9"), UInt8(ascii: "\\"), 0, 10] {
        var damaged = text
        damaged[place] = byte
        _ = Self.faults(String(decoding: damaged, as: UTF8.self))
      }
    }
    let deep = String(repeating: "[", count: 200_000)
    #expect(!Self.faults("{\"x\":\(deep)").isEmpty, "nesting is no recursion")
  }

  @Test func `numbers are read as the standard library reads them, to the last bit`() throws {
    var texts = [
      "0.1", "9007199254740993", "9007199254740992.5", "18446744073709551615", "18446744073709551616", "1e23", "8.5e-27",
      "4503599627370497.5", "123456789012345678e-27", "1.7976931348623157e306", "5e-324", "2.2250738585072011e-308", "0.0000001",
      "12345678901234567890123", "0.1000000000000000055511151231257827", "0e400", "1e-400",
    ]
    var state: UInt64 = 7
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 1
    }
    for _ in 0..<20_000 {
      texts.append("\(Double(next()) / Double(1 << (next() % 62)))")
      texts.append("\(next() % 1_000_000_000).\(next())".prefix(Int(5 + next() % 20)) + "1")
      texts.append("\(next() >> (next() % 60))e-\(next() % 30)")
    }
    let matrix = try Self.read("{\"costs\":[[\(texts.joined(separator: ","))]]}")
    for (place, text) in texts.enumerated() {
      #expect(matrix[0, place]?.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
  }

  @Test func `the form is told by the first key that tells`() throws {
    func form(_ text: String) throws -> AssignmentForm { try AssignmentFile(Array(text.utf8), source: "x").form }
    #expect(try form(#"{"costs":[[1]]}"#) == .matrix)
    #expect(try form(#"{"note":{"trips":1},"turnaround":900,"costs":[]}"#) == .trips)
    #expect(try form(#"{"vehicles":[],"trips":[]}"#) == .trips)
    #expect(try form("nonsense") == .matrix)
    #expect(throws: InvalidInput.self) { try AssignmentFile(contentsOf: URL(fileURLWithPath: "/no/such/file.json")) }
  }
}
