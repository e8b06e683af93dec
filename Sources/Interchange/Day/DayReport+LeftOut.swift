import LastMile
import Logistics
import Routing

extension ReportWriter {
  func obstacle(_ obstacle: LeftOut.Obstacle) -> ObstacleReport {
    ObstacleReport(
      vehicle: obstacle.vehicle.text, out: obstacle.isOut,
      rules: obstacle.breaches.map { breach in
        ObstacleReport.Rule(
          rule: breach.rule.rawValue, amount: breach.amount, stop: breach.job.map { plan.stops[$0].name })
      }, together: obstacle.isJoint, text: sentence(obstacle))
  }

  func sentence(_ reason: LeftOut.Reason) -> String {
    switch reason {
    case .skills(let skills): "no vehicle of its node has \(names(skills))"
    case .noVehicle: "no vehicle loads at its node"
    case .tooLarge: "it is larger than any vehicle that could come"
    case .outOfReach: "no vehicle is there within the window and back within its shift, even with nothing else to do"
    case .fleetBusy: "every vehicle that could come has other stops to make"
    case .tooDear: "serving it costs more than leaving it out"
    case .overlooked: "it could be served for less than leaving it out costs, and the search has not found that"
    }
  }

  /// A remedy in words.
  ///
  /// - Parameter dropCost: What leaving the stop out costs.
  func sentence(_ remedy: LeftOut.Remedy, _ dropCost: MinorUnits) -> String {
    func money(_ cost: MinorUnits) -> String {
      self.money(cost) + (cost > dropCost ? ", more than leaving it out costs" : "")
    }
    return switch remedy {
    case .noChange(let cost): "planning again serves it, for \(money(cost))"
    case .earlierShift(let vehicle, let span, let cost): "\(vehicle) leaves \(time(span)) earlier, for \(money(cost))"
    case .longerShift(let vehicle, let span, let cost): "\(vehicle) drives \(time(span)) longer, for \(money(cost))"
    case .earlierWindow(let vehicle, let span, let cost):
      "its window opens \(time(span)) earlier: then \(vehicle) comes, for \(money(cost))"
    case .laterWindow(let vehicle, let span, let cost):
      "its window closes \(time(span)) later: then \(vehicle) comes, for \(money(cost))"
    case .earlierGoods(let vehicle, let span, let cost):
      "it is ready \(time(span)) earlier: then \(vehicle) comes, for \(money(cost))"
    case .longerDistance(let vehicle, let distance, let cost):
      "\(vehicle) drives \(kilometres(distance)) further, for \(money(cost))"
    case .moreRoom(let vehicle, let room, let cost): "\(vehicle) has room for \(amounts(room)) more, for \(money(cost))"
    case .moreSkills(let vehicle, let skills, let cost): "\(vehicle) has \(names(skills)), for \(money(cost))"
    case .oneMoreVehicle(let vehicle, let cost): "one more vehicle like \(vehicle), for \(money(cost))"
    case .higherPrice(let cost): "leaving it out is priced at \(self.money(cost)) or more"
    }
  }

  private func sentence(_ obstacle: LeftOut.Obstacle) -> String {
    let who = obstacle.isOut ? "\(obstacle.vehicle)" : "one like \(obstacle.vehicle) with nothing else to do"
    if obstacle.breaches.isEmpty { return "\(who) could come" }
    return "\(who): " + obstacle.breaches.map(sentence).joined(separator: obstacle.isJoint ? ", and " : ", or ")
  }

  private func sentence(_ breach: VehicleObstacle.Breach) -> String {
    let span = TimeSpan.seconds(breach.amount)
    return switch breach.rule {
    case .fleet: "all are out"
    case .timeWindow: "\(breach.job.map { plan.stops[$0].name } ?? "a stop") would be made \(time(span)) too late"
    case .shift: "back \(time(span)) too late"
    case .capacity: "no room"
    case .maximumDistance: "\(kilometres(.metres(breach.amount))) too far"
    default: breach.rule.rawValue
    }
  }

  private func names(_ skills: Set<Skill>) -> String { skills.map(\.text).sorted().joined(separator: " and ") }

  func money(_ amount: MinorUnits) -> String { format.money(amount.count) }

  /// To the second: what is printed was planned with.
  private func time(_ span: TimeSpan) -> String {
    let (minutes, seconds) = span.seconds.quotientAndRemainder(dividingBy: 60)
    let parts = [minutes > 0 ? "\(minutes) min" : nil, seconds > 0 ? "\(seconds) s" : nil].compactMap(\.self)
    return parts.isEmpty ? "0 s" : parts.joined(separator: " ")
  }

  private func kilometres(_ distance: Distance) -> String { "\(exact(distance.metres)) km" }

  /// To the gram.
  private func amounts(_ load: Load) -> String {
    let parts = [
      load[0] > 0 ? "\(exact(load[0])) kg" : nil,
      load[1] > 0 ? "\(exact(load[1])) l" : nil,
      load[2] > 0 ? format.count(load[2], "parcel") : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  /// Thousandths of a unit to the last of them, without zeros at the end.
  private func exact(_ thousandths: Int) -> String {
    let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 1000)
    var digits = String(String(1000 + rest).dropFirst())
    while digits.hasSuffix("0") { digits.removeLast() }
    return format.number(whole) + (digits.isEmpty ? "" : ",\(digits)")
  }

  private var format: ReportFormat { ReportFormat(currency: network.currency) }
}
