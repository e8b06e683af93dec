import Foundation

extension BacktestReport {
  /// The same for people.
  var table: String {
    var lines = [
      "\(orders) delivered orders, level \(level), policy \(policy): \(percent(onTime)) on time, "
        + "\(days(meanPromisedDays)) days promised on average",
      "the file's own dates: \(percent(incumbent.onTime)) on time, \(days(incumbent.meanPromisedDays)) days",
      "at \(percent(atIncumbentReliability.onTime)) on time: reliability \(days(atIncumbentReliability.reliability)), "
        + "cheapest \(days(atIncumbentReliability.cheapest)), corridor quantile \(days(atIncumbentReliability.corridor)) days"
        + (atIncumbentReliability.shorter.map { "; \(policy) is \(percent($0)) shorter than the file" } ?? ""),
      "",
    ]
    let reliability = policies["reliability"] ?? []
    let cheapest = policies["cheapest"] ?? []
    lines +=
      TextTable(
        ["level", "reliability", "days", "cheapest", "days", "corridor", "days"],
        zip(zip(reliability, cheapest), corridor).map { pair, lane in
          [
            "\(lane.level)", percent(pair.0.onTime), days(pair.0.meanPromisedDays), percent(pair.1.onTime),
            days(pair.1.meanPromisedDays), percent(lane.onTime), days(lane.meanPromisedDays),
          ]
        }
      ).lines
    for (title, groups) in [("month", months), ("state", states)] {
      lines.append("")
      lines +=
        TextTable(
          [title, "orders", "took", "on time", "promised", "file on time", "file promised"],
          groups.map { group in
            [
              group.name, "\(group.orders)", days(group.meanDays), percent(group.onTime), days(group.meanPromisedDays),
              percent(group.incumbent.onTime), days(group.incumbent.meanPromisedDays),
            ]
          }
        ).lines
    }
    return lines.joined(separator: "\n")
  }

  private func percent(_ share: Double) -> String { "\(fixed(share * 100, 1)) %" }

  private func days(_ days: Double?) -> String { days.map { fixed($0, 2) } ?? "–" }

  private func fixed(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
}
