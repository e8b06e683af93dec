import LastMile
import Logistics
import Promising
import Sourcing
import Travel

extension JSONReader {
  /// The network of a scenario document, with products from elsewhere.
  ///
  /// - Throws: `InvalidInput` with every fault of the document.
  func network(products: Scenario.Products, named name: String) throws(InvalidInput) -> Network {
    let zone = self["zone"].parsed("a zone of the IANA database, as America/Santiago", Zone.init)
    let currency = self["currency"].parsed("a code of three capital letters, as CLP", Currency.init)
    let country = self["country"].parsed("one of \(Holidays.knownCountries.joined(separator: ", "))") { code in
      Holidays.knownCountries.contains(code) ? code : nil
    }
    let title = self["name"].string()
    _ = self["date"].parsed("a date like 2026-12-09", LocalDate.init)
    let context = NetworkContext(zone: zone ?? .utc, holidays: country.flatMap { Holidays(country: $0) })
    let streets = self["streets"].streets()
    let bands = self["bands"].elements.compactMap { $0.band() }
    let nodes = self["nodes"].elements.map { $0.node(context) }
    let (sites, lockers) = (nodes.compactMap { $0?.site }, nodes.compactMap { $0?.locker })
    let services = self["services"].elements.compactMap { $0.service(context) }
    let fleet = self["vehicles"].elements.compactMap { $0.vehicle() }
    let prices = self["prices"].prices()
    let stop = self["stop"].stopTimes()
    let rules = self["rules"].isAbsent ? [] : self["rules"].elements.compactMap { $0.rule() }
    let substitutes = self["substitutes"].substitutes()
    refuseOthers()
    try log.faults.throwIfAny(name)
    guard let zone, let currency, let country, let title, let streets, let prices, let stop else {
      preconditionFailure("a part of the network is missing, but no fault was noted")
    }
    do {
      return try Network(
        name: title, country: country, zone: zone, currency: currency, streets: streets, bands: bands, sites: sites,
        services: services, fleet: fleet,
        products: products.list.map {
          Product(id: $0.sku, name: $0.name, weight: $0.weight, volume: $0.volume, price: Money($0.price, currency))
        }, skills: products.skills, prices: prices, stop: stop, rules: rules, substitutes: substitutes,
        lockers: lockers)
    } catch {
      // Nodes and lockers stand in one list there.
      let places = (nodes.indices.filter { nodes[$0]?.site != nil }, nodes.indices.filter { nodes[$0]?.locker != nil })
      throw InvalidInput(name, error.faults.map { $0.amongNodes(places.0, places.1) }, advice: error.advice)
    }
  }

  private enum SiteOrLocker {
    case site(Site)
    case locker(Locker)

    var site: Site? { if case .site(let site) = self { site } else { nil } }
    var locker: Locker? { if case .locker(let locker) = self { locker } else { nil } }
  }

  private func node(_ context: NetworkContext) -> SiteOrLocker? {
    if case .string("locker") = self["kind"].value { return locker(context.holidays).map { .locker($0) } }
    return site(context).map { .site($0) }
  }

  private struct NetworkContext {
    let zone: Zone
    let holidays: Holidays?
  }

  private func money(_ most: Int = 1_000_000_000) -> MinorUnits? { integer(0...most).map { MinorUnits($0) } }

  private func streets() -> StreetModel? {
    let factor = self["streetMetresPerKilometre"].integer(1000...10_000)
    let speed = self["metresPerHour"].integer(1000...200_000)
    let approach = self["approach"].integer(0...3600)
    refuseOthers()
    guard let factor, let speed, let approach else { return nil }
    return StreetModel(streetMetresPerKilometre: factor, metresPerHour: speed, approach: .seconds(approach))
  }

  private func band() -> Band? {
    let id: ID<TransitZone>? = self["id"].id()
    let upTo = self["upTo"].isAbsent ? nil : self["upTo"].integer(0...100_000_000)
    refuseOthers()
    return id.map { Band(id: $0, upTo: upTo.map { Distance($0) }) }
  }

  private func prices() -> Prices? {
    let late = self["latePerDay"].money()
    let unserved = self["unservedStop"].money()
    let unfilled = self["unfilledUnit"].money()
    refuseOthers()
    guard let late, let unserved, let unfilled else { return nil }
    return Prices(latePerDay: late, unservedStop: unserved, unfilledUnit: unfilled)
  }

  private func stopTimes() -> StopTimes? {
    let stop = self["perStop"].integer(0...86_400)
    let parcel = self["perParcel"].integer(0...86_400)
    refuseOthers()
    guard let stop, let parcel else { return nil }
    return StopTimes(perStop: .seconds(stop), perParcel: .seconds(parcel))
  }

