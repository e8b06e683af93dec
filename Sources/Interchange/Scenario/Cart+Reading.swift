public import Foundation
public import LastMile
import Logistics

extension Cart {
  /// The cart of a JSON file, as docs/formats.md describes it.
  ///
  /// - Throws: `InvalidInput` with every fault of the file, products that the network does not have and stores in which nothing can be
  ///   picked up included.
  public init(contentsOf file: URL, in network: Network) throws(InvalidInput) {
    let name = file.relativePath
    let data: Data
    do {
      data = try Data(contentsOf: file)
    } catch {
      throw InvalidInput(name, [Fault(at: "file", found: "nothing that can be read", expected: "a cart as JSON")])
    }
    let reader = try JSONReader.document(data, named: name)
    let cart = reader.cart(in: network)
    try reader.log.faults.throwIfAny(name)
    guard let cart else { preconditionFailure("a part of the cart is missing, but no fault was noted") }
    self = cart
  }
}

extension JSONReader {
  fileprivate func cart(in network: Network) -> Cart? {
    let id: ID<Order>? = self["cart"].id()
    let customer: ID<Customer>? = self["customer"].isAbsent ? "" : self["customer"].id()
    let channel =
      self["channel"].isAbsent
      ? Channel.web : self["channel"].parsed("one of \(Scenario.names(Channel.self))", Channel.init)
    let lines = self["lines"].elements.compactMap { $0.line(in: network) }
    if case .array(let all) = self["lines"].value, all.isEmpty { self["lines"].fault("at least one line") }
    let address = address()
    let pickups = pickups(in: network, hasAddress: address != nil)
    let slots = slots(hasAddress: address != nil)
    let complete = self["shipsComplete"].isAbsent ? true : self["shipsComplete"].bool()
    let substitutes = self["substitutes"].isAbsent ? false : self["substitutes"].bool()
    refuseOthers()
    guard let id, let customer, let channel, let pickups, let slots, let complete, let substitutes else { return nil }
    return Cart(
      id: id, customer: customer, channel: channel, lines: lines, address: address, pickups: pickups, slots: slots,
      shipsComplete: complete, allowsSubstitutes: substitutes)
  }

  private func line(in network: Network) -> OrderLine? {
    let sku: SKU? = self["sku"].id()
    let quantity = self["quantity"].integer(1...1_000_000)
    refuseOthers()
    guard let sku, let quantity else { return nil }
    if network.product(sku) == nil { self["sku"].fault("a product of the network") }
    return OrderLine(sku, quantity: quantity)
  }

  private func address() -> Coordinate? {
    let (latitude, longitude) = (self["latitude"], self["longitude"])
    guard !latitude.isAbsent || !longitude.isAbsent else { return nil }
    guard let north = latitude.number(), let east = longitude.number() else { return nil }
    let point = Coordinate(latitude: north, longitude: east)
    if point == nil { log.add(at: path, found: "latitude \(north), longitude \(east)", expected: "a point on the earth") }
    return point
  }

  private func slots(hasAddress: Bool) -> Cart.Slots? {
    let slots = self["slots"]
    switch slots.value {
    case nil, .null: return Cart.Slots.none
    case .integer:
      if !hasAddress { slots.fault("none, where there is no address to come to") }
      return slots.integer(0...100).map { .soonest($0) }
    default:
      return .at(
        slots.elements.compactMap { reader in
          let (opens, closes) = (reader["from"].moment(), reader["until"].moment())
          reader.refuseOthers()
          guard let opens, let closes else { return nil }
          let window = TimeWindow(opens: opens, closes: closes)
          if window == nil { reader.fault("a slot that ends after it begins") }
          return window
        })
    }
  }

  private func pickups(in network: Network, hasAddress: Bool) -> Cart.Pickups? {
    let pickups = self["pickups"]
    switch pickups.value {
    case nil, .null:
      if !hasAddress { log.add(at: path, found: "neither an address nor pickups", expected: "one of them") }
      return Cart.Pickups.none
    case .integer:
      if !hasAddress { pickups.fault("the names of stores, where there is no address to be near to") }
      return pickups.integer(0...1000).map { .nearest($0) }
    default:
      return .at(
        pickups.elements.compactMap { reader in
          guard let node: ID<Node> = reader.id() else { return nil }
          if !network.hasPickup(at: node) { reader.fault("a node at which customers can pick up") }
          return node
        })
    }
  }
}
