import Forecasting
import Logistics

func promiseAndLearn(_ orders: [Consignment], arriving: Instant) throws -> [DatePromise] {
  var desk = PromiseDesk(zone: .utc, prior: TransitPrior(days: 4, daysPerThousandKilometres: 5))
  var promises: [DatePromise] = []
  for order in orders {
    promises.append(desk.model.promise(order, level: 0.95))
    let law = try desk.place(order)
    print(law.median, law.mean, law.probability(within: 7), desk.days(law, level: 0.8, policy: .reliability))
  }
  for order in orders { try desk.deliver(order.id, at: arriving) }
  print(String(decoding: try desk.model.json(), as: UTF8.self))
  return promises
}
