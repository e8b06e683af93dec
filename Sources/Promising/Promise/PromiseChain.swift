import Logistics

/// One walk along the chain from an order to its delivery, noting why it waits if anybody wants to know.
struct PromiseChain {
  let schedule: NodeSchedule
  let service: DeliveryService
  let placedAt: Instant
  /// When the parcels are ready, if that is known and need not be worked out.
  var knownReady: Instant?
  private let isNoting: Bool
  /// When the service collects at the node; `nil` if whenever it drives.
  private let collections: [Weekday: [LocalTime]]?
  private(set) var reasons: [PromiseReason] = []

  init(schedule: NodeSchedule, service: DeliveryService, placedAt: Instant, noting isNoting: Bool = true) {
    self.schedule = schedule
    self.service = service
    self.placedAt = placedAt
    self.isNoting = isNoting
    collections = service.collections[schedule.node]
    if isNoting { reasons.reserveCapacity(8) }
  }

  private func wall(_ instant: Instant) -> WallTime { WallTime(instant, in: schedule.zone) }

  // MARK: The two ends of the chain

  mutating func pickUp(workingDaysLate: Int = 0) -> PromiseOutcome {
    guard let readyAt = prepare() else { return .notServed(.neverPrepared) }
    guard var opening = service.calendar.opening(atOrAfter: readyAt, in: schedule.zone) else {
      return .notServed(.neverDelivered)
    }
    if workingDaysLate > 0 {
      let first = wall(max(readyAt, opening.opens)).date
      guard let day = service.calendar.adding(workingDays: workingDaysLate, to: first),
        let later = service.calendar.opening(atOrAfter: schedule.zone.firstInstant(day, .midnight), in: schedule.zone)
      else { return .notServed(.neverDelivered) }
      opening = later
    }
    let from = max(readyAt, opening.opens)
    let ready = wall(readyAt)
    let collectable = wall(from)
    note(closuresOf: service.calendar, from: ready.date, before: collectable.date, of: schedule.name)
    if isNoting { reasons.append(.collectable(from: collectable, node: schedule.name)) }
    return promised(
      readyAt: readyAt, leavesAt: from, leavesOn: collectable.date, arrivesOn: collectable.date, on: collectable.date,
      window: TimeWindow(opens: from, closes: opening.closes))
  }

  mutating func deliver(to zone: ID<TransitZone>, _ transit: Transit) -> PromiseOutcome {
    guard let readyAt = prepare() else { return .notServed(.neverPrepared) }
    guard let (leavesAt, leavesOn) = depart(readyAt) else { return .notServed(.neverLeaves) }
    var arrival = leavesOn
    if transit.days > 0 {
      guard let date = service.calendar.adding(workingDays: transit.days, to: leavesOn) else {
        return .notServed(.neverDelivered)
      }
      arrival = date
      note(closuresOf: service.calendar, from: leavesOn.adding(days: 1), before: arrival, of: nil)
      if isNoting { reasons.append(.transit(days: transit.days, zone: zone, arrives: arrival)) }
    }
    let clock = transit.timeZone ?? schedule.zone
    guard let (date, window) = handOver(from: arrival, notBefore: leavesAt, in: clock) else { return .notServed(.neverDelivered) }
    let hours = service.window == nil ? nil : window
    if let point = service.pickupPoint {
      guard let (day, fetched) = fetch(at: point, broughtOn: date, within: hours, in: clock) else {
        return .notServed(.neverDelivered)
      }
      return promised(readyAt: readyAt, leavesAt: leavesAt, leavesOn: leavesOn, arrivesOn: date, on: day, window: fetched)
    }
    if isNoting { reasons.append(.delivered(on: date)) }
    return promised(readyAt: readyAt, leavesAt: leavesAt, leavesOn: leavesOn, arrivesOn: date, on: date, window: hours)
  }

  /// The day of departure, and the day that can be promised to each of some areas; `nil` for those that cannot.
  mutating func days(to transits: [Transit?]) -> (leaves: LocalDate, delivered: [LocalDate?])? {
    if service.kind == .storePickup {
      guard let day = pickUp().promise?.deliveryDate else { return nil }
      return (day, transits.map { _ in day })
    }
    guard let readyAt = prepare(), let (leavesAt, leavesOn) = depart(readyAt) else { return nil }
    let delivered = transits.map { transit -> LocalDate? in
      guard let transit else { return nil }
      let arrival = transit.days > 0 ? service.calendar.adding(workingDays: transit.days, to: leavesOn) : leavesOn
      return arrival.flatMap { handOver(from: $0, notBefore: leavesAt, in: transit.timeZone ?? schedule.zone)?.0 }
    }
    return (leavesOn, delivered)
  }

