/// When the selection of routes stops looking for a better set. The first linear program is always solved unless time is up.
public struct SelectionLimit: Hashable, Sendable {
  /// How many linear programs are solved at most. With this limit alone the same pool gives the same selection.
  public var programs: Int
  /// How long it may take on the wall clock, or `nil` for no limit.
  public var time: Swift.Duration?

  /// A limit.
  ///
  /// - Precondition: At least one program.
  public init(programs: Int = 200, time: Swift.Duration? = nil) {
    precondition(programs >= 1, "a selection of \(programs) linear programs")
    self.programs = programs
    self.time = time
  }
}
