public import Logistics

/// A message of a timeline, with when it happened.
public struct DatedMessage: Hashable, Sendable {
  /// The day on which it happened, on the calendar of the network; `nil` for what holds now and what comes next.
  public let day: LocalDate?
  /// The time of the day, if more is known than the day.
  public let time: LocalTime?
  public let message: CustomerMessage

  /// A message.
  ///
  /// - Parameters:
  ///   - day: when it happened; `nil` for what holds now and what comes next.
  ///   - time: the time of that day, if it is known.
  public init(on day: LocalDate?, at time: LocalTime? = nil, _ message: CustomerMessage) {
    self.day = day
    self.time = day == nil ? nil : time
    self.message = message
  }

  init(_ instant: Instant, in network: Network, _ message: CustomerMessage) {
    self.init(on: network.zone.date(at: instant), at: network.zone.time(at: instant), message)
  }

  /// When it happened, as it stands before the message: "lunes 23 de noviembre a las 14:05"; `nil` for what holds now.
  public func dayText(in language: Language) -> String? {
    guard let day else { return nil }
    guard let time else { return language.day(day) }
    return language.moment(day, time)
  }

  /// The message as it is sent, without when it happened.
  public func text(in language: Language) -> String { message.text(in: language) }
}