  private func promised(
    readyAt: Instant, leavesAt: Instant, leavesOn: LocalDate, arrivesOn: LocalDate, on date: LocalDate, window: TimeWindow?
  ) -> PromiseOutcome {
    .promised(
      DeliveryPromise(
        node: schedule.node, service: service.id, placedAt: placedAt, readyAt: readyAt, leavesAt: leavesAt,
        leavesOn: leavesOn, arrivesOn: arrivesOn, deliveryDate: date, window: window, reasons: reasons))
  }

  // MARK: Its links

  /// When the parcels are ready, or `nil` if never.
  private mutating func prepare() -> Instant? {
    if let knownReady { return knownReady }
    let placed = wall(placedAt)
    var start = placedAt
    var firstDay = placed.date
    // The cut-off is a moment, not a reading of the clock: an hour that is shown twice must not let an order in again.
    if let cutOff = schedule.cutOffs[placed.date.weekday], schedule.work.isWorkingDay(placed.date),
      placedAt > schedule.zone.firstInstant(placed.date, cutOff)
    {
      if isNoting { reasons.append(.afterCutOff(placed: placed, cutOff: cutOff, node: schedule.name)) }
      firstDay = placed.date.adding(days: 1)
      start = max(placedAt, schedule.zone.firstInstant(firstDay, .midnight))
    }
    if isNoting, reasons.isEmpty, let opening = schedule.work.opening(atOrAfter: start, in: schedule.zone),
      opening.opens > placedAt
    {
      reasons.append(.outsideHours(placed: placed, opens: wall(max(start, opening.opens)), node: schedule.name))
    }
    // Whether an order is of that day is a matter of when it came, not of when its turn comes.
    let backlog = schedule.backlog.flatMap { $0.until > start ? $0 : nil }
    if let backlog { start = backlog.until }
    guard let opening = schedule.work.opening(atOrAfter: start, in: schedule.zone),
      let ready = schedule.work.instant(after: schedule.preparationTime, ofWorkFrom: start, in: schedule.zone)
    else { return nil }
    let begins = wall(max(start, opening.opens))
    if isNoting, let backlog { reasons.append(.waits(behind: backlog.parcels, begins: begins, node: schedule.name)) }
    let done = wall(ready)
    note(closuresOf: schedule.work, from: firstDay, before: done.date, of: schedule.name)
    if isNoting { reasons.append(.prepared(from: begins, until: done, node: schedule.name)) }
    return ready
  }

  /// When the parcels leave, and on which day of the node; `nil` if never.
  private mutating func depart(_ readyAt: Instant) -> (at: Instant, on: LocalDate)? {
    let ready = wall(readyAt)
    let limit = min(schedule.work.knownDays.upperBound, service.calendar.knownDays.upperBound)
    var date = ready.date
    while date <= limit {
      if schedule.work.isWorkingDay(date), let at = departure(on: date, notBefore: readyAt) {
        note(departureFrom: ready, on: date)
        if isNoting { reasons.append(.departs(wall(at), service: service.id)) }
        return (at, date)
      }
      date = date.adding(days: 1)
    }
    return nil
  }

  /// The first moment of a day at which the service drives and the parcels are ready in time.
  private func departure(on date: LocalDate, notBefore ready: Instant) -> Instant? {
    if let cut = service.departureCut, ready > schedule.zone.firstInstant(date, cut) { return nil }
    let openings = service.calendar.openings(on: date, in: schedule.zone)
    guard let collections else { return openings.first { $0.closes > ready }.map { max($0.opens, ready) } }
    return collections[date.weekday]?.lazy.map { schedule.zone.firstInstant(date, $0) }.first {
      $0 >= ready && $0.lies(in: openings)
    }
  }

  /// The first day on or after `arrival` on which the service delivers later than a moment, and the hours left of it.
  private mutating func handOver(
    from arrival: LocalDate, notBefore moment: Instant, in zone: Zone
  ) -> (LocalDate, TimeWindow)? {
    let hours = service.window ?? .wholeDay
    var date = arrival
    while let day = service.calendar.nextWorkingDay(onOrAfter: date) {
      if service.deliveryWeekdays.contains(day.weekday) {
        let opens = max(zone.firstInstant(day, hours.from), moment)
        let closes = zone.firstInstant(day, hours.until)
        if opens < closes, let window = TimeWindow(opens: opens, closes: closes) {
          note(waitFrom: arrival, before: day)
          return (day, window)
        }
      }
      date = day.adding(days: 1)
    }
    return nil
  }

