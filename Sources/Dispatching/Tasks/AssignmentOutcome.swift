/// What came of assigning tasks to vehicles.
public enum AssignmentOutcome: Hashable, Sendable {
  /// The cheapest assignment, with prices that prove it.
  case optimal(TaskAssignment)
  /// There is no assignment, and this is why.
  case infeasible(VehicleShortage)
  /// The time was over first.
  case timeLimit
  /// It was called off first.
  case cancelled
  /// An assignment was found, but costs differ in size so much that doubles do not prove it to be the cheapest, for the reason given.
  case unproved(String)
}
