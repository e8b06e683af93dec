public import Foundation
public import Logistics
public import Returns

/// A case of `lastmile returns`: an item that was bought, the law that holds, and what the shop grants by itself.
public struct PurchaseFile: Hashable, Sendable {
  public let purchase: Purchase
  public let policy: ShopPolicy
  public let law: CountryLaw

  /// Reads a case, as docs/formats.md describes it.
  ///
  /// - Parameter laws: the laws that are known.
  /// - Throws: `InvalidInput` with everything that is wrong, each with its JSON path.
  public init(contentsOf file: URL, laws: LawBook = .known) throws(InvalidInput) {
    let name = file.relativePath
    let reader = try JSONReader.document(Data(try SourceText.read(file)), named: name)
    let law = reader.law(of: laws)
    let purchase = reader.purchase(zone: law?.zone ?? .utc)
    let policy = reader["policy"].isAbsent ? ShopPolicy() : ShopPolicy(reader["policy"].elements.compactMap { $0.shopRule() })
    reader.refuseOthers()
    try reader.log.faults.throwIfAny(name, advice: "docs/formats.md shows a case, docs/returns.md tells what its keys mean.")
    guard let law, let purchase else { preconditionFailure("a part of the case is missing, but no fault was noted") }
    self.law = law
    self.purchase = purchase
    self.policy = policy
  }
}

extension JSONReader {
  fileprivate func law(of laws: LawBook) -> CountryLaw? {
    self["country"].parsed("one of \(laws.countries.joined(separator: ", "))") { laws[$0 == "UK" ? "GB" : $0] }
  }

  fileprivate func purchase(zone: Zone) -> Purchase? {
    // For people and other systems; they change nothing.
    for key in ["id", "order", "customer", "currency", "note"] { _ = self[key] }
    let (setting, channel) = setting()
    let contract = self["contract"].moment()
    let delivered = self["delivered"].isAbsent ? nil : self["delivered"].moment()
    let orderDelivered = self["orderDelivered"].isAbsent ? nil : self["orderDelivered"].moment()
    if let delivered, let orderDelivered, orderDelivered < delivered, self["periodic"].value?.isTrue != true {
      self["orderDelivered"].fault("a moment that is not before delivered, or periodic: true")
    }
    if !self["periodic"].isAbsent { _ = self["periodic"].bool() }
    let informed = self["informed"].isAbsent ? true : self["informed"].bool()
    let item = self["item"]
    let condition =
      item["condition"].isAbsent
      ? Purchase.Condition.new : item["condition"].oneOf(Purchase.Condition.self)
    let traits = item.traits()
    for key in ["sku", "name", "serial"] { _ = item[key] }
    if !item["price"].isAbsent, let price = item["price"].number(), price < 0 { item["price"].fault("a price of zero or more") }
    if !item["quantity"].isAbsent { _ = item["quantity"].integer(1...1_000_000) }
    let category = item["category"].isAbsent ? "" : item["category"].string()
    if item.isAbsent { item.fault("an object") } else { item.refuseOthers() }
    let months = self["commercialWarrantyMonths"].isAbsent ? 0 : self["commercialWarrantyMonths"].integer(0...1200)
    let remedies =
      self["commercialWarrantyRemedies"].isAbsent
      ? [Remedy.repair, .replacement] : self["commercialWarrantyRemedies"].elements.compactMap { $0.oneOf(Remedy.self) }
    let repairs = self["repairs"].isAbsent ? [] : self["repairs"].elements.compactMap { $0.repair(zone) }
    let replacements = self["replacements"].isAbsent ? [] : self["replacements"].elements.compactMap { $0.day(zone) }
    if let delivered {
      let first = zone.date(at: delivered)
      for (index, repair) in repairs.enumerated() where repair.from < first {
        log.add(at: "\(path).repairs[\(index)].from", found: "\(repair.from)", expected: "a day after the delivery on \(first)")
      }
    }
    let defect = self["defect"].isAbsent ? nil : self["defect"].defect(zone)
    let membership = self["membership"].isAbsent ? nil : self["membership"].string()
    guard let setting, let contract, let informed, let condition, let traits, let category, let months else { return nil }
    return Purchase(
      country: "", setting: setting, channel: channel, contract: contract, delivered: delivered, orderDelivered: orderDelivered,
      isInformed: informed, category: category, condition: condition, traits: traits, warrantyMonths: months,
      warrantyRemedies: remedies, repairs: repairs, replacements: replacements, defect: defect, membership: membership)
  }

