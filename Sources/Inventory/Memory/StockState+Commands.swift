import Logistics

extension StockState {
  /// Obeys a command once, and answers it so ever after.
  mutating func perform(_ command: StockCommand, at now: Instant) throws(InvalidInput) -> StockAnswer {
    pass(to: now)
    guard let request = command.request else { return try obey(command, at: now) }
    if let earlier = earlierAnswer(to: request) {
      return earlier.command == command ? earlier.answer : command.differentRequest
    }
    let answer = try obey(command, at: now)
    remember(request, command, answer)
    return answer
  }

  private mutating func obey(_ command: StockCommand, at now: Instant) throws(InvalidInput) -> StockAnswer {
    switch command {
    case .hold(let request): return .hold(try hold(request, at: now))
    case .confirm(let id, let order): return .change(confirm(id, for: order, at: now))
    case .release(let id): return .change(release(id, at: now))
    case .extend(let id, let until): return .change(try extend(id, until: until, at: now))
    case .extendAll(let owner, let until): return .holds(try extendAll(of: owner, until: until, at: now))
    case .amend(let id, let allocations, _): return .change(try amend(id, to: allocations, at: now))
    case .reallocate(let id, let giving, let taking, _):
      return .change(try reallocate(id, giving: giving, taking: taking, at: now))
    case .move(let id, let channel, _): return .change(move(id, to: channel, at: now))
    case .ship(let units, let id, _): return .shipment(try ship(units, of: id, at: now))
    case .receive(let units, let arrival, let reference, _):
      defer { outdateLots() }
      return .move(try receive(units, as: arrival, reference: reference, at: now))
    case .adjust(let sku, let node, let adjustment, let lot, let serials, let reference, _):
      defer { outdateLots() }
      return .move(
        try adjust(sku, at: node, adjustment, lot: lot, serials: serials, reference: reference, at: now))
    case .setSafetyStock(let quantity, let sku, let node):
      try setSafetyStock(quantity, of: sku, at: node, at: now)
      return .none
    case .allot(let quantity, let sku, let node, let channel, let request):
      return .move(try allot(quantity, of: sku, at: node, for: channel, reference: request, at: now))
    case .track(let item):
      defer { outdateLots() }
      return .move(try track(item))
    case .setKit(let kit, let components): return .move(try setKit(kit, of: components))
    case .expect(let id, let allocations, let due): return .inbound(try expect(id, allocations, due: due, command, at: now))
    case .dispatch(let id, let units, let node, let due):
      return .inbound(try dispatch(id, units, to: node, due: due, command, at: now))
    case .receiveInbound(let id, let receipt, _):
      defer { outdateLots() }
      return .inbound(try receive(receipt, of: id, at: now))
    case .redate(let id, let due): return .inbound(redate(id, to: due))
    case .cancelInbound(let id):
      defer { outdateLots() }
      return .inbound(cancel(id, at: now))
    case .passTime: return .none
    }
  }
}
