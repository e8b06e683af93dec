import Inventory
import Logistics
import Promising
public import Returns

extension ReturnCase {
  /// What a customer is told of what happened: a message for each event that concerns them, oldest first, and of each event for all its
  /// goods together where the same is told of them.
  ///
  /// Not told are the shop's own affairs: serial numbers that were learnt (`identify`), what becomes of goods (`dispose`, `process`), that
  /// goods which were not rejected are looked at again (`reinspect`), that a repair is booked as done (`finish`, after `handBack` told
  /// it), money of nothing. Nor is why a remedy was declined or which law a decision rests on, as these are notes for the shop's own
  /// people.
  ///
  /// - Complexity: O(events² × lots): each event is told from what there was when it happened.
  public func messages(in network: Network) -> [DatedMessage] {
    var told: [(instant: Instant, messages: [DatedMessage])] = []
    var before: [ReturnLot] = []
    for (position, event) in timeline.enumerated() {
      // What was recorded once can be replayed.
      let after = (try? ReturnCase(id, of: customer, replaying: Array(timeline[...position])))?.lots ?? []
      let news = ReturnStepNews(event, at: position, before, after, of: self, in: network).messages
      told.append((event.instant, news.map { DatedMessage(event.instant, in: network, $0) }))
      before = after
    }
    // Lots have clocks of their own; what was recorded first comes first within a moment.
    return told.enumerated().sorted { ($0.element.instant, $0.offset) < ($1.element.instant, $1.offset) }
      .flatMap(\.element.messages)
  }
}

/// What one event of a return says to the customer.
struct ReturnStepNews {
  private let event: ReturnEvent
  private let number: String
  private let network: Network
  /// The lots that the event is about with how they were before, and the part that named them; of lots that it made both are one.
  private let touched: [(before: ReturnLot, after: ReturnLot, part: ReturnPart?)]

  init(
    _ event: ReturnEvent, at position: Int, _ before: [ReturnLot], _ after: [ReturnLot], of own: ReturnCase, in network: Network
  ) {
    self.event = event
    self.network = network
    number = own.id.text
    let parts = event.action.parts
    touched =
      parts.isEmpty
      ? after.dropFirst(before.count).map { ($0, $0, nil) }
      : parts.compactMap { part in
        guard before.indices.contains(part.lot) else { return nil }
        let split = after.dropFirst(before.count).first { $0.splitFrom == part.lot }
        return (before[part.lot], split ?? after[part.lot], part)
      }
  }

  /// The messages, one for each thing that is told, in the order of the lots.
  var messages: [CustomerMessage] {
    var order: [ReturnNews] = []
    var lines: [ReturnNews: [OrderLine]] = [:]
    for (news, units) in moneyless + money {
      if lines[news] == nil { order.append(news) }
      lines[news, default: []] += units
    }
    return order.map { .returned(network.named(lines[$0] ?? []), $0) }
  }

  private var moneyless: [(ReturnNews, [OrderLine])] {
    touched.compactMap { lot in
      news(lot.before, lot.after).map { ($0, [OrderLine(lot.after.sku, quantity: lot.after.quantity)]) }
    }
  }

