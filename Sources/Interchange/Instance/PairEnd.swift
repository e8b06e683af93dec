import Logistics

/// What a node's row says of the goods that are moved between two clients.
struct PairEnd {
  /// Where the row stands.
  let place: String
  /// The node where the goods for this one are taken, if it is a delivery.
  let pickup: Int?
  /// The node where the goods of this one are handed over, if it is a pickup.
  let delivery: Int?

  /// The pairs that nodes name, the first of which is the depot; what does not fit together is noted.
  ///
  /// - Parameters:
  ///   - demand: What is taken at each node, below zero what is handed over.
  ///   - names: What the file calls each node.
  static func pairs(
    _ ends: [PairEnd], demand: [Int], names: [Int], _ faults: inout FaultList
  ) -> [(pickup: Int, delivery: Int)] {
    var pairs: [(pickup: Int, delivery: Int)] = []
    for (node, end) in ends.enumerated() where !faults.isFull {
      switch (end.pickup, end.delivery) {
      case (nil, nil):
        if demand[node] != 0 {
          faults.add(at: end.place, found: "demand \(demand[node]) without a partner", expected: "its pickup or its delivery")
        }
      case (let pickup?, nil):
        if ends[pickup].delivery != node {
          faults.add(
            at: end.place, found: "pickup \(names[pickup])", expected: "a customer whose delivery is \(names[node])")
        }
      case (nil, let delivery?):
        if ends[delivery].pickup != node {
          faults.add(
            at: end.place, found: "delivery \(names[delivery])", expected: "a customer whose pickup is \(names[node])")
        } else if demand[node] < 0 || demand[node] != -demand[delivery] {
          faults.add(
            at: end.place, found: "demand \(demand[node]), at the delivery \(demand[delivery])",
            expected: "a load taken here and the same, negative, there")
        } else if node != delivery {
          pairs.append((node, delivery))
        }
      case (_?, _?):
        faults.add(at: end.place, found: "a pickup and a delivery", expected: "one of them, the other 0")
      }
    }
    return pairs
  }
}
