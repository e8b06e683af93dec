public import Logistics

/// A stop that a tentative plan holds, with the window that was promised.
public struct HeldStop: Hashable, Sendable {
  /// The name it is held under, which is the name of its job in ``TentativePlan/routingProblem()``.
  public let id: ID<Job>
  /// What was asked for.
  public let request: SlotRequest
  /// When the service begins.
  public let window: TimeWindow

  /// A stop with its name and its window.
  public init(id: ID<Job>, request: SlotRequest, window: TimeWindow) {
    self.id = id
    self.request = request
    self.window = window
  }
}