  /// The day on which customers can fetch what is brought to a place on a day, and from when to when; no hours if nobody says
  /// when on that day it comes, and it is that day. `nil` if never.
  private mutating func fetch(
    at point: PickupPoint, broughtOn date: LocalDate, within hours: TimeWindow?, in zone: Zone
  ) -> (LocalDate, TimeWindow?)? {
    guard let opening = point.hours.opening(atOrAfter: hours?.closes ?? zone.firstInstant(date, .midnight), in: zone) else {
      return nil
    }
    let moment = max(hours?.closes ?? opening.opens, opening.opens)
    let from = WallTime(moment, in: zone)
    guard hours != nil || from.date > date else {
      if isNoting { reasons.append(.delivered(on: date)) }
      return (date, nil)
    }
    note(closuresOf: point.hours, from: date, before: from.date, of: point.name)
    if isNoting { reasons.append(.collectable(from: from, node: point.name)) }
    return (from.date, TimeWindow(opens: moment, closes: opening.closes))
  }

  // MARK: Noting why it waits

  /// Notes the days from `first` to the one before `end` on which a calendar is closed, a run of the same kind at once.
  ///
  /// - Parameter node: whose calendar it is; `nil` for the service's.
  private mutating func note(
    closuresOf calendar: WorkingCalendar, from first: LocalDate, before end: LocalDate, of node: String?
  ) {
    guard isNoting else { return }
    var date = first
    while date < end {
      guard let closure = calendar.closure(on: date) else {
        date = date.adding(days: 1)
        continue
      }
      var last = date
      while last.adding(days: 1) < end, calendar.closure(on: last.adding(days: 1)) == closure { last = last.adding(days: 1) }
      reasons.append(
        node.map { .nodeClosed(from: date, through: last, because: closure, node: $0) }
          ?? .serviceRests(from: date, through: last, because: closure, service: service.id))
      date = last.adding(days: 1)
    }
  }

  /// Notes why parcels that are ready wait for a day.
  private mutating func note(departureFrom ready: WallTime, on date: LocalDate) {
    guard isNoting, date > ready.date else { return }
    if schedule.work.isWorkingDay(ready.date), let last = lastDeparture(on: ready.date) {
      reasons.append(
        .missedDeparture(ready: ready, lastDeparture: min(last, service.departureCut ?? last), service: service.id))
    }
    if collections != nil { note(daysWithoutCollectionFrom: ready.date, before: date) }
    note(closuresOf: service.calendar, from: ready.date, before: date, of: nil)
    note(closuresOf: schedule.work, from: ready.date.adding(days: 1), before: date, of: schedule.name)
  }

  /// The last time of a day at which parcels leave, or until which they do; `nil` if they do not.
  private func lastDeparture(on date: LocalDate) -> LocalTime? {
    guard let collections else { return service.calendar.hours(on: date).last?.until }
    let openings = service.calendar.openings(on: date, in: schedule.zone)
    return collections[date.weekday]?.last { schedule.zone.firstInstant(date, $0).lies(in: openings) }
  }

  /// Notes the days from `first` to the one before `end` on which both work but nothing is collected, a run of them at once.
  private mutating func note(daysWithoutCollectionFrom first: LocalDate, before end: LocalDate) {
    var date = first
    func isWithout(_ date: LocalDate) -> Bool {
      schedule.work.isWorkingDay(date) && service.calendar.isWorkingDay(date) && lastDeparture(on: date) == nil
    }
    while date < end {
      guard isWithout(date) else {
        date = date.adding(days: 1)
        continue
      }
      var last = date
      while last.adding(days: 1) < end, isWithout(last.adding(days: 1)) { last = last.adding(days: 1) }
      reasons.append(.noCollection(from: date, through: last, node: schedule.name, service: service.id))
      date = last.adding(days: 1)
    }
  }

  /// Notes why parcels that have arrived are not delivered on the days from `first` to the one before `end`.
  private mutating func note(waitFrom first: LocalDate, before end: LocalDate) {
    guard isNoting else { return }
    var date = first
    while date < end {
      if service.calendar.isWorkingDay(date) {
        let delivers = service.deliveryWeekdays.contains(date.weekday)
        reasons.append(delivers ? .windowOver(date, service: service.id) : .noDeliveryOn(date, service: service.id))
        date = date.adding(days: 1)
      } else {
        let next = min(end, service.calendar.nextWorkingDay(onOrAfter: date) ?? end)
        note(closuresOf: service.calendar, from: date, before: next, of: nil)
        date = next
      }
    }
  }
}

extension Instant {
  /// Whether it lies in one of some windows, both ends included.
  fileprivate func lies(in windows: [TimeWindow]) -> Bool { windows.contains { $0.opens <= self && self <= $0.closes } }
}
