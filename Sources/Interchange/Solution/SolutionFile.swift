/// The routes of a solution as a file lists them, in the numbers of the file.
///
/// Nothing is known here of the instance: a client may be unknown to it, visited twice or not at all.
public struct SolutionFile: Hashable, Sendable {
  /// One route.
  public struct Route: Hashable, Sendable {
    /// The number it stands under, from 1; where the file names depots, the vehicle's number among those of its depot.
    public let number: Int
    /// The number of the depot, from 1, whose vehicle drives it; `nil` if the file numbers all vehicles together.
    public let depot: Int?
    /// The clients in the order of the visits, and depots where the vehicle loads anew.
    public let clients: [Int]
    /// Where it stands: a line or a JSON path.
    public let place: String

    /// A route.
    public init(number: Int, depot: Int? = nil, clients: [Int], place: String = "") {
      self.number = number
      self.depot = depot
      self.clients = clients
      self.place = place
    }
  }

  /// The routes in the order of the file.
  public let routes: [Route]
  /// The cost that the file claims, in its own unit, if it does.
  public let claimedCost: Double?

  /// A solution of these routes, numbered from 1.
  public init(_ routes: [[Int]], claimedCost: Double? = nil) {
    self.init(routes: routes.enumerated().map { Route(number: $0 + 1, clients: $1) }, claimedCost: claimedCost)
  }

  init(routes: [Route], claimedCost: Double?) {
    self.routes = routes
    self.claimedCost = claimedCost
  }
}