  func hours() -> OpeningHours? { parsed("hours like 08:00-22:00", OpeningHours.init) }

  private func weekday() -> Weekday? {
    parsed("one of mon, tue, wed, thu, fri, sat, sun", Weekday.init(abbreviation:))
  }

  /// Members named by weekdays.
  func byWeekday<Value>(_ read: (JSONReader) -> Value?) -> [Weekday: Value] {
    var days: [Weekday: Value] = [:]
    for (key, value) in members {
      guard let day = Weekday(abbreviation: key) else {
        log.add(at: value.path, found: "the key \(key)", expected: "mon, tue, wed, thu, fri, sat or sun")
        continue
      }
      if let read = read(value) { days[day] = read }
    }
    return days
  }

  private func site(_ context: NetworkContext) -> Site? {
    let id: ID<Node>? = self["id"].id()
    let name = self["name"].string()
    let kind = self["kind"].parsed("one of \(Scenario.names(Node.Kind.self))", Node.Kind.init)
    let latitude = self["latitude"].number()
    let longitude = self["longitude"].number()
    let hours = self["hours"].byWeekday { day in day.elements.compactMap { $0.hours() } }
    let closed = self["closedOnHolidays"].bool()
    let cutOffs = self["cutOff"].byWeekday { $0.parsed("a time of day like 18:00", LocalTime.init) }
    let preparation = self["preparation"].integer(0...31_536_000)
    let pace = self["parcelsPerHour"].isAbsent ? nil : self["parcelsPerHour"].integer(1...1_000_000)
    let perParcel = self["handlingPerParcel"].money()
    let perUnit = self["handlingPerUnit"].money()
    let hub = self["hub"].isAbsent ? nil : self["hub"].hubWork()
    let limit = self["parcelLimit"].isAbsent ? nil : self["parcelLimit"].integer(0...1_000_000_000)
    refuseOthers()
    guard let id, let name, let kind, let latitude, let longitude, let closed, let preparation, let perParcel, let perUnit
    else { return nil }
    guard let coordinate = Coordinate(latitude: latitude, longitude: longitude) else {
      log.add(at: path, found: "latitude \(latitude), longitude \(longitude)", expected: "a point on the earth")
      return nil
    }
    do {
      let work = try WorkingCalendar(hours: hours, holidays: closed ? context.holidays : nil)
      let schedule = try NodeSchedule(
        node: id, name: name, zone: context.zone, work: work, cutOffs: cutOffs, preparationTime: .seconds(preparation),
        parcelsPerHour: pace)
      return Site(
        node: Node(id: id, name: name, kind: kind, coordinate: coordinate), schedule: schedule,
        pickupHours: kind == .store ? work : nil, handlingPerParcel: perParcel, handlingPerUnit: perUnit, parcelLimit: limit,
        hub: hub)
    } catch {
      adopt(error)
      return nil
    }
  }

  private func hubWork() -> HubWork? {
    let perParcel = self["handlingPerParcel"].money()
    let perUnit = self["handlingPerUnit"].money()
    refuseOthers()
    guard let perParcel, let perUnit else { return nil }
    return HubWork(handlingPerParcel: perParcel, handlingPerUnit: perUnit)
  }

  private func service(_ context: NetworkContext) -> ShippingService? {
    let id: ID<DeliveryService>? = self["id"].id()
    let role = self["kind"].parsed("one of \(Scenario.names(ShippingService.Role.self))", ShippingService.Role.init)
    let nodes = self["nodes"].elements.compactMap { node -> ID<Node>? in node.id() }
    let days = self["days"].elements.compactMap { $0.weekday() }
    let closed = self["closedOnHolidays"].bool()
    let departs = self["departs"].isAbsent ? nil : self["departs"].parsed("a time of day like 08:00", LocalTime.init)
    let collections = self["collections"].isAbsent ? [:] : self["collections"].collections(of: nodes)
    let window = self["window"].isAbsent ? nil : self["window"].hours()
    let slots = self["slots"].isAbsent ? [] : self["slots"].elements.compactMap { $0.hours() }
    let transit = self["transitDays"].members.compactMap { key, value in
      value.integer(0...365).map { (ID<TransitZone>(key), Transit(days: $0)) }
    }
    let extra = self["extraPerKilogram"].money()
    let divisor = self["volumetricDivisor"].integer(1...1_000_000)
    let rates = self["tariff"].members.compactMap { key, value -> (String, FreightRate)? in
      guard let extra, let divisor, let rate = value.rate(extra, divisor) else { return nil }
      return (key, rate)
    }
    refuseOthers()
    guard let id, let role, let closed else { return nil }
    let tariff = FreightTariff(zones: Dictionary(rates, uniquingKeysWith: { first, _ in first }))
    guard role != .storePickup else {
      return ShippingService(id: id, role: role, nodes: Set(nodes), delivery: nil, tariff: tariff, slots: slots)
    }
    do {
      let calendar = WorkingCalendar(wholeDays: Set(days), holidays: closed ? context.holidays : nil)
      let delivery = try DeliveryService(
        id: id, kind: role == .carrier ? .carrier : .ownVan, calendar: calendar, deliveryWeekdays: Set(days),
        transit: Dictionary(transit, uniquingKeysWith: { first, _ in first }), departureCut: departs, collections: collections,
        window: window)
      return ShippingService(id: id, role: role, nodes: Set(nodes), delivery: delivery, tariff: tariff, slots: slots)
    } catch {
      adopt(error)
      return nil
    }
  }

