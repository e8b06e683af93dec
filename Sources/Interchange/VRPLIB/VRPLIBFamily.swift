/// What a VRPLIB file's `TYPE` says: which sections make it that problem, and how its numbers are counted.
enum VRPLIBFamily: String, CaseIterable {
  case cvrp = "CVRP"
  case vrptw = "VRPTW"
  case cvrptw = "CVRPTW"
  case pdptw = "PDPTW"
  case mdvrptw = "MDVRPTW"
  case sdvrptw = "SDVRPTW"
  case hfvrp = "HFVRP"
  case vrpb = "VRPB"
  case mtvrptwr = "MTVRPTWR"
  case mtvrptw = "MTVRPTW"
  case pcvrptw = "PCVRPTW"
  case gvrp = "GVRP"

  /// The convention that best-known values are published in, for distances of the plane.
  var convention: Convention {
    switch self {
    case .cvrp, .vrpb, .gvrp: .rounded
    case .vrptw, .cvrptw, .pdptw, .mtvrptwr, .mtvrptw, .pcvrptw: .dimacs
    case .mdvrptw, .sdvrptw, .hfvrp: .exact
    }
  }

  /// The section without which the file is not of its type, if there is one.
  var section: String? {
    switch self {
    case .cvrp, .hfvrp: nil
    case .vrptw, .cvrptw, .mdvrptw, .sdvrptw, .mtvrptwr, .mtvrptw, .pcvrptw: "TIME_WINDOW_SECTION"
    case .pdptw: "PICKUP_AND_DELIVERY_SECTION"
    case .vrpb: "BACKHAUL_SECTION"
    case .gvrp: "MUTUALLY_EXCLUSIVE_GROUP_SECTION"
    }
  }

  /// How many units of the file's costs are one of the published values: files of mixed fleets hold a hundred times the costs.
  var costDivisor: Int { self == .hfvrp ? 100 : 1 }
}
