import Logistics
import Promising
import Sourcing

extension Network {
  func validate() throws(InvalidInput) {
    var faults = FaultList()
    checkUnique(sites.map(\.node.id), "nodes", &faults)
    check(lockers, &faults)
    checkUnique(services.map(\.id), "services", &faults)
    checkUnique(fleet.map(\.id), "vehicles", &faults)
    checkUnique(products.map(\.id), "products", &faults)
    checkUnique(bands.map(\.id), "bands", &faults)
    faults.check(!sites.isEmpty, at: "$.nodes", found: "none", expected: "at least one")
    for (index, pair) in zip(bands, bands.dropFirst()).enumerated() {
      let grows = pair.0.upTo.map { first in pair.1.upTo.map { $0 > first } ?? true } ?? false
      faults.check(
        grows, at: "$.bands[\(index + 1)].upTo", found: pair.1.upTo?.description ?? "no limit",
        expected: "farther than the band before")
    }
    for (index, site) in sites.enumerated() {
      let path = "$.nodes[\(index)]"
      faults.check(site.node.kind != .locker, at: "\(path).kind", found: "locker", expected: "a node that ships")
      checkAmount(site.handlingPerParcel, "\(path).handlingPerParcel", &faults)
      checkAmount(site.handlingPerUnit, "\(path).handlingPerUnit", &faults)
      if let hub = site.hub {
        checkAmount(hub.handlingPerParcel, "\(path).hub.handlingPerParcel", &faults)
        checkAmount(hub.handlingPerUnit, "\(path).hub.handlingPerUnit", &faults)
      }
      faults.check(
        (site.parcelLimit ?? 0) >= 0, at: "\(path).parcelLimit", found: "\(site.parcelLimit ?? 0)", expected: "0 or more")
    }
    for (index, service) in services.enumerated() {
      for node in service.nodes.sorted() where site(node) == nil {
        faults.add(at: "$.services[\(index)].nodes", found: "\(node)", expected: shippingNode(node))
      }
      for node in (service.delivery?.collections.keys).map({ $0.sorted() }) ?? [] where !service.nodes.contains(node) {
        faults.add(at: "$.services[\(index)].collections", found: "\(node)", expected: "a node of the service")
      }
      for band in service.tariff.zones.keys.sorted() where !bands.contains(where: { $0.id.text == band }) {
        faults.add(at: "$.services[\(index)].tariff.\(band)", found: "no such band", expected: "one of $.bands")
      }
    }
    for (index, service) in services.enumerated() { check(service, "$.services[\(index)]", &faults) }
    for (index, vehicle) in fleet.enumerated() { check(vehicle, "$.vehicles[\(index)]", &faults) }
    for (index, product) in products.enumerated() {
      // A thousand tonnes or cubic metres: a million units on each of a thousand lines still add up.
      let most = 0...1_000_000_000
      checkRange(product.weight.grams, most, "$.products[\(index)].weight", &faults)
      checkRange(product.volume.cubicCentimetres, most, "$.products[\(index)].volume", &faults)
      checkRange(product.price.amount, most, "$.products[\(index)].price", &faults)
    }
    checkAmount(prices.latePerDay, "$.prices.latePerDay", &faults)
    checkAmount(prices.unservedStop, "$.prices.unservedStop", &faults)
    checkAmount(prices.unfilledUnit, "$.prices.unfilledUnit", &faults)
    let door = 0...86_400
    checkRange(stop.perStop.seconds, door, "$.stop.perStop", &faults)
    checkRange(stop.perParcel.seconds, door, "$.stop.perParcel", &faults)
    EligibilityRules.check(rules.rules, &faults)
    for (index, rule) in rules.rules.enumerated() { check(rule, "$.rules[\(index)]", &faults) }
    for (sku, list) in substitutes.sorted(by: { $0.key < $1.key }) { check(list, of: sku, &faults) }
    try faults.throwIfAny("network")
  }

