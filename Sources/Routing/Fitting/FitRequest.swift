public import Logistics

/// What a running plan is asked to take in: a job of its problem that it leaves out, a visit that nobody had heard of, or goods
/// from one door to another.
public struct FitRequest: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case job(Int)
    case visit(NewStop)
    case shipment(NewStop, NewStop, mostTimeOnBoard: TimeSpan?)
  }

  let content: Content

  /// A job of the problem that no route serves, by its index; of a shipment either end, for both.
  public static func job(_ index: Int) -> FitRequest { FitRequest(content: .job(index)) }

  /// A visit that is not in the problem: a delivery, a return that is fetched (`Job.pickup`), or both.
  public static func visit(_ stop: NewStop) -> FitRequest { FitRequest(content: .visit(stop)) }

  /// Goods that are taken at one new stop and handed over at another.
  ///
  /// - Parameters:
  ///   - pickup: Only picks up.
  ///   - delivery: Only delivers, the same load.
  ///   - mostTimeOnBoard: As in ``Shipment``.
  public static func shipment(pickup: NewStop, delivery: NewStop, mostTimeOnBoard: TimeSpan? = nil) -> FitRequest {
    FitRequest(content: .shipment(pickup, delivery, mostTimeOnBoard: mostTimeOnBoard))
  }
}

/// A job that is not in the problem, and where it is.
public struct NewStop: Hashable, Sendable {
  /// What is to be done. Its `place` is a row of the plan's travel matrices, unless there is an address. A price on leaving it
  /// out means nothing here: it is taken in or not.
  public let job: Job
  /// Where it is, in a plan that was made with a ``StreetMap``; `nil` for the place of the job.
  public let address: Coordinate?

  /// A stop at a row of the plan's travel matrices, those included that were added to it.
  public init(_ job: Job) {
    self.job = job
    address = nil
  }

  /// A stop at an address; the `place` of the job means nothing.
  public init(_ job: Job, at address: Coordinate) {
    self.job = job
    self.address = address
  }
}

extension FitRequest {
  /// An end of a shipment.
  public enum End: Hashable, Sendable {
    case pickup
    case delivery
  }
}
