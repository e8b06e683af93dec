import Foundation
import Interchange
import Logistics

/// Small files that are sound, for tests to read and to damage.
enum Samples {
  static let plane = """
    NAME : three
    COMMENT : "a triangle 3, 4, 5: and one more"
    TYPE : CVRP
    DIMENSION : 4
    EDGE_WEIGHT_TYPE : EUC_2D
    CAPACITY : 10
    NODE_COORD_SECTION
    1 0 0
    2 3 0
    3 3 4
    4 1 1
    DEMAND_SECTION
    1 0
    2 4
    3 5
    4 6
    DEPOT_SECTION
     1
     -1
    EOF

    """

  static let windows = """
    NAME : windows
    TYPE : VRPTW
    DIMENSION : 3
    EDGE_WEIGHT_TYPE : EXPLICIT
    VEHICLES : 2
    EDGE_WEIGHT_FORMAT : FULL_MATRIX
    CAPACITY : 10
    EDGE_WEIGHT_SECTION
    0\t7\t9
    8\t0\t2
    5\t3\t0
    DEMAND_SECTION
    1\t0
    2\t4
    3\t5
    DEPOT_SECTION
    1
    -1
    SERVICE_TIME_SECTION
    1\t0
    2\t1
    3\t2
    TIME_WINDOW_SECTION
    1\t0\t100
    2\t10\t20
    3\t30\t40
    EOF

    """

  static let solomon = """
    S1

    VEHICLE
    NUMBER     CAPACITY
      2         200

    CUSTOMER
    CUST NO.   XCOORD.   YCOORD.    DEMAND   READY TIME   DUE DATE   SERVICE TIME

        0          35      35           0       0         230           0
        1          41      49          10     161         171          10
        2          35      17           7      50          60          10

    """

  static let all = [plane, windows, solomon]
  /// These and those of ``RichSamples``.
  static let every = all + RichSamples.text + RichSamples.json

  static func read(_ text: String, _ convention: Convention? = nil) throws(InvalidInput) -> RoutingInstance {
    try RoutingInstance(Array(text.utf8), name: "sample", convention: convention)
  }

  /// What is wrong with a text, a line for each fault: "line 3: …, expected …".
  static func faults(_ text: String) -> [String] {
    do {
      _ = try read(text)
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }
}

/// The benchmark files that lie beside the repository, if they do.
enum SharedData {
  static let root: URL? = {
    let given = ProcessInfo.processInfo.environment["LASTMILE_DATASETS"].map { URL(fileURLWithPath: $0) }
    var repository = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { repository.deleteLastPathComponent() }
    let candidates = [given, repository.appendingPathComponent("../shared/datasets").standardizedFileURL]
    return candidates.compactMap(\.self).first {
      FileManager.default.fileExists(atPath: $0.appendingPathComponent("bks.json").path)
    }
  }()

  static let isThere = root != nil

  /// The files of a folder by name, sorted.
  static func files(_ folder: String, _ suffix: String) throws -> [URL] {
    guard let root else { return [] }
    let all = try FileManager.default.contentsOfDirectory(
      at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
    return all.filter { $0.lastPathComponent.hasSuffix(suffix) }.sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// Best-known values by folder and name.
  static func bestKnown(_ folder: String) throws -> [String: Double] {
    struct Entry: Decodable {
      var bks: Double?
    }
    guard let root else { return [:] }
    let data = try Data(contentsOf: root.appendingPathComponent("bks.json"))
    return try JSONDecoder().decode([String: [String: Entry]].self, from: data)[folder, default: [:]].compactMapValues(\.bks)
  }
}

/// A generator of random numbers that gives the same ones everywhere (SplitMix64, G. Steele, D. Lea and C. Flood 2014).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