  private func check(_ service: ShippingService, _ path: String, _ faults: inout FaultList) {
    for (index, slot) in service.slots.enumerated() {
      let (found, place) = ("\(slot.from)-\(slot.until)", "\(path).slots[\(index)]")
      faults.check(service.role == .ownVan, at: place, found: found, expected: "none: only the house's own vehicles have slots")
      if let hours = service.delivery?.window {
        faults.check(
          hours.from <= slot.from && slot.until <= hours.until, at: place, found: found,
          expected: "within the hours of delivery, \(hours.from)-\(hours.until)")
      }
      faults.check(!service.slots[..<index].contains(slot), at: place, found: found, expected: "a slot named once")
    }
  }

  private func check(_ substitutes: [ProductSubstitute], of sku: SKU, _ faults: inout FaultList) {
    let path = "$.substitutes.\(sku)"
    faults.check(product(sku) != nil, at: path, found: "\(sku)", expected: "a product of the network")
    for (index, one) in substitutes.enumerated() {
      faults.check(
        product(one.sku) != nil && one.sku != sku && !substitutes[..<index].contains { $0.sku == one.sku },
        at: "\(path)[\(index)].sku", found: "\(one.sku)", expected: "another product of the network, named once")
      checkAmount(one.goodwill, "\(path)[\(index)].goodwill", &faults)
    }
  }

  private func check(_ rule: EligibilityRule, _ path: String, _ faults: inout FaultList) {
    for node in (rule.nodes ?? []).sorted() where site(node) == nil {
      faults.add(at: "\(path).nodes", found: "\(node)", expected: "a node of the network")
    }
    let (goods, key): (GoodsSelection, String) =
      switch rule.condition {
      case .without(let goods): (goods, "without")
      case .only(let goods): (goods, "only")
      case .channels, .upTo, .readyWithin, .closed: (GoodsSelection(), "")
      }
    for sku in goods.skus.sorted() where product(sku) == nil {
      faults.add(at: "\(path).\(key).skus", found: "\(sku)", expected: "a product of the network")
    }
    for skill in goods.skills.sorted() where !skills.values.contains(where: { $0.contains(skill) }) {
      faults.add(at: "\(path).\(key).skills", found: "\(skill)", expected: "a skill that some product needs")
    }
  }

  private func check(_ vehicle: FleetVehicle, _ path: String, _ faults: inout FaultList) {
    faults.check(
      site(vehicle.node) != nil, at: "\(path).node", found: "\(vehicle.node)", expected: shippingNode(vehicle.node))
    let room = 1...Weight.limit
    checkRange(vehicle.weight.grams, room, "\(path).capacity.weight", &faults)
    checkRange(vehicle.volume.cubicCentimetres, room, "\(path).capacity.volume", &faults)
    checkRange(vehicle.parcels, 1...1_000_000, "\(path).capacity.parcels", &faults)
    checkRange(vehicle.stops, 0...1_000_000, "\(path).stopsPerShift", &faults)
    checkAmount(vehicle.fixedCost, "\(path).fixedCost", &faults)
    checkRange(vehicle.costPerKilometre.count, 0...1_000_000, "\(path).costPerKilometre", &faults)
    checkRange(vehicle.costPerHour.count, 0...10_000_000, "\(path).costPerHour", &faults)
    if let longest = vehicle.maximumDistance {
      checkRange(longest.metres, 0...10_000_000, "\(path).maximumDistance", &faults)
    }
  }

  /// Ten million of the major unit at most: a thousand such stops stay within an `Int` at the resolution of the objective.
  private func checkAmount(_ amount: MinorUnits, _ path: String, _ faults: inout FaultList) {
    checkRange(amount.count, 0...10_000_000, path, &faults)
  }

  private func checkRange(_ value: Int, _ range: ClosedRange<Int>, _ path: String, _ faults: inout FaultList) {
    faults.check(range.contains(value), at: path, found: "\(value)", expected: "\(range.lowerBound) to \(range.upperBound)")
  }

  private func checkUnique<Subject>(_ names: [ID<Subject>], _ list: String, _ faults: inout FaultList) {
    var seen: [ID<Subject>: Int] = [:]
    for (index, name) in names.enumerated() {
      if let first = seen[name] {
        faults.add(at: "$.\(list)[\(index)].id", found: "\(name), as at $.\(list)[\(first)]", expected: "a name given once")
      } else {
        seen[name] = index
      }
    }
  }
}
