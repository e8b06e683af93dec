/// What moves units from one ``GoodsState`` to the next.
public enum GoodsStep: String, Hashable, Sendable, Codable, CaseIterable {
  case authorise, refuse, appeal, reopen, withdraw, expire
  case arrange, handOver, lose, find, receive
  /// The order line that goods of unknown origin are of was found.
  case match
  /// The goods are of no order that is known.
  case setApart
  case accept, reject
  /// The goods are to be looked at again.
  case reinspect
  case startRepair, finishRepair
  /// A repair is not possible, or not worth it.
  case condemn
  /// It is decided what becomes of the goods; `process` says that it was done.
  case dispose, process
  case sendBack, handBack
  /// The customer did not take the goods that came back.
  case abandon
  /// The customer keeps the goods by agreement.
  case keep
}
