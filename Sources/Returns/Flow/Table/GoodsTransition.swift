/// A row of the table of what may happen to goods.
public struct GoodsTransition: Hashable, Sendable {
  public let from: GoodsState
  public let step: GoodsStep
  public let to: GoodsState

  /// Everything that may happen. The machine, the documentation and the tests read this and know no other.
  public static let table: [GoodsTransition] = [
    from(.requested, [.authorise: .authorised, .refuse: .refused, .withdraw: .withdrawn, .keep: .kept, .receive: .unannounced]),
    from(.refused, [.appeal: .requested, .receive: .unannounced]),
    from(.withdrawn, [.reopen: .requested, .receive: .unannounced]),
    from(
      .authorised,
      [
        .arrange: .arranged, .handOver: .inTransit, .receive: .received, .withdraw: .withdrawn, .expire: .expired,
        .keep: .kept,
      ]),
    from(.expired, [.reopen: .requested, .receive: .unannounced]),
    from(
      .arranged,
      [
        .arrange: .arranged, .handOver: .inTransit, .receive: .received, .withdraw: .withdrawn, .expire: .expired,
        .keep: .kept,
      ]),
    from(.inTransit, [.receive: .received, .lose: .lost]),
    from(.lost, [.find: .inTransit, .receive: .received]),
    from(.unannounced, [.authorise: .received, .match: .received, .setApart: .setApart, .sendBack: .sendingBack]),
    from(.setApart, [.match: .received, .sendBack: .sendingBack, .dispose: .disposition]),
    from(.received, [.accept: .accepted, .reject: .rejected, .setApart: .setApart]),
    from(.accepted, [.dispose: .disposition, .startRepair: .inRepair, .reinspect: .received]),
    from(.rejected, [.sendBack: .sendingBack, .dispose: .disposition, .reinspect: .received]),
    from(.inRepair, [.finishRepair: .repaired, .condemn: .accepted]),
    from(.repaired, [.sendBack: .sendingBack, .startRepair: .inRepair]),
    from(.disposition, [.dispose: .disposition, .process: .processed, .reinspect: .received]),
    from(.processed, [.reinspect: .received]),
    from(.sendingBack, [.handBack: .handedBack, .abandon: .abandoned, .lose: .lostOnWayBack]),
    from(.lostOnWayBack, [.find: .sendingBack, .handBack: .handedBack]),
    from(.abandoned, [.sendBack: .sendingBack, .handBack: .handedBack, .dispose: .disposition]),
    from(.handedBack, [.reopen: .requested]),
    from(.kept, [.reopen: .requested]),
  ].flatMap { $0 }

  private static func from(_ state: GoodsState, _ steps: KeyValuePairs<GoodsStep, GoodsState>) -> [GoodsTransition] {
    steps.map { GoodsTransition(from: state, step: $0.key, to: $0.value) }
  }
}

extension GoodsState {
  private static let next: [GoodsState: [GoodsStep: GoodsState]] = Dictionary(grouping: GoodsTransition.table, by: \.from)
    .mapValues { rows in Dictionary(uniqueKeysWithValues: rows.map { ($0.step, $0.to) }) }

  /// The state after a step, or `nil` if the step is not possible here. Constant time.
  public func after(_ step: GoodsStep) -> GoodsState? { Self.next[self]?[step] }

  /// The steps that are possible here, in the order of ``GoodsStep``.
  public var steps: [GoodsStep] { GoodsStep.allCases.filter { after($0) != nil } }
}