  /// What is told of a lot without an amount.
  private func news(_ before: ReturnLot, _ after: ReturnLot) -> ReturnNews? {
    switch event.action {
    case .request: .requested(number: number)
    case .arrive: .unannounced
    case .authorise: .authorised
    case .refuse(_, let ground): .refused(ground)
    case .appeal: .appealed
    case .reopen: .reopened
    case .withdraw: .withdrawn
    case .expire: .expired
    case .arrange(_, let handover): news(handover)
    case .handOver: if case .pickup = before.handover { .pickedUp } else { .underWay }
    case .lose: before.goods == .sendingBack ? .lostOnWayBack : .lost
    case .find: .found
    case .receive: .received(site: event.node.flatMap(name))
    case .match(_, let origin, _, _): .matched(order: origin.order.text)
    case .setApart: .notOfOrder
    case .inspect(_, let inspection): .inspected(inspection.verdict, inspection.findings)
    // Whether accepted goods are looked at twice is the shop's own affair.
    case .reinspect: before.goods == .rejected ? .reinspected : nil
    case .startRepair: .repairStarted
    case .finishRepair: .repairFinished
    case .condemn: .repairFailed
    case .sendBack: .sentBack
    case .handBack: .handedBack
    case .abandon: .notTaken
    case .keep: .kept
    case .grant(_, let remedy, _):
      if case .exchange(let sku) = remedy {
        .granted(remedy, new: network.product(sku)?.name)
      } else {
        .granted(remedy, new: nil)
      }
    case .decline: .declined
    case .reconsider: .reconsidered
    case .owe: .owed
    case .order(_, let order, _), .advance(_, let order): .ordered(order: order.text)
    case .deliver: .replaced
    case .fail: before.remedy?.kind == .refund || before.remedy?.kind == .priceReduction ? nil : .replacementFailed
    case .identify, .dispose, .process, .pay, .charge, .settle, .finish: nil
    }
  }

  private func news(_ handover: ReturnHandover) -> ReturnNews {
    switch handover {
    case .label(let carrier, let tracking): .label(carrier: carrier, tracking: tracking)
    case .pickup(let window):
      .pickup(from: WallTime(window.opens, in: network.zone), until: WallTime(window.closes, in: network.zone))
    case .dropOff(let node), .store(let node): .handIn(site: name(node))
    }
  }

  /// The name that customers know of a site or a locker.
  private func name(_ node: ID<Node>) -> String? { network.site(node)?.node.name ?? network.locker(node)?.node.name }
}

extension ReturnStepNews {
  /// Kinds of money that are told apart; of each the amounts of all lots are one sum.
  private enum Flow: Hashable {
    case paid(ReturnRemedy.Means)
    case failed, differencePaid, differenceReturned, settled
    case charged(wasRejected: Bool)
  }

  private var money: [(ReturnNews, [OrderLine])] {
    var order: [Flow] = []
    var sums: [Flow: Money] = [:]
    var lines: [Flow: [OrderLine]] = [:]
    var settled: [OrderLine] = []
    for (before, after, part) in touched {
      let line = OrderLine(after.sku, quantity: after.quantity)
      guard let amount = part?.amount, amount.amount > 0, let flow = flow(before) else {
        if case .settle = event.action { settled.append(line) }
        continue
      }
      if let sum = sums[flow] { sums[flow] = sum + amount } else { (sums[flow], order) = (amount, order + [flow]) }
      lines[flow, default: []].append(line)
    }
    let told = order.compactMap { flow in sums[flow].map { (Self.news(flow, $0), lines[flow] ?? []) } }
    return told + (settled.isEmpty ? [] : [(.settled(nil), settled)])
  }

  private func flow(_ before: ReturnLot) -> Flow? {
    switch event.action {
    case .pay:
      switch before.remedy {
      case .refund(let means), .priceReduction(let means): .paid(means)
      default: nil
      }
    case .fail: before.remedy?.kind == .refund || before.remedy?.kind == .priceReduction ? .failed : .differenceReturned
    case .order(_, _, let payer): payer == .customer ? .differencePaid : .differenceReturned
    case .charge: .charged(wasRejected: before.inspection.map { $0.verdict != .accept } ?? false)
    case .settle: .settled
    default: nil
    }
  }

  private static func news(_ flow: Flow, _ amount: Money) -> ReturnNews {
    switch flow {
    case .paid(let means): .paid(amount, means)
    case .failed: .paymentFailed(amount)
    case .differencePaid: .differencePaid(amount)
    case .differenceReturned: .differenceReturned(amount)
    case .charged(let wasRejected): .charged(amount, wasRejected: wasRejected)
    case .settled: .settled(amount)
    }
  }
}