  /// How the contract came about. A visit at the door is no channel of the shop's stock, but the law knows it.
  private func setting() -> (SalesSetting?, Channel?) {
    let names = Channel.allCases.map(\.rawValue) + ["visit"]
    guard
      let name = self["channel"].parsed("one of \(names.joined(separator: ", "))", { names.contains($0) ? $0 : nil })
    else { return (nil, nil) }
    guard let channel = Channel(rawValue: name) else { return (.awayFromPremises, nil) }
    return (SalesSetting(channel), channel)
  }

  private func traits() -> Set<ItemTrait>? {
    var traits: Set<ItemTrait> = self["durable"].isAbsent ? [.durable] : []
    for trait in ItemTrait.allCases where !self[trait.rawValue].isAbsent {
      if self[trait.rawValue].bool() == true { traits.insert(trait) }
    }
    return traits
  }

  private func repair(_ zone: Zone) -> Purchase.Repair? {
    let from = self["from"].day(zone)
    let to = self["to"].isAbsent ? nil : self["to"].day(zone)
    refuseOthers()
    guard let from else { return nil }
    if let to, to < from { self["to"].fault("a day that is not before \(from)") }
    return Purchase.Repair(from: from, to: to)
  }

  private func defect(_ zone: Zone) -> Purchase.Defect? {
    let discovered = self["discovered"].day(zone)
    let hidden = self["hidden"].isAbsent ? false : self["hidden"].bool()
    let reported = self["reported"].isAbsent ? nil : self["reported"].day(zone)
    refuseOthers()
    guard let discovered, let hidden else { return nil }
    return Purchase.Defect(discovered: discovered, isHidden: hidden, reported: reported)
  }

  fileprivate func shopRule() -> ShopPolicy.Rule? {
    let name = self["name"].string()
    var rule = ShopPolicy.Rule(name: name ?? "")
    if !self["channels"].isAbsent { rule.channels = Set(self["channels"].elements.compactMap { $0.oneOf(Channel.self) }) }
    if !self["categories"].isAbsent { rule.categories = Set(self["categories"].elements.compactMap { $0.string() }) }
    if !self["memberships"].isAbsent { rule.memberships = Set(self["memberships"].elements.compactMap { $0.string() }) }
    rule.contracted = Validity(
      since: self["since"].isAbsent ? nil : self["since"].date(), through: self["through"].isAbsent ? nil : self["through"].date()
    )
    if !self["returnDays"].isAbsent { rule.returnDays = self["returnDays"].integer(0...100_000) }
    if !self["returnUntil"].isAbsent { rule.returnUntil = self["returnUntil"].date() }
    if !self["excludes"].isAbsent { rule.excludes = Set(self["excludes"].elements.compactMap { $0.oneOf(ItemTrait.self) }) }
    if !self["returnFreight"].isAbsent { rule.returnFreight = self["returnFreight"].oneOf(FreightPayer.self) ?? .unstated }
    if !self["remedies"].isAbsent { rule.remedies = self["remedies"].elements.compactMap { $0.oneOf(Remedy.self) } }
    if !self["warrantyMonths"].isAbsent { rule.warrantyMonths = self["warrantyMonths"].integer(0...1200) }
    refuseOthers()
    return name == nil ? nil : rule
  }
}
