import Inventory
import Logistics

extension ReturnAction {
  /// Whether the limits of the shop are asked about it.
  var asksForReview: Bool {
    switch self {
    case .request, .reopen: true
    default: false
    }
  }

  /// Everything that is wrong with it whatever the state of the case.
  var faults: [Fault] {
    var faults = FaultList()
    switch self {
    case .request(let items):
      faults.check(!items.isEmpty, at: "items", found: "none", expected: "at least one")
      for (index, item) in items.enumerated() where item.origin == nil {
        faults.add(at: "items[\(index)].origin", found: "none", expected: "the line of an order")
      }
    case .arrive(let items):
      faults.check(!items.isEmpty, at: "items", found: "none", expected: "at least one")
    case .authorise(let parts, let authorisation):
      check(parts, &faults)
      if let handOverBy = authorisation.handOverBy, let goodsBy = authorisation.goodsBy {
        faults.check(
          handOverBy <= goodsBy, at: "authorisation.goodsBy", found: "\(goodsBy)",
          expected: "not before handOverBy, \(handOverBy)")
      }
    default: check(parts, &faults)
    }
    return faults.faults
  }

  private func check(_ parts: [ReturnPart], _ faults: inout FaultList) {
    faults.check(!parts.isEmpty, at: "parts", found: "none", expected: "at least one")
    var named: Set<Int> = []
    let needsAmount = moneyUse
    for (index, part) in parts.enumerated() {
      let place = "parts[\(index)]"
      faults.check(named.insert(part.lot).inserted, at: place, found: "lot \(part.lot) again", expected: "each lot once")
      if let quantity = part.quantity {
        faults.check(quantity >= 1, at: place + ".quantity", found: "\(quantity)", expected: "at least 1")
        faults.check(
          part.serials.isEmpty || part.serials.count == quantity, at: place + ".serials", found: "\(part.serials.count)",
          expected: "one for each of \(quantity) units")
      }
      for (name, serials) in [("serials", part.serials), ("told", part.told)] where !serials.isEmpty {
        faults.check(
          Set(serials).count == serials.count, at: "\(place).\(name)", found: "the same twice", expected: "each once")
      }
      faults.check(
        part.told.isEmpty || mayTell, at: place + ".told", found: "\(part.told.count)", expected: "none with this step")
      switch (needsAmount, part.amount) {
      case (.needed, nil): faults.add(at: place + ".amount", found: "none", expected: "an amount")
      case (.none, .some(let money)): faults.add(at: place + ".amount", found: "\(money)", expected: "none with this step")
      case (_, .some(let money)):
        faults.check(
          (0...1_000_000_000_000).contains(money.amount), at: place + ".amount", found: "\(money)",
          expected: "0 to 10^12 minor units")
      default: break
      }
    }
  }

  private var mayTell: Bool {
    switch self {
    case .identify, .setApart, .deliver: true
    case .inspect(_, let inspection): inspection.verdict == .setApart
    default: false
    }
  }

  private enum MoneyUse {
    case none, possible, needed
  }

  private var moneyUse: MoneyUse {
    switch self {
    case .pay, .charge: .needed
    case .order(_, _, let payer): payer == nil ? .none : .needed
    case .fail, .settle: .possible
    default: .none
    }
  }
}
