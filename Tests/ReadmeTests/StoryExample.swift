import LastMile

func tellAll(of order: ID<Order>, _ planner: Planner, at now: Instant, in tag: String) -> [String] {
  let language = Language(tag) ?? .en
  return planner.story(of: order, at: now).map { entry in
    // What holds now and what comes next has no day.
    (entry.dayText(in: language).map { "\($0): " } ?? "") + entry.text(in: language)
  }
}
