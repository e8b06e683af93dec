public import Inventory
public import Logistics

/// What happens to a return: a step on a track with what has to be known of it.
public enum ReturnAction: Hashable, Sendable, Codable {
  /// The customer asks; each item becomes a lot in ``GoodsState/requested``.
  case request([ReturnItem])
  /// Goods came that nobody asked to return; each item becomes a lot in ``GoodsState/unannounced``.
  case arrive([ReturnItem])
  /// The serial numbers of units are learnt (``ReturnPart/told``). Moves nothing.
  case identify([ReturnPart])

  // The goods.
  case authorise([ReturnPart], ReturnAuthorisation)
  case refuse([ReturnPart], RefusalGround)
  case appeal([ReturnPart])
  case reopen([ReturnPart])
  case withdraw([ReturnPart])
  case expire([ReturnPart])
  case arrange([ReturnPart], ReturnHandover)
  case handOver([ReturnPart])
  case lose([ReturnPart])
  case find([ReturnPart])
  case receive([ReturnPart])
  /// The order line was found that goods are of, and what they are.
  case match([ReturnPart], to: ReturnOrigin, sku: SKU, isTrackedBySerial: Bool)
  case setApart([ReturnPart])
  /// Accepts, rejects or sets apart, as the verdict says.
  case inspect([ReturnPart], ReturnInspection)
  case reinspect([ReturnPart])
  case startRepair([ReturnPart])
  case finishRepair([ReturnPart])
  case condemn([ReturnPart])
  case dispose([ReturnPart], Disposition)
  case process([ReturnPart])
  case sendBack([ReturnPart])
  case handBack([ReturnPart])
  case abandon([ReturnPart])
  /// The customer keeps the goods: a refund without return or a price reduction may follow.
  case keep([ReturnPart], basis: String)

  // The remedy.
  case grant([ReturnPart], ReturnRemedy, after: ReleaseTrigger)
  case decline([ReturnPart], because: String)
  case reconsider([ReturnPart])
  /// Each part's amount goes to the customer.
  case pay([ReturnPart])
  case owe([ReturnPart])
  /// Of an exchange, each part's amount is the difference, which `difference` says who got.
  case order([ReturnPart], ID<StockReference>, difference: DifferencePayer?)
  case advance([ReturnPart], ID<StockReference>)
  /// Each part tells the serial numbers of the new units, if they have any.
  case deliver([ReturnPart])
  /// A payment came back (each part's amount, which is needed), or an order could not be carried out (each part's amount is
  /// what the customer got back of a difference, if they did).
  case fail([ReturnPart])
  /// Each part's amount comes from the customer.
  case charge([ReturnPart])
  /// Each part's amount is what goes back of what was charged, if anything was.
  case settle([ReturnPart])
  case finish([ReturnPart])

  /// Who paid the difference of an exchange.
  public enum DifferencePayer: String, Hashable, Sendable, Codable {
    case customer, seller
  }
}

/// A step on either track.
public enum ReturnStep: Hashable, Sendable {
  case goods(GoodsStep)
  case remedy(RemedyStep)

  /// The name of the step.
  public var name: String {
    switch self {
    case .goods(let step): step.rawValue
    case .remedy(let step): step.rawValue
    }
  }
}

extension ReturnAction {
  /// The step it is, or `nil` if it moves nothing.
  public var step: ReturnStep? {
    switch self {
    case .request, .arrive, .identify: nil
    case .authorise: .goods(.authorise)
    case .refuse: .goods(.refuse)
    case .appeal: .goods(.appeal)
    case .reopen: .goods(.reopen)
    case .withdraw: .goods(.withdraw)
    case .expire: .goods(.expire)
    case .arrange: .goods(.arrange)
    case .handOver: .goods(.handOver)
    case .lose: .goods(.lose)
    case .find: .goods(.find)
    case .receive: .goods(.receive)
    case .match: .goods(.match)
    case .setApart: .goods(.setApart)
    case .inspect(_, let inspection):
      switch inspection.verdict {
      case .accept: .goods(.accept)
      case .reject: .goods(.reject)
      case .setApart: .goods(.setApart)
      }
    case .reinspect: .goods(.reinspect)
    case .startRepair: .goods(.startRepair)
    case .finishRepair: .goods(.finishRepair)
    case .condemn: .goods(.condemn)
    case .dispose: .goods(.dispose)
    case .process: .goods(.process)
    case .sendBack: .goods(.sendBack)
    case .handBack: .goods(.handBack)
    case .abandon: .goods(.abandon)
    case .keep: .goods(.keep)
    case .grant: .remedy(.grant)
    case .decline: .remedy(.decline)
    case .reconsider: .remedy(.reconsider)
    case .pay: .remedy(.pay)
    case .owe: .remedy(.owe)
    case .order: .remedy(.order)
    case .advance: .remedy(.advance)
    case .deliver: .remedy(.deliver)
    case .fail: .remedy(.fail)
    case .charge: .remedy(.charge)
    case .settle: .remedy(.settle)
    case .finish: .remedy(.finish)
    }
  }

  /// The units it is about; none of what brings items of its own.
  public var parts: [ReturnPart] {
    switch self {
    case .request, .arrive: []
    case .identify(let parts), .appeal(let parts), .reopen(let parts), .withdraw(let parts), .expire(let parts),
      .handOver(let parts), .lose(let parts), .find(let parts), .receive(let parts), .setApart(let parts),
      .reinspect(let parts), .startRepair(let parts), .finishRepair(let parts), .condemn(let parts), .process(let parts),
      .sendBack(let parts), .handBack(let parts), .abandon(let parts), .reconsider(let parts), .pay(let parts),
      .owe(let parts), .deliver(let parts), .fail(let parts), .charge(let parts), .settle(let parts), .finish(let parts),
      .authorise(let parts, _), .refuse(let parts, _), .arrange(let parts, _), .match(let parts, _, _, _), .inspect(let parts, _),
      .dispose(let parts, _), .keep(let parts, _), .grant(let parts, _, _), .decline(let parts, _),
      .order(let parts, _, _), .advance(let parts, _):
      parts
    }
  }
}