  /// When a service collects, row by row for some of its nodes each; `null` stands for all nodes that no other row names.
  private func collections(of nodes: [ID<Node>]) -> [ID<Node>: [Weekday: [LocalTime]]] {
    var collections: [ID<Node>: [Weekday: [LocalTime]]] = [:]
    var others: [Weekday: [LocalTime]]?
    for row in elements {
      let places = row["nodes"].isAbsent ? nil : row["nodes"].elements
      let times = row["times"].byWeekday { $0.elements.compactMap { $0.collection() } }
      row.refuseOthers()
      guard times.values.contains(where: { !$0.isEmpty }) else {
        log.add(at: "\(row.path).times", found: "no time", expected: "at least one time of the week")
        continue
      }
      guard let places else {
        if others != nil { row["nodes"].fault("the names of nodes, as an earlier row is for all others") }
        others = times
        continue
      }
      for place in places {
        guard let node: ID<Node> = place.id() else { continue }
        if !nodes.contains(node) || collections.updateValue(times, forKey: node) != nil {
          place.fault("a node of the service, in one row alone")
        }
      }
    }
    if let others { collections.merge(nodes.map { ($0, others) }) { own, _ in own } }
    return collections
  }

  private func collection() -> LocalTime? {
    parsed("a time of day like 11:00, before 24:00") { text in LocalTime(text).flatMap { $0 < .endOfDay ? $0 : nil } }
  }

  /// A rate as rows of `[grams, price]`.
  private func rate(_ extra: MinorUnits, _ divisor: Int) -> FreightRate? {
    let brackets = elements.compactMap { row -> FreightRate.Bracket? in
      let pair = row.elements
      guard pair.count == 2 else {
        row.fault("a pair of grams and a price")
        return nil
      }
      guard let grams = pair[0].integer(1...Weight.limit), let price = pair[1].money() else { return nil }
      return FreightRate.Bracket(upTo: .grams(grams), price: price)
    }
    do {
      return try FreightRate(
        brackets: brackets, beyond: .step(every: .kilograms(1), price: extra), cubicCentimetresPerKilogram: divisor)
    } catch {
      adopt(error)
      return nil
    }
  }

  private func vehicle() -> FleetVehicle? {
    let id: ID<FleetVehicle>? = self["id"].id()
    let model = self["type"].string()
    let node: ID<Node>? = self["node"].id()
    let capacity = self["capacity"]
    let weight = capacity["weight"].integer(1...Weight.limit)
    let volume = capacity["volume"].integer(1...Volume.limit)
    let parcels = capacity["parcels"].integer(1...1_000_000)
    capacity.refuseOthers()
    let shift = self["shift"].hours()
    let skills = self["skills"].elements.compactMap { skill -> Skill? in skill.id() }
    let fixed = self["fixedCost"].money()
    let kilometre = self["costPerKilometre"].money()
    let hour = self["costPerHour"].money()
    let stops = self["stopsPerShift"].integer(0...1_000_000)
    let longest = self["maximumDistance"].isAbsent ? nil : self["maximumDistance"].integer(0...10_000_000)
    refuseOthers()
    guard let id, let model, let node, let weight, let volume, let parcels, let shift, let fixed, let kilometre, let hour,
      let stops
    else {
      return nil
    }
    return FleetVehicle(
      id: id, model: model, node: node, weight: Weight(weight), volume: Volume(volume), parcels: parcels, shift: shift,
      skills: Set(skills), fixedCost: fixed, costPerKilometre: kilometre, costPerHour: hour, stops: stops,
      maximumDistance: longest.map { Distance($0) })
  }

  /// Takes over the faults of a value that refused to be made, below this place.
  func adopt(_ error: InvalidInput) {
    for fault in error.faults {
      let place = fault.place.hasPrefix("$") ? String(fault.place.dropFirst()) : ".\(fault.place)"
      log.add(at: path + place, found: fault.found, expected: fault.expected)
    }
  }
}
