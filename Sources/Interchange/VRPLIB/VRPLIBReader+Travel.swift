import Logistics
import Travel

extension VRPLIBReader {
  private static let weightTypes = "EXPLICIT, EUC_2D or CEIL_2D"

  mutating func readTravel() -> TravelMatrix? {
    guard let header = file.header("EDGE_WEIGHT_TYPE"), let type = file.keyword("EDGE_WEIGHT_TYPE") else {
      faults.add(at: "line 1", found: "no EDGE_WEIGHT_TYPE", expected: Self.weightTypes)
      return nil
    }
    if type == "EXPLICIT" { return readMatrix() }
    // What is exact in EXACT_2D is what the convention makes of the distance.
    guard let metric = PlaneMetric(rawValue: type == "EXACT_2D" ? "EUC_2D" : type) else {
      faults.add(at: header.place, found: "EDGE_WEIGHT_TYPE \(type)", expected: Self.weightTypes)
      return nil
    }
    if let matrix = file.section("EDGE_WEIGHT_SECTION") {
      faults.add(at: matrix.place, found: "EDGE_WEIGHT_SECTION beside \(type)", expected: "one source of distances")
    }
    guard let section = section("NODE_COORD_SECTION", for: "since EDGE_WEIGHT_TYPE is \(type)"),
      let table = nodeTable("NODE_COORD_SECTION", columns: 2)
    else { return nil }
    let points = (0..<count).map { (x: table[$0, 0], y: table[$0, 1]) }
    return faults.travel(points, metric, convention, at: section.place)
  }

  private mutating func readMatrix() -> TravelMatrix? {
    let names = EdgeWeightFormat.allCases.map(\.rawValue).joined(separator: ", ")
    var format: EdgeWeightFormat?
    if let header = file.header("EDGE_WEIGHT_FORMAT"), let keyword = file.keyword("EDGE_WEIGHT_FORMAT") {
      format = EdgeWeightFormat(rawValue: keyword)
      if format == nil { faults.add(at: header.place, found: "EDGE_WEIGHT_FORMAT \(keyword)", expected: "one of \(names)") }
    } else {
      faults.add(at: "line 1", found: "no EDGE_WEIGHT_FORMAT", expected: "one of \(names)")
    }
    _ = nodeTable("NODE_COORD_SECTION", columns: 2)
    guard let section = section("EDGE_WEIGHT_SECTION", for: "since EDGE_WEIGHT_TYPE is EXPLICIT"), let format, count > 0 else {
      return nil
    }
    return TravelMatrix(section, format, count: count, convention, scanner, &faults)
  }
}
