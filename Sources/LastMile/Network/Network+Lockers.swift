import Logistics
import Promising

extension Network {
  func check(_ lockers: [Locker], _ faults: inout FaultList) {
    for (index, locker) in lockers.enumerated() {
      let (path, id) = ("$.lockers[\(index)]", locker.node.id)
      faults.check(
        site(id) == nil && !lockers[..<index].contains { $0.node.id == id }, at: "\(path).id", found: "\(id), as before",
        expected: "a name given once")
      faults.check(locker.node.kind == .locker, at: "\(path).kind", found: "\(locker.node.kind)", expected: "locker")
      faults.check(
        !locker.compartments.isEmpty, at: "\(path).compartments", found: "none", expected: "compartments of at least one size")
      for (number, compartment) in locker.compartments.enumerated() {
        let before = number > 0 ? locker.compartments[number - 1] : nil
        check(compartment, after: before, "\(path).compartments[\(number)]", &faults)
      }
      faults.check(
        (1...30).contains(locker.pickupDays), at: "\(path).pickupDays", found: "\(locker.pickupDays)", expected: "1 to 30")
      for name in (locker.services ?? []).sorted() {
        let service = services.first { $0.id == name }
        faults.check(
          service.map(locker.isServed) ?? false, at: "\(path).services", found: "\(name)",
          expected: "a service of the network that is a transfer or a lockerCarrier")
      }
    }
  }

  /// What is expected where something is to start from a node and that node is none of the sites.
  func shippingNode(_ node: ID<Node>) -> String {
    locker(node) == nil ? "a node of the network" : "a node that ships, which a locker does not"
  }

  private func check(
    _ compartment: Locker.Compartment, after smaller: Locker.Compartment?, _ path: String, _ faults: inout FaultList
  ) {
    faults.check(
      (1...10_000).contains(compartment.count), at: "\(path).count", found: "\(compartment.count)", expected: "1 to 10000")
    let (volume, weight) = (compartment.volume.count, compartment.weight?.count)
    faults.check((1...Volume.limit).contains(volume), at: "\(path).volume", found: "\(volume)", expected: "1 to 10^12")
    if let weight {
      faults.check((1...Weight.limit).contains(weight), at: "\(path).weight", found: "\(weight)", expected: "1 to 10^12")
    }
    guard let smaller else { return }
    let isSame = compartment.volume == smaller.volume && compartment.weight == smaller.weight
    faults.check(
      compartment.volume >= smaller.volume && !isSame, at: path, found: "\(compartment) after \(smaller)",
      expected: "a larger size")
  }

  /// The locker at which an order is fetched; `nil` if it is fetched elsewhere, or not at all.
  func locker(of fulfilment: Fulfilment) -> Locker? {
    guard !lockers.isEmpty, case .pickup(let node) = fulfilment else { return nil }
    return locker(node)
  }

  /// Where a customer gets an order.
  func destination(of fulfilment: Fulfilment) -> Coordinate? {
    switch fulfilment {
    case .delivery(let address, _): address
    case .pickup(let node): (site(node)?.node ?? locker(node)?.node)?.coordinate
    }
  }

  /// Whether customers can fetch orders at a node.
  public func hasPickup(at node: ID<Node>) -> Bool { site(node)?.pickupHours != nil || locker(node) != nil }
}

extension Locker.Compartment: CustomStringConvertible {
  /// As "12 of 15 l, 20 kg".
  public var description: String { "\(count) of \(volume)\(weight.map { ", \($0)" } ?? "")" }
}
