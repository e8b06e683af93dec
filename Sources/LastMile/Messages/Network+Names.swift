import Logistics
import Promising

extension Network {
  /// Lines by the names of their products, each once, in their order. What has no name, as what a kit is made of, is left out.
  func named(_ lines: [OrderLine]) -> [ProductUnits] {
    var units: [SKU: Int] = [:]
    var order: [Product] = []
    for line in lines {
      guard let product = product(line.sku) else { continue }
      if units[line.sku] == nil { order.append(product) }
      units[line.sku, default: 0] += line.quantity
    }
    return order.map { ProductUnits($0.name, quantity: units[$0.id] ?? 0) }
  }

  /// Where a customer gets some parcels of an order.
  func handover(of order: Order, _ parcels: [OfferedParcel]) -> HandoverPlace {
    switch order.fulfilment {
    case .delivery: .door
    case .pickup(let place):
      locker(place).map { .locker($0.node.name, until: parcels.compactMap(\.stay?.through).min()) }
        // An order is taken for no other stores than those of the network.
        ?? .store(site(place)?.node.name ?? place.text)
    }
  }

  /// A window as hours of a day; `nil` if there is none, or nothing of it on that day.
  func hours(of window: TimeWindow?, on day: LocalDate) -> OpeningHours? {
    guard let window else { return nil }
    let (first, last) = (zone.date(at: window.opens), zone.date(at: window.closes))
    guard first <= day, day <= last else { return nil }
    return OpeningHours(
      from: first < day ? .midnight : zone.time(at: window.opens),
      until: day < last ? .endOfDay : zone.time(at: window.closes))
  }

  /// Why nobody works on a day, with the names of a holiday.
  func cause(of closure: Closure, on day: LocalDate) -> ClosingCause {
    guard case .holiday(let name) = closure else { return .usual }
    var names: [Language: String] = [.en: name]
    if let language = Language(country: country), language != .en,
      let holiday = Holidays(country: country)?.holiday(on: day), holiday.name == name
    {
      names[language] = holiday.localName
    }
    return .holiday(names)
  }
}

extension Language {
  /// The language of a country's own names of its holidays; `nil` if it is none of these.
  fileprivate init?(country: String) {
    switch country {
    case "AR", "CL", "CO", "EC", "ES", "MX", "PE", "UY": self = .es
    case "BR", "PT": self = .pt
    case "GB", "US": self = .en
    default: return nil
    }
  }
}
